import { lagsOf, type UsedKpi } from "./link-input.ts"
import { type LinkView, newestOf, type ViewedKpi } from "./link-view.ts"
import type { Links } from "./schemas.ts"

type ToldKpi = Links["kpis"][number]

/** Below this many units the engine gives no coefficient. */
const FEWEST = 10

/** What a KPI is good for: how many of its labels are units of this survey, and why it is not used if it is not. */
export function tellKpi(view: LinkView, kpi: ViewedKpi, used: UsedKpi): ToldKpi {
  const { places, release } = newestOf(view)
  const units = new Set(release.groups.flatMap(({ id, kind }) => (kind === "unit" ? [id] : [])))
  const labels = {
    used: 0,
    unmapped: 0,
    notOurs: 0,
    whole: 0,
    cutsAcross: 0,
    elsewhere: 0,
    twice: used.twice,
  }
  const withValues = labelsWithValues(kpi)
  for (const number of withValues) {
    const place = places.get(number)
    const means = view.labels.get(number)?.means ?? null
    if (place === undefined) continue
    if (means === null) labels.unmapped++
    else if (means === "none") labels.notOurs++
    else if ("group" in place && place.group === "all") labels.whole++
    else if ("cutsAcross" in place) labels.cutsAcross++
    else if ("group" in place && units.has(place.group)) labels.used++
    else labels.elsewhere++
  }
  const { id, name, measure, direction, periods } = kpi
  const refused = refusalOf(view, kpi, used, labels)
  return {
    ...{ id, name, measure, direction, refused, labels },
    state: refused !== null ? "refused" : used.units < FEWEST ? "short" : "linked",
    ...{
      periods: periods.length,
      first: periods[0] ?? null,
      last: periods.at(-1) ?? null,
      units: used.units,
    },
  }
}

function refusalOf(
  { waves }: LinkView,
  kpi: ViewedKpi,
  { has, isConstant }: UsedKpi,
  labels: ToldKpi["labels"],
): ToldKpi["refused"] {
  if (isConstant) return "constant"
  if (has.includes(1)) return null
  const all =
    labels.used + labels.unmapped + labels.notOurs + labels.whole + labels.cutsAcross + labels.elsewhere
  if (all === 0) return "empty"
  if (labels.used > 0) {
    const near = waves.some((_, wave) =>
      lagsOf(kpi).some((lag) => (kpi.at[wave] as number) + lag in kpi.values),
    )
    return near ? "elsewhere" : "no-period"
  }
  if (labels.cutsAcross > 0) return "cuts-across"
  return labels.elsewhere + labels.whole > 0 ? "elsewhere" : "unmapped"
}

/** Numbers of the labels that have a value in any period. */
function labelsWithValues({ values }: ViewedKpi): number[] {
  const has = new Uint8Array(values.reduce((most, { length }) => Math.max(most, length), 0))
  for (const row of values) for (let at = 0; at < row.length; at++) if (Number.isFinite(row[at])) has[at] = 1
  return [...has.keys()].filter((at) => has[at] === 1)
}
