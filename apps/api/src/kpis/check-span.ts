import type { Tx } from "@throughline/db"
import { kpiLimits, periodText } from "@throughline/org"
import { Problem } from "../problem.ts"
import { selectSpans } from "./queries.ts"
import type { KpiToWrite } from "./write-values.ts"

/**
 * A KPI is read without gaps from its first period to its last: one day of 2206 among those of 2026 would be all the days between.
 * Throws kpis.refused.
 *
 * @param kpis kpiId is null of one that is not there yet
 */
export async function checkSpan(
  tx: Tx,
  organizationId: string,
  kpis: readonly {
    kpiId: string | null
    name: string
    kind: KpiToWrite["kind"]
    ordinals: readonly number[]
  }[],
): Promise<void> {
  const ids = kpis.flatMap(({ kpiId }) => kpiId ?? [])
  const there = new Map((await selectSpans(tx, organizationId, ids)).map((row) => [row.kpi_id, row]))
  for (const { kpiId, name, kind, ordinals } of kpis) {
    const { first, last } = there.get(kpiId ?? "") ?? {
      first: Number.POSITIVE_INFINITY,
      last: Number.NEGATIVE_INFINITY,
    }
    const from = ordinals.reduce((least, one) => Math.min(least, one), first)
    const to = ordinals.reduce((most, one) => Math.max(most, one), last)
    if (to - from < kpiLimits.periods) continue
    const when = (ordinal: number) => periodText({ kind, ordinal })
    const detail = `“${name}” would run from ${when(from)} to ${when(to)}; a KPI has at most ${kpiLimits.periods} periods. Is one of them a slip?`
    throw new Problem("kpis.refused", { detail })
  }
}
