import type { KpiPeriodKind, Tx } from "@throughline/db"
import { checkSpan } from "./check-span.ts"
import { mergeValues, storedValues } from "./merge-values.ts"
import { packed, unpackValues } from "./packed.ts"
import { lockKpis, selectKpis } from "./queries.ts"
import {
  type ChangeRow,
  insertChangeRows,
  insertWrite,
  nextWriteNumber,
  putValueRows,
  type StoredRow,
  selectPeriodRows,
  touchKpi,
} from "./write-queries.ts"

export interface KpiToWrite {
  kpiId: string
  kind: KpiPeriodKind
  periods: {
    ordinal: number
    /** By number of the unit; NaN leaves what is there, AWAY takes it away. */
    values: Float64Array
  }[]
}

/** Who writes, and by what. */
export interface Writer {
  source: "file" | "key" | "keeper"
  at: Date
  fileName?: string
  /** auth.app_user.id */
  userId?: string
  keyId?: string
}

interface Written {
  added: number
  corrected: number
  unchanged: number
}

/** Rows that go to the database at once: some megabytes. */
const AT_ONCE = 64

/**
 * Writes values of KPIs, and keeps what each correction found. Writing the same again changes nothing and leaves no trace. The
 * KPIs' kind of period must be the one they have, if they have one; whoever calls has told the others. Throws kpis.refused when
 * a KPI would have too many periods.
 */
export async function writeValues(
  tx: Tx,
  organizationId: string,
  writer: Writer,
  kpis: readonly KpiToWrite[],
): Promise<Written> {
  await lockKpis(tx, organizationId)
  const known = await selectKpis(
    tx,
    organizationId,
    kpis.map(({ kpiId }) => kpiId),
  )
  const rowOf = new Map(known.map((row) => [row.kpi_id, row]))
  const spans = kpis.map(({ kpiId, kind, periods }) => {
    const row = rowOf.get(kpiId)
    if (row === undefined || (row.period_kind ?? kind) !== kind)
      throw new Error("values of a KPI that is not there, or of another kind of period")
    return { kpiId, name: row.name, kind, ordinals: periods.map(({ ordinal }) => ordinal) }
  })
  await checkSpan(tx, organizationId, spans)
  const number = await nextWriteNumber(tx, organizationId)
  const { source, fileName = null, userId = null, keyId = null, at } = writer
  const write = { number, source, file_name: fileName, written_by: userId, key_id: keyId, written_at: at }
  const counts = { added: 0, corrected: 0 }
  let unchanged = 0
  // The writing has to be there before its changes; how much it changed is known when all are merged.
  const changes: ChangeRow[] = []
  for (const { kpiId, kind, periods } of kpis) {
    let touched = false
    for (let from = 0; from < periods.length; from += AT_ONCE) {
      const some = periods.slice(from, from + AT_ONCE)
      const ordinals = some.map(({ ordinal }) => ordinal)
      const there = await selectPeriodRows(tx, organizationId, kpiId, ordinals)
      const stored = new Map(there.map((row) => [row.ordinal, unpackValues(row.unit_values)]))
      const rows: StoredRow[] = []
      for (const { ordinal, values } of some) {
        const before = stored.get(ordinal)
        const merged = mergeValues(before, values)
        unchanged += merged.unchanged
        if (merged.addedCount + merged.units.length === 0) continue
        counts.added += merged.addedCount
        counts.corrected += merged.units.length
        rows.push({ kpi_id: kpiId, ordinal, ...storedValues(merged.values) })
        const isNew = before === undefined
        changes.push({
          ...{ kpi_id: kpiId, ordinal, is_new: isNew, added: isNew ? new Uint8Array() : merged.added },
          ...{ units: packed(merged.units), before: packed(merged.before), after: packed(merged.after) },
        })
      }
      await putValueRows(tx, organizationId, rows)
      touched ||= rows.length > 0
    }
    if (touched) await touchKpi(tx, organizationId, kpiId, kind)
  }
  if (changes.length > 0) {
    await insertWrite(tx, organizationId, { ...write, ...counts })
    for (let from = 0; from < changes.length; from += AT_ONCE)
      await insertChangeRows(tx, organizationId, number, changes.slice(from, from + AT_ONCE))
  }
  return { ...counts, unchanged }
}
