// Dates in the organization's time zone, which is said with them. Everything stored is an instant.
import { Temporal } from "temporal-polyfill"

const styles: Record<"day" | "moment", Intl.DateTimeFormatOptions> = {
  day: { weekday: "short", day: "numeric", month: "short", year: "numeric" },
  moment: {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
  },
}

function said(iso: string | null, zone: string, style: keyof typeof styles): string {
  const date = new Date(iso ?? Number.NaN)
  if (Number.isNaN(date.getTime())) return ""
  return new Intl.DateTimeFormat("en-GB", { ...styles[style], timeZone: zone }).format(date)
}

/** "Fri, 6 Nov 2026, 18:00", without the zone: where it stands close by already. */
export const zonedTime = (iso: string | null, zone: string): string => said(iso, zone, "moment")

/** "Fri, 6 Nov 2026". */
export const zonedDay = (iso: string | null, zone: string): string => said(iso, zone, "day")

/** "2026-11-06", the day it is there then. */
export function dateIn(iso: string, zone: string): string {
  return Temporal.Instant.from(iso).toZonedDateTimeISO(zone).toPlainDate().toString()
}

/** A day without a time or a zone, "2026-11-06" → "Fri, 6 Nov 2026". */
export const plainDay = (day: string): string => said(`${day}T12:00:00Z`, "UTC", "day")

/** "Fri, 6 Nov 2026, 18:00 (Berlin time)". */
export function zonedMoment(iso: string | null, zone: string): string {
  const moment = zonedTime(iso, zone)
  return moment === "" ? "" : `${moment} (${zoneName(zone)})`
}

/** "Europe/Berlin" → "Berlin time", "America/Argentina/Buenos_Aires" → "Buenos Aires time", "UTC" → "UTC". */
export function zoneName(zone: string): string {
  if (!zone.includes("/") || zone.startsWith("Etc/")) return zone.replace("Etc/", "")
  return `${zone.slice(zone.lastIndexOf("/") + 1).replaceAll("_", " ")} time`
}

/** As <input type="datetime-local"> wants it; "" for none. */
export function toZonedInput(iso: string | null, zone: string): string {
  const at = Date.parse(iso ?? "")
  if (Number.isNaN(at)) return ""
  return Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: "minute" })
}

export interface ZonedChoice {
  iso: string
  /** On a night when the clocks change: what was made of a time that is left out or comes twice. */
  note: string | null
}

/** The reverse of toZonedInput; null while the field is incomplete. */
export function fromZonedInput(text: string, zone: string): ZonedChoice | null {
  const local = plain(text)
  if (local === null) return null
  const first = local.toZonedDateTime(zone, { disambiguation: "earlier" })
  const second = local.toZonedDateTime(zone, { disambiguation: "later" })
  // Left out: what stands an hour on is meant. Twice: the first.
  const skipped = !first.toPlainDateTime().equals(local)
  const taken = skipped ? second : first
  const note = skipped
    ? `The clocks are put forward then and leave this time out: ${clock(taken)} is taken.`
    : first.epochMilliseconds === second.epochMilliseconds
      ? null
      : "The clocks are put back then and this time comes twice: the first is taken."
  return { iso: new Date(taken.epochMilliseconds).toISOString(), note }
}

function plain(text: string): Temporal.PlainDateTime | null {
  try {
    return /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text) ? Temporal.PlainDateTime.from(text) : null
  } catch {
    return null
  }
}

const clock = (moment: Temporal.ZonedDateTime) => moment.toPlainTime().toString({ smallestUnit: "minute" })

/** So many days before a moment, at the same time on the zone's clock. */
export function daysBefore(iso: string, days: number, zone: string): string {
  const at = Temporal.Instant.fromEpochMilliseconds(Date.parse(iso)).toZonedDateTimeISO(zone)
  return new Date(at.subtract({ days }).epochMilliseconds).toISOString()
}

/** The browser's own. */
export function browserZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone ?? "UTC"
}
