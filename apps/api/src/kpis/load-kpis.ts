import type { KpiRole, Tx } from "@throughline/db"
import { periodText } from "@throughline/org"
import { unpackValues } from "./packed.ts"
import { selectKpis, selectUnitRows, selectValueRows } from "./queries.ts"

/** What a label of KPI files stands for; null: mapped to nothing yet. */
export type UnitTarget =
  | { kind: "unit"; personId: string }
  | { kind: "department"; department: string }
  | { kind: "whole" }
  | { kind: "none" }

export interface LoadedUnit {
  number: number
  label: string
  target: UnitTarget | null
}

export interface LoadedKpi {
  id: string
  name: string
  measure: string
  direction: "higher" | "lower"
  role: KpiRole
  owner: string
  /** Counts the writings of its values. */
  revision: number
  /** Ordinal of the first period. */
  first: number
  /** From the first to the last, without gaps. */
  periods: string[]
  /** By period the units' values, by number of the unit; NaN: none. */
  values: Float64Array[]
}

/** KPIs with all their values, by name; and every label of the organization. @param ids left out: all of them */
export async function loadKpis(
  tx: Tx,
  organizationId: string,
  ids?: readonly string[],
): Promise<{ kpis: LoadedKpi[]; units: LoadedUnit[] }> {
  const rows = await selectKpis(tx, organizationId, ids)
  const units = await loadUnits(tx, organizationId)
  const length = (units.at(-1)?.number ?? -1) + 1
  const none = new Float64Array(length).fill(Number.NaN)
  const stored = Map.groupBy(
    await selectValueRows(
      tx,
      organizationId,
      rows.map(({ kpi_id }) => kpi_id),
    ),
    ({ kpi_id }) => kpi_id,
  )
  const kpis = rows.map((row): LoadedKpi => {
    const { kpi_id, name, measure, direction, role, owner, revision, period_kind } = row
    const told = { id: kpi_id, name, measure, direction, role, owner, revision }
    const own = stored.get(kpi_id) ?? []
    const first = own[0]?.ordinal ?? 0
    const last = own.at(-1)?.ordinal ?? -1
    const values = new Array<Float64Array>(last - first + 1).fill(none)
    for (const { ordinal, unit_values } of own)
      values[ordinal - first] = lengthened(unpackValues(unit_values), length)
    const kind = period_kind ?? "year"
    return {
      ...told,
      first,
      periods: values.map((_, at) => periodText({ kind, ordinal: first + at })),
      values,
    }
  })
  return { kpis, units }
}

/** Every label that KPI files use, by number. */
export async function loadUnits(tx: Tx, organizationId: string): Promise<LoadedUnit[]> {
  const rows = await selectUnitRows(tx, organizationId)
  return rows.map(({ number, label, target, person_id, department }) => ({
    ...{ number, label },
    target: targetOf(target, person_id, department),
  }))
}

function targetOf(
  kind: string | null,
  personId: string | null,
  department: string | null,
): UnitTarget | null {
  if (kind === "unit" && personId !== null) return { kind, personId }
  if (kind === "department" && department !== null) return { kind, department }
  return kind === "whole" || kind === "none" ? { kind } : null
}

/** What came before a label was known has no value of it. */
function lengthened(values: Float64Array, length: number): Float64Array {
  if (values.length >= length) return values
  const all = new Float64Array(length).fill(Number.NaN)
  all.set(values)
  return all
}
