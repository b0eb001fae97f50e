import { zonedDay } from "../zoned.ts"

/** When the first picture of participation comes. firstDay and today are days in UTC, as "2026-11-06". */
export function firstPicture(firstDay: string, now: number, zone: string): string {
  const at = Date.parse(`${firstDay}T00:00:00Z`)
  if (at <= now) return "The first picture is being made; it comes within a minute."
  const iso = new Date(at).toISOString()
  const day = zonedDay(iso, zone)
  const tomorrow = zonedDay(new Date(now + 24 * 3600 * 1000).toISOString(), zone)
  const when =
    day === tomorrow
      ? "tomorrow"
      : day === zonedDay(new Date(now).toISOString(), zone)
        ? "tonight"
        : `on ${day}`
  return `The first picture comes ${when}. It is made once a day, so that nobody can be seen answering.`
}

/** When the picture of a UTC day was made, as ISO: at the day's beginning. */
export function pictureMoment(day: string): string {
  return `${day}T00:00:00Z`
}
