/** Every time zone the browser knows, with those that are in use here even when it lists them under another name. */
export function timeZones(...used: readonly string[]): string[] {
  return [...new Set(["UTC", ...Intl.supportedValuesOf("timeZone"), ...used])].sort()
}
