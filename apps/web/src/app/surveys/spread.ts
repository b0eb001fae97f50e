import { counted } from "../format.ts"

/** Over how long the mails may go out: what a mail server or a help desk wants. */
export const spreads = [0, 30, 60, 120, 240, 480]

/** "all at once", "over 2 hours". */
export function spreadText(minutes: number): string {
  if (minutes === 0) return "all at once"
  if (minutes % 60 === 0) return `over ${counted(minutes / 60, "hour", "hours")}`
  return `over ${counted(minutes, "minute", "minutes")}`
}
