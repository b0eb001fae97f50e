import { daysBefore, zonedDay } from "../zoned.ts"

export interface ReminderDay {
  /** "Fri, 6 Nov 2026". */
  day: string
  gone: boolean
}

/** The days on which those are reminded who have not answered; nothing finer is ever said. now is in milliseconds. */
export function reminderDays(
  days: readonly number[],
  closesAt: string,
  zone: string,
  now: number,
): ReminderDay[] {
  return days
    .toSorted((a, b) => b - a)
    .map((before) => {
      const at = daysBefore(closesAt, before, zone)
      const day = zonedDay(at, zone)
      const today = zonedDay(new Date(now).toISOString(), zone)
      return { day, gone: day !== today && Date.parse(at) < now }
    })
}
