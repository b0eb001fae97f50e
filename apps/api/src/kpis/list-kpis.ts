import { type Tx, withOrganization } from "@throughline/db"
import { periodText } from "@throughline/org"
import type { z } from "zod"
import type { Session } from "../auth/session.ts"
import type { Deps } from "../deps.ts"
import { type KpiSummary, selectSummaries } from "./kpi-queries.ts"
import { loadKpis, loadUnits } from "./load-kpis.ts"
import { type KpiRow, selectKpis } from "./queries.ts"
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
      : await ownSummaries(tx, organizationId, own)
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
  ids?: readonly string[],
): Promise<Map<string, KpiSummary>> {
  const { kpis } = await loadKpis(tx, organizationId, ids)
  const rows = new Map((await selectKpis(tx, organizationId, ids)).map((row) => [row.kpi_id, row]))
  const summaries = new Map<string, KpiSummary>()
  if (own.size === 0 || rows.size === 0) return summaries
  for (const { id, values, first } of kpis) {
    let [low, high, count, periods] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, 0]
    let [from, to] = [-1, -1]
    values.forEach((row, at) => {
      const before = count
      for (const number of own) {
        const value = row[number] ?? Number.NaN
        if (Number.isNaN(value)) continue
        count++
        low = Math.min(low, value)
        high = Math.max(high, value)
      }
      if (count === before) return
      periods++
      if (from < 0) from = at
      to = at
    })
    if (count > 0)
      summaries.set(id, {
        ...{ kpi_id: id, periods, values: count, lowest: low, highest: high },
        ...{ first: first + from, last: first + to },
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
