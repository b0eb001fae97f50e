import type { Tx } from "@throughline/db"
import type { UnitTarget } from "./load-kpis.ts"

const columns = (target: UnitTarget | null) => ({
  target: target?.kind ?? null,
  person_id: target?.kind === "unit" ? target.personId : null,
  department: target?.kind === "department" ? target.department : null,
})

export interface NewUnit {
  number: number
  label: string
  key: string
  target: UnitTarget | null
}

export async function insertUnits(tx: Tx, organizationId: string, units: readonly NewUnit[]): Promise<void> {
  for (let from = 0; from < units.length; from += 1000)
    await tx
      .insertInto("app.kpi_unit")
      .values(
        units.slice(from, from + 1000).map(({ target, ...unit }) => ({
          ...{ organization_id: organizationId, ...unit, ...columns(target) },
        })),
      )
      .execute()
}

export async function updateUnit(
  tx: Tx,
  organizationId: string,
  number: number,
  target: UnitTarget | null,
  mappedBy: string,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("app.kpi_unit")
    .set({ ...columns(target), mapped_by: mappedBy })
    .where("organization_id", "=", organizationId)
    .where("number", "=", number)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
