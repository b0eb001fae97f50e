import { parsePeriod, periodOf } from "@throughline/org"
import { Temporal } from "temporal-polyfill"
import type { LoadedKpi, LoadedUnit } from "../kpis/load-kpis.ts"
import type { ViewedKpi, ViewedLabel, Wave } from "./link-view.ts"

/** The day on which a survey closed, where the organization is. */
export const dayOf = (closedAt: string, zone: string): string =>
  Temporal.Instant.from(closedAt).toZonedDateTimeISO(zone).toPlainDate().toString()

/**
 * KPIs that are outcomes, as the caller may see them: of a leader only the values of labels that have a place in some
 * wave, and no KPI that has none of those.
 */
export function viewKpis(
  kpis: readonly LoadedKpi[],
  waves: readonly Wave[],
  { days, seesAll }: { days: readonly string[]; seesAll: boolean },
): ViewedKpi[] {
  const seen = new Set(waves.flatMap(({ places }) => [...places.keys()]))
  return kpis.flatMap(({ id, name, measure, direction, role, periods, values }): ViewedKpi[] => {
    if (role !== "outcome") return []
    const first = parsePeriod(periods[0] ?? "")
    const at = days.map((day) =>
      first === undefined ? -2 : (periodOf(day, first.kind)?.ordinal ?? first.ordinal - 2) - first.ordinal,
    )
    const own = seesAll
      ? values
      : values.map((row) => row.map((value, label) => (seen.has(label) ? value : Number.NaN)))
    if (!seesAll && !own.some((row) => row.some(Number.isFinite))) return []
    return [{ id, name, measure, direction, periods, values: own, at }]
  })
}

export function viewLabels(units: readonly LoadedUnit[]): Map<number, ViewedLabel> {
  return new Map(units.map(({ number, label, target }) => [number, { label, means: target?.kind ?? null }]))
}
