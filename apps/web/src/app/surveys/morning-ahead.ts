import { Temporal } from "temporal-polyfill"

/** A good moment to begin: nine in the morning of the next working day, on the zone's clock. */
export function morningAhead(now: string, zone: string): string {
  let day = Temporal.Instant.from(now).toZonedDateTimeISO(zone).toPlainDate().add({ days: 1 })
  while (day.dayOfWeek > 5) day = day.add({ days: 1 })
  const morning = day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from("09:00") })
  return new Date(morning.epochMilliseconds).toISOString()
}
