import type { Tx } from "@throughline/db"
import { parsePeriod } from "@throughline/org"
import { AWAY } from "./merge-values.ts"
import { type KpiToWrite, type Writer, writeValues } from "./write-values.ts"

export interface ValueRow {
  kpiId: string
  /** Number of the label. */
  unit: number
  /** A canonical text: 2026-Q3. */
  period: string
  /** null takes the value away. */
  value: number | null
}

/** Writes some values given one by one. The periods of one KPI must be of one kind, the KPI's own if it has one. */
export async function writeRows(tx: Tx, organizationId: string, writer: Writer, rows: readonly ValueRow[]) {
  const length = rows.reduce((most, { unit }) => Math.max(most, unit + 1), 0)
  const kpis: KpiToWrite[] = []
  for (const [kpiId, own] of Map.groupBy(rows, ({ kpiId }) => kpiId)) {
    const periods: KpiToWrite["periods"] = []
    let kind: KpiToWrite["kind"] = "year"
    for (const [text, cells] of Map.groupBy(own, ({ period }) => period)) {
      const period = parsePeriod(text)
      if (period === undefined) throw new Error("a period that is none")
      kind = period.kind
      const values = new Float64Array(length).fill(Number.NaN)
      for (const { unit, value } of cells) values[unit] = value ?? AWAY
      periods.push({ ordinal: period.ordinal, values })
    }
    kpis.push({ kpiId, kind, periods })
  }
  return await writeValues(tx, organizationId, writer, kpis)
}
