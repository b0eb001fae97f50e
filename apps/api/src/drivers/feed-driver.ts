import { withOrganization } from "@throughline/db"
import { parsePeriod } from "@throughline/org"
import type { Session } from "../auth/session.ts"
import type { Deps } from "../deps.ts"
import { writeRows } from "../kpis/write-rows.ts"
import { Problem } from "../problem.ts"
import { type DriverData, loadDriverData } from "./driver-data.ts"
import { inHandOf } from "./in-hand.ts"
import { selectDrivers } from "./queries.ts"
import type { DriverValues } from "./schemas.ts"

/**
 * The keeper's own figures: values of the driver's indicator, for its units, and of nothing else. What each correction
 * found is kept, as of any other writing. Throws driver.unknown, session.forbidden, driver.values.
 */
export function feedDriver(
  deps: Deps,
  session: Session,
  driverId: string,
  { values }: DriverValues,
): Promise<{ added: number; corrected: number; unchanged: number }> {
  const { organizationId, userId } = session
  return withOrganization(deps.db, "web", organizationId, async (tx) => {
    const [row] = await selectDrivers(tx, organizationId, { inHand: inHandOf(session), driverId })
    if (row === undefined) throw new Problem("driver.unknown")
    if (row.keeper_id !== userId) throw new Problem("session.forbidden")
    const issues = misfits(await loadDriverData(tx, organizationId, row), values)
    if (issues.length > 0) throw new Problem("driver.values", { issues })
    return await writeRows(
      tx,
      organizationId,
      { source: "keeper", userId, at: deps.now() },
      values.map((value) => ({ kpiId: row.indicator_id, ...value })),
    )
  })
}

/** Values of other units, of no period or one of another kind, and those that are given twice. */
function misfits(
  { indicator, outcome, units }: DriverData,
  values: DriverValues["values"],
): { row: number; message: string }[] {
  const numbers = new Set(units.map(({ number }) => number))
  const kind = parsePeriod(indicator.periods[0] ?? outcome.periods[0] ?? "")?.kind
  const seen = new Set<string>()
  return values.flatMap(({ unit, period }, at) => {
    const found = parsePeriod(period)
    const key = `${unit} ${period}`
    const isTwice = seen.has(key)
    seen.add(key)
    if (!numbers.has(unit)) return [{ row: at + 1, message: "is no unit of this driver" }]
    if (found === undefined || (kind !== undefined && found.kind !== kind))
      return [{ row: at + 1, message: "is no period as the driver's others are" }]
    return isTwice ? [{ row: at + 1, message: "is given twice" }] : []
  })
}
