import { type Tx, withOrganization } from "@throughline/db"
import { periodText } from "@throughline/org"
import type { Session } from "../auth/session.ts"
import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"
import { selectChanges } from "./change-queries.ts"
import { ownSummaries, toldKpi } from "./list-kpis.ts"
import { loadKpis, loadUnits } from "./load-kpis.ts"
import { unpackNumbers, unpackValues } from "./packed.ts"
import { loadTargets } from "./propose-targets.ts"
import { type KpiRow, selectKpis } from "./queries.ts"
import { inOwnUnit, resolveToday } from "./resolve-units.ts"
import type { KpiChanges, KpiValues } from "./schemas.ts"
import { unitStanding } from "./unit-standing.ts"

/** A KPI's values by unit and period; a leader reads those of the own unit. Throws kpi.unknown. */
export async function readValues(
  deps: Deps,
  session: Session,
  kpiId: string,
  seen = inOwnUnit,
): Promise<KpiValues> {
  const { organizationId } = session
  return await withOrganization(deps.db, "web", organizationId, async (tx) => {
    const row = await findKpi(tx, organizationId, kpiId)
    const { kpis, units } = await loadKpis(tx, organizationId, [kpiId])
    const own = await seen(tx, session, units)
    const { periods = [], values = [] } = kpis[0] ?? {}
    const resolved = await resolveToday(tx, organizationId, units)
    const targets = await loadTargets(tx, organizationId)
    const summaries = await ownSummaries(tx, organizationId, own, [kpiId])
    return {
      kpi: toldKpi(row, summaries.get(kpiId)),
      periods,
      units: units.flatMap((unit) => {
        const { number, label, target } = unit
        const figures = values.map((row) => told(row[number]))
        if (!own.has(number) || figures.every((figure) => figure === null)) return []
        const { standing } = unitStanding(unit, resolved.get(number))
        return [{ number, label, targetName: targets.nameOf(target), standing, values: figures }]
      }),
    }
  })
}

/** Corrections that are listed; more are counted. */
const LISTED = 500

/** Every correction of a KPI's values, the newest first; a leader reads those of the own unit. Throws kpi.unknown. */
export async function readChanges(deps: Deps, session: Session, kpiId: string): Promise<KpiChanges> {
  const { organizationId } = session
  return await withOrganization(deps.db, "web", organizationId, async (tx) => {
    const { period_kind } = await findKpi(tx, organizationId, kpiId)
    const kind = period_kind ?? "year"
    const units = await loadUnits(tx, organizationId)
    const own = await inOwnUnit(tx, session, units)
    const labels = new Map(units.map(({ number, label }) => [number, label]))
    const changes: KpiChanges["changes"] = []
    let count = 0
    for (const row of await selectChanges(tx, organizationId, kpiId)) {
      const [before, after] = [unpackValues(row.before), unpackValues(row.after)]
      const of = { at: row.written_at.toISOString(), by: row.by, source: row.source, fileName: row.file_name }
      unpackNumbers(row.units).forEach((unit, at) => {
        if (!own.has(unit)) return
        count++
        if (changes.length >= LISTED) return
        const figures = { before: told(before[at]), after: told(after[at]) }
        const period = periodText({ kind, ordinal: row.ordinal })
        changes.push({
          unit: labels.get(unit) ?? "",
          period,
          ...figures,
          ...of,
          undone: row.undone_by !== null,
        })
      })
    }
    return { changes, count }
  })
}

async function findKpi(tx: Tx, organizationId: string, kpiId: string): Promise<KpiRow> {
  const [row] = await selectKpis(tx, organizationId, [kpiId])
  if (row === undefined) throw new Problem("kpi.unknown")
  return row
}

const told = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? null : value)
