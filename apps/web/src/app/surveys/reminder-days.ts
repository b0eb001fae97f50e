import { dateIn, daysBefore } from "../zoned.ts"

/**
 * The days, as "2026-11-06", on which those will be reminded who have not answered: those that lie ahead, and today
 * unless it has begun. now is in milliseconds.
 */
export function plannedReminders(
  days: readonly number[],
  closesAt: string,
  zone: string,
  now: number,
  gone: readonly string[],
): string[] {
  const today = dateIn(new Date(now).toISOString(), zone)
  return days
    .map((before) => dateIn(daysBefore(closesAt, before, zone), zone))
    .filter((day) => day >= today && !gone.includes(day))
    .sort()
}
