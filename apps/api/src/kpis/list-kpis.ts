import { type Tx, withOrganization } from "@throughline/db"
import { periodText } from "@throughline/org"
import type { z } from "zod"
import type { Session } from "../auth/session.ts"
import type { Deps } from "../deps.ts"
import { type KpiSummary, selectSummaries } from "./kpi-queries.ts"
import { loadUnits } from "./load-kpis.ts"
import { unpackValues } from "./packed.ts"
import { type KpiRow, selectKpis, selectValueRows } from "./queries.ts"
import { inOwnUnit } from "./resolve-units.ts"
import type { Kpi, kpiList } from "./schemas.ts"
import { findLastFile, hasLaterChanges } from "./undo-queries.ts"

/** Fewer periods than this are a short series. */
const SHORT = 4

/** Every KPI with the state of its values; of a leader only those of the own unit count. */
export async function listKpis(deps: Deps, session: Session): Promise<z.infer<typeof kpiList>> {
  const { organizationId, role } = session
  return await withOrganization(deps.db, "web", organizationId, async (tx) => {
    const rows = await selectKpis(tx, organizationId)
    const units = await loadUnits(tx, organizationId)
    const own = await inOwnUnit(tx, session, units)
    const isAll = role !== "leader"
    const summaries = isAll
      ? await selectSummaries(tx, organizationId)
      : await ownSummaries(
          tx,
          organizationId,
          own,
          rows.map(({ kpi_id }) => kpi_id),
        )
    return {
      kpis: rows.map((row) => toldKpi(row, summaries.get(row.kpi_id))),
      units: own.size,
      unmapped: units.filter(({ number, target }) => own.has(number) && target === null).length,
      lastImport: role === "hr" ? await lastImport(tx, organizationId) : null,
    }
  })
}

export function toldKpi(row: KpiRow, summary: KpiSummary | undefined): Kpi {
  const { kpi_id, name, measure, direction, role, owner, period_kind } = row
  const told = { id: kpi_id, name, measure, direction, role, owner, periodKind: period_kind }
  if (summary === undefined || period_kind === null)
    return { ...told, state: "empty", periods: 0, first: null, last: null, values: 0 }
  const { periods, first, last, values, lowest, highest } = summary
  const state = lowest === highest ? "constant" : periods < SHORT ? "short" : "fine"
  const text = (ordinal: number) => periodText({ kind: period_kind, ordinal })
  return { ...told, state, periods, first: text(first), last: text(last), values }
}

/** The same of some units only: read from the values, as what is kept beside them is of all. */
export async function ownSummaries(
  tx: Tx,
  organizationId: string,
  own: ReadonlySet<number>,
  ids: readonly string[],
): Promise<Map<string, KpiSummary>> {
  const summaries = new Map<string, KpiSummary>()
  if (own.size === 0) return summaries
  // One at a time: all of them may have a hundred megabytes, and every leader looks at the list.
  for (const id of ids) {
    let [low, high, count, periods] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, 0]
    let [first, last] = [0, 0]
    for (const { ordinal, unit_values } of await selectValueRows(tx, organizationId, [id])) {
      const values = unpackValues(unit_values)
      const before = count
      for (const number of own) {
        const value = values[number] ?? Number.NaN
        if (Number.isNaN(value)) continue
        count++
        low = Math.min(low, value)
        high = Math.max(high, value)
      }
      if (count === before) continue
      if (periods++ === 0) first = ordinal
      last = ordinal
    }
    if (count > 0)
      summaries.set(id, {
        ...{ kpi_id: id, periods, values: count, lowest: low, highest: high },
        ...{ first, last },
      })
  }
  return summaries
}

async function lastImport(tx: Tx, organizationId: string) {
  const last = await findLastFile(tx, organizationId)
  if (last === undefined) return null
  const { number, file_name, written_at, added, corrected } = last
  const canUndo = !(await hasLaterChanges(tx, organizationId, number))
  return { fileName: file_name ?? "", at: written_at.toISOString(), added, corrected, canUndo }
}
