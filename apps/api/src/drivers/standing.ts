import { parsePeriod, periodOf } from "@throughline/org"
import type { DriverBrief } from "./schemas.ts"

/**
 * Where the indicator stands against its target. Before the deadline it is behind or has reached it; after it, what
 * counts is the period that the deadline falls in, and while that figure has not come nothing is missed yet.
 */
export function standingOf(given: {
  periods: readonly string[]
  indicator: readonly Float64Array[]
  direction: "higher" | "lower"
  target: number | null
  deadline: string | null
  /** YYYY-MM-DD */
  today: string
}): DriverBrief["standing"] {
  const { periods, indicator, direction, target, deadline, today } = given
  const ordinals = periods.map((text) => parsePeriod(text)?.ordinal ?? Number.NaN)
  const kind = parsePeriod(periods[0] ?? "")?.kind
  const due = deadline === null || kind === undefined ? undefined : periodOf(deadline, kind)?.ordinal
  const isOver = deadline !== null && today > deadline && due !== undefined
  const most = Math.max(0, ...indicator.map((row) => valuesOf(row).length))
  // Figures that arrive one unit after the other are waited for.
  const full = (at: number) => {
    const { length } = valuesOf(indicator[at])
    return length > 0 && 2 * length >= most
  }
  const newest = indicator.findLastIndex((_, at) => full(at))
  const counted = indicator.findLastIndex((_, at) => full(at) && (!isOver || (ordinals[at] as number) <= due))
  if (counted < 0) return { state: "no-values", value: null, period: null, ...{ unitsThere: 0, units: 0 } }
  const values = valuesOf(indicator[counted])
  const value = values.reduce((sum, one) => sum + one, 0) / values.length
  const isThere = (one: number) => target !== null && (direction === "higher" ? one >= target : one <= target)
  // A later figure is there: that of the deadline will not come any more.
  const isSettled = isOver && ((ordinals[counted] as number) === due || newest > counted)
  const short = isSettled ? "missed" : "behind"
  return {
    state: target === null ? "no-target" : isThere(value) ? "reached" : short,
    ...{ value, period: periods[counted] ?? null },
    ...{ unitsThere: values.filter(isThere).length, units: values.length },
  }
}

const valuesOf = (row: Float64Array | undefined) => [...(row ?? [])].filter(Number.isFinite)
