import { type Tx, withOrganization } from "@throughline/db"
import type { Session } from "../auth/session.ts"
import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"
import { storedValues } from "./merge-values.ts"
import { unpackNumbers, unpackValues } from "./packed.ts"
import { lockKpis } from "./queries.ts"
import { findLastFile, hasLaterChanges, markUndone, selectChangesOf } from "./undo-queries.ts"
import {
  deleteValueRow,
  insertWrite,
  nextWriteNumber,
  putValueRows,
  selectPeriodRows,
  touchKpi,
} from "./write-queries.ts"

/**
 * Takes the values of the last file back, so that every value is what it was before. KPIs and labels that it brought stay, without
 * values. Throws kpis.not-undoable when there is none, or when later values stand on it.
 */
export async function undoImport(deps: Deps, session: Session): Promise<{ fileName: string }> {
  const { organizationId, userId } = session
  return await withOrganization(deps.db, "web", organizationId, async (tx) => {
    await lockKpis(tx, organizationId)
    const last = await findLastFile(tx, organizationId)
    if (last === undefined || (await hasLaterChanges(tx, organizationId, last.number)))
      throw new Problem("kpis.not-undoable")
    const number = await nextWriteNumber(tx, organizationId)
    await insertWrite(tx, organizationId, {
      ...{ number, source: "undo", file_name: last.file_name, written_by: userId, key_id: null },
      ...{ written_at: deps.now(), added: 0, corrected: 0 },
    })
    await markUndone(tx, organizationId, last.number, number)
    const kpis = new Map<string, "year" | "half" | "quarter" | "month" | "week" | "day" | null>()
    for (const change of await selectChangesOf(tx, organizationId, last.number)) {
      await takeBack(tx, organizationId, change)
      kpis.set(change.kpi_id, change.period_kind)
    }
    for (const [kpiId, kind] of kpis) {
      const left = await hasValues(tx, organizationId, kpiId)
      await touchKpi(tx, organizationId, kpiId, left ? kind : null)
    }
    return { fileName: last.file_name ?? "" }
  })
}

async function hasValues(tx: Tx, organizationId: string, kpiId: string): Promise<boolean> {
  const row = await tx
    .selectFrom("app.kpi_values")
    .select("ordinal")
    .where("organization_id", "=", organizationId)
    .where("kpi_id", "=", kpiId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

type Change = Awaited<ReturnType<typeof selectChangesOf>>[number]

async function takeBack(tx: Tx, organizationId: string, change: Change): Promise<void> {
  const { kpi_id, ordinal, is_new } = change
  if (is_new) {
    await deleteValueRow(tx, organizationId, kpi_id, ordinal)
    return
  }
  const [row] = await selectPeriodRows(tx, organizationId, kpi_id, [ordinal])
  if (row === undefined) return
  const values = unpackValues(row.unit_values).slice()
  change.added.forEach((byte, at) => {
    for (let bit = 0; bit < 8; bit++) if (byte & (1 << bit)) values[at * 8 + bit] = Number.NaN
  })
  const before = unpackValues(change.before)
  unpackNumbers(change.units).forEach((unit, at) => {
    values[unit] = before[at] as number
  })
  await putValueRows(tx, organizationId, [{ kpi_id, ordinal, ...storedValues(values) }])
}
