import { setTimeout as sleep } from "node:timers/promises"
import { type Tx, withOrganization } from "@throughline/db"
import { labelKey, parsePeriod } from "@throughline/org"
import type { KeySession } from "../api-keys/key-session.ts"
import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"
import { addUnits } from "./add-units.ts"
import { type KpiRow, selectKpis, tryLockKpis } from "./queries.ts"
import type { Pushed, PushedRows } from "./schemas.ts"
import { type ValueRow, writeRows } from "./write-rows.ts"

interface RowIssue {
  /** From 1. */
  row: number
  message: string
}

/** More are counted in none, but the first say what is wrong. */
const LISTED = 100
/** Milliseconds between two looks whether a file that is being taken in is done, and in all. */
const WAIT = 200
const PATIENCE = 30_000

/**
 * Takes in values that a program pushes: all of them or none, and the same again changes nothing. Throws kpis.refused with what is wrong
 * by row, and server.busy when others write for half a minute. It waits without a connection: a hundred pushes behind one large file
 * would else leave none to anybody.
 */
export async function pushValues(
  deps: Deps,
  { organizationId, keyId }: KeySession,
  rows: PushedRows["values"],
): Promise<Pushed> {
  for (let waited = 0; waited < PATIENCE; waited += WAIT) {
    const taken = await withOrganization(deps.db, "web", organizationId, async (tx) =>
      (await tryLockKpis(tx, organizationId))
        ? await takeIn(tx, deps, { organizationId, keyId }, rows)
        : undefined,
    )
    if (taken !== undefined) return taken
    await sleep(WAIT)
  }
  throw new Problem("server.busy")
}

async function takeIn(
  tx: Tx,
  deps: Deps,
  { organizationId, keyId }: KeySession,
  rows: PushedRows["values"],
): Promise<Pushed> {
  const kpis = await selectKpis(tx, organizationId)
  const { issues, found } = checkRows(rows, kpis)
  if (issues.length > 0) throw new Problem("kpis.refused", { issues: issues.slice(0, LISTED) })
  const labels = [...new Map(rows.map(({ unit }) => [labelKey(unit), unit])).values()]
  const { numbers, added: newUnits, unmapped } = await addUnits(tx, organizationId, labels)
  const numberOf = new Map(labels.map((label, at) => [labelKey(label), numbers[at] as number]))
  const values = rows.map(
    ({ unit, period, value }, at): ValueRow => ({
      ...{
        kpiId: (found[at] as KpiRow).kpi_id,
        unit: numberOf.get(labelKey(unit)) as number,
        period,
        value,
      },
    }),
  )
  const writer = { source: "key", at: deps.now(), keyId } as const
  return { ...(await writeRows(tx, organizationId, writer, values)), newUnits, unmapped }
}

function checkRows(
  rows: PushedRows["values"],
  kpis: readonly KpiRow[],
): { issues: RowIssue[]; found: (KpiRow | undefined)[] } {
  const byName = new Map(kpis.flatMap((kpi) => [[kpi.kpi_id, kpi] as const, [kpi.key, kpi] as const]))
  const kinds = new Map(
    kpis.flatMap(({ kpi_id, period_kind }) => (period_kind ? [[kpi_id, period_kind] as const] : [])),
  )
  const seen = new Map<string, { row: number; value: number | null }>()
  const issues: RowIssue[] = []
  const found = rows.map(({ kpi, unit, period, value }, at) => {
    const row = at + 1
    const own = byName.get(labelKey(kpi))
    const when = parsePeriod(period)
    if (own === undefined) issues.push({ row, message: `There is no KPI “${kpi}”.` })
    if (when === undefined)
      issues.push({
        row,
        message: `“${period}” is no period; write 2026, 2026-H1, 2026-Q3, 2026-07, 2026-W05 or 2026-07-14.`,
      })
    if (own === undefined || when === undefined) return own
    const kind = kinds.get(own.kpi_id) ?? when.kind
    kinds.set(own.kpi_id, kind)
    if (kind !== when.kind)
      issues.push({ row, message: `“${own.name}” is told by ${kind}, and ${period} is a ${when.kind}.` })
    const key = `${own.kpi_id} ${period} ${labelKey(unit)}`
    const before = seen.get(key)
    if (before !== undefined && before.value !== value)
      issues.push({ row, message: `Row ${before.row} says another value for the same KPI, unit and period.` })
    else seen.set(key, { row, value })
    return own
  })
  return { issues, found }
}
