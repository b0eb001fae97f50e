import { nextPeriod, parsePeriod, periodOf, periodText } from "@throughline/org"
import type { DriverDetail } from "../api.ts"

/** How many periods back a value may still be entered by hand. */
const BACK = 6

/**
 * Periods a keeper may enter values of, the newest first, and the one to begin with: the first after the newest value,
 * as far as it has begun. undefined: nothing says yet how long a period is.
 */
export function feedPeriods(
  { periods, series }: Pick<DriverDetail, "periods" | "series">,
  today: string,
): { periods: string[]; first: string } | undefined {
  const kind = parsePeriod(periods[0] ?? "")?.kind
  const now = kind && periodOf(today, kind)
  if (now === undefined) return undefined
  const offered = Array.from({ length: BACK }, (_, back) =>
    periodText({ kind: now.kind, ordinal: now.ordinal - back }),
  )
  const newest = series.indicator.findLastIndex((row) => row.some((value) => value !== null))
  const next = nextPeriod(periods[newest] ?? "")
  return { periods: offered, first: next !== undefined && offered.includes(next) ? next : (offered[0] ?? "") }
}

/** The place among periods without gaps of the one that a date falls in; undefined: before all of them. */
export function placeOf(date: string, periods: readonly string[]): number | undefined {
  const first = parsePeriod(periods[0] ?? "")
  const own = first && periodOf(date, first.kind)
  if (first === undefined || own === undefined || own.ordinal < first.ordinal) return undefined
  return own.ordinal - first.ordinal
}
