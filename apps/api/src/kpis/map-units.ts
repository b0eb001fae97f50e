import { withOrganization } from "@throughline/db"
import type { Session } from "../auth/session.ts"
import type { Deps } from "../deps.ts"
import { Problem } from "../problem.ts"
import { loadUnits, type UnitTarget } from "./load-kpis.ts"
import { loadTargets } from "./propose-targets.ts"
import { lockKpis, selectUnitRows } from "./queries.ts"
import { inOwnUnit, resolveToday } from "./resolve-units.ts"
import type { KpiUnits } from "./schemas.ts"
import { updateUnit } from "./unit-queries.ts"
import { unitStanding } from "./unit-standing.ts"

/** Every label, what it is mapped to, and what it can be mapped to; a leader reads the labels of the own unit. */
export async function listUnits(deps: Deps, session: Session): Promise<KpiUnits> {
  const { organizationId, role } = session
  return await withOrganization(deps.db, "web", organizationId, async (tx) => {
    const units = await loadUnits(tx, organizationId)
    const own = await inOwnUnit(tx, session, units)
    const rows = new Map((await selectUnitRows(tx, organizationId)).map((row) => [row.number, row]))
    const targets = await loadTargets(tx, organizationId)
    const resolved = await resolveToday(tx, organizationId, units)
    return {
      units: units
        .filter(({ number }) => own.has(number))
        .map((unit) => {
          const proposed = unit.target === null ? targets.propose(unit.label) : undefined
          return {
            ...{ number: unit.number, label: unit.label, target: unit.target },
            targetName: targets.nameOf(unit.target),
            ...unitStanding(unit, resolved.get(unit.number)),
            byHand: (rows.get(unit.number)?.mapped_by ?? null) !== null,
            proposal:
              proposed === undefined ? null : { target: proposed, name: targets.nameOf(proposed) ?? "" },
          }
        }),
      targets:
        role === "hr"
          ? { units: targets.units, departments: targets.departments }
          : { units: [], departments: [] },
    }
  })
}

/** Says what a label stands for; null: nothing yet. Throws unit.unknown when there is no such label or target. */
export async function mapUnit(
  deps: Deps,
  { organizationId, userId }: Session,
  number: number,
  target: UnitTarget | null,
): Promise<void> {
  await withOrganization(deps.db, "web", organizationId, async (tx) => {
    await lockKpis(tx, organizationId)
    const { units, departments } = await loadTargets(tx, organizationId)
    const isThere =
      target === null ||
      (target.kind === "unit" && units.some(({ personId }) => personId === target.personId)) ||
      (target.kind === "department" && departments.includes(target.department)) ||
      target.kind === "whole" ||
      target.kind === "none"
    if (!isThere || !(await updateUnit(tx, organizationId, number, target, userId)))
      throw new Problem("unit.unknown")
  })
}
