import { Temporal } from "temporal-polyfill"
import { z } from "zod"

/** An IANA name, as "Europe/Berlin" or "UTC"; no offset, which knows no daylight saving. */
export const timeZone = z
  .string()
  .max(64)
  .regex(/^[A-Za-z][A-Za-z0-9_+\-/]*$/, "is no time zone")
  .refine(isKnown, "is no time zone that is known here")

function isKnown(name: string): boolean {
  try {
    Temporal.Now.zonedDateTimeISO(name)
    return true
  } catch {
    return false
  }
}

/** A full hour so many days after an instant's day, on the zone's own clock: 18:00 stays 18:00 over a change of clocks. */
export function hourOnDay(now: Date, days: number, hour: number, zone: string): Date {
  const day = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .add({ days })
  const moment = day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from({ hour }) })
  return new Date(moment.epochMilliseconds)
}
