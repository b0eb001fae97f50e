import { zonedMoment } from "../zoned.ts"

/** What keeps a survey from being extended to this moment; undefined: nothing. */
export function extensionFault(
  chosen: string,
  closesAt: string,
  latest: string,
  zone: string,
): string | undefined {
  const at = Date.parse(chosen)
  if (Number.isNaN(at)) return "Choose a day and a time."
  if (at <= Date.parse(closesAt)) return "Choose a later moment than the close as it is planned now."
  if (at > Date.parse(latest)) return `Choose a moment up to ${zonedMoment(latest, zone)}.`
  return undefined
}
