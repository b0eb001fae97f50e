/** A label or a KPI's name as it is found again: without regard to case and blanks. */
export function labelKey(text: string): string {
  return text.normalize("NFC").trim().replace(/\s+/g, " ").toLowerCase()
}
