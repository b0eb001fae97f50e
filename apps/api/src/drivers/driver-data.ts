import type { DriverInput } from "@throughline/analysis"
import type { Tx } from "@throughline/db"
import { type Period, parsePeriod, periodText } from "@throughline/org"
import { type LoadedKpi, type LoadedUnit, loadKpis } from "../kpis/load-kpis.ts"

/** What a driver is made of, all on the same periods and the same units. */
export interface DriverData {
  indicator: LoadedKpi
  outcome: LoadedKpi
  plan: LoadedKpi | null
  /** Those with a value of the indicator or the KPI; the engine counts them from 0 in this order. */
  units: LoadedUnit[]
  /** Labels with values that are no single unit. */
  leftOut: { number: number; label: string; reason: "whole" | "none" }[]
  /** undefined: the three have periods of different kinds. */
  aligned: Aligned | undefined
}

export interface Aligned {
  /** From the first value to the last, and so far as something can be foretold. */
  periods: string[]
  input: DriverInput
}

interface Parts {
  indicator_id: string
  outcome_id: string
  plan_id: string | null
  horizon: number
}

export async function loadDriverData(tx: Tx, organizationId: string, parts: Parts): Promise<DriverData> {
  const { indicator_id, outcome_id, plan_id, horizon } = parts
  const { kpis, units } = await loadKpis(
    tx,
    organizationId,
    [indicator_id, outcome_id, plan_id].filter((id) => id !== null),
  )
  const found = (id: string | null) => kpis.find((kpi) => kpi.id === id) ?? null
  const [indicator, outcome, plan] = [found(indicator_id), found(outcome_id), found(plan_id)]
  if (indicator === null || outcome === null) throw new Error("a driver's KPI is missing")
  const has = ({ number }: LoadedUnit) =>
    [indicator, outcome].some(({ values }) => values.some((row) => Number.isFinite(row[number])))
  const used = units.filter(has)
  const leftOut = used.flatMap(({ number, label, target }) =>
    target?.kind === "whole" || target?.kind === "none" ? [{ number, label, reason: target.kind }] : [],
  )
  const own = used.filter(({ number }) => !leftOut.some((out) => out.number === number))
  const aligned = align({ indicator, outcome, plan }, own, horizon)
  return { indicator, outcome, plan, units: own, leftOut, aligned }
}

/** The state that all of it is in: the same text, the same result. */
export function stateOf({ indicator, outcome, plan, units }: DriverData): string {
  const revisions = [indicator, outcome, plan].map((kpi) => (kpi === null ? "" : `${kpi.id}:${kpi.revision}`))
  return [...revisions, outcome.direction, units.map(({ number }) => number).join(",")].join(" ")
}

function align(
  { indicator, outcome, plan }: Pick<DriverData, "indicator" | "outcome" | "plan">,
  units: readonly LoadedUnit[],
  horizon: number,
): Aligned | undefined {
  const spans = [indicator, outcome, ...(plan === null ? [] : [plan])].map(spanOf)
  const known = spans.filter((span) => span !== undefined)
  const kind = known[0]?.kind
  if (kind === undefined) {
    const input = { units: units.length, indicator: [], outcome: [], plan: null, horizon }
    return { periods: [], input: { ...input, direction: outcome.direction } }
  }
  if (known.some((span) => span.kind !== kind)) return undefined
  // Plans reach years ahead; nothing is drawn or foretold there.
  const lead = [spanOf(indicator), spanOf(outcome)].filter((span) => span !== undefined)
  const first = Math.min(...(lead.length > 0 ? lead : known).map(({ ordinal }) => ordinal))
  const last = Math.max(...(lead.length > 0 ? lead : known).map(({ last }) => last)) + horizon
  const ordinals = Array.from({ length: last - first + 1 }, (_, at) => first + at)
  const rows = (kpi: LoadedKpi) => {
    const from = spanOf(kpi)?.ordinal ?? 0
    return ordinals.map((ordinal) => {
      const values = kpi.values[ordinal - from]
      return Float64Array.from(units, ({ number }) => values?.[number] ?? Number.NaN)
    })
  }
  return {
    periods: ordinals.map((ordinal) => periodText({ kind, ordinal })),
    input: {
      ...{ units: units.length, indicator: rows(indicator), outcome: rows(outcome) },
      ...{ plan: plan === null ? null : rows(plan), horizon, direction: outcome.direction },
    },
  }
}

/** From its first period to the last; undefined: it has no value yet. */
function spanOf({ periods }: LoadedKpi): (Period & { last: number }) | undefined {
  const period = periods[0] === undefined ? undefined : parsePeriod(periods[0])
  return period && { ...period, last: period.ordinal + periods.length - 1 }
}
