import { type KpiPeriodKind, type KpiRole, withOrganization } from "@throughline/db"
import type { Deps } from "../deps.ts"
import { writeValues } from "../kpis/write-values.ts"

export const UNITS = 24
const [QUARTER, MONTH] = [2024 * 4, 2024 * 12]
/** The quarter that stands at this place: 0 is 2024-Q1. */
export const quarter = (at: number) => `${2024 + Math.floor(at / 4)}-Q${(at % 4) + 1}`

/** The same numbers on every machine, spread like noise between -1 and 1. */
export const noise = (seed: number) => {
  const value = Math.sin(seed * 12.9898) * 43758.5453
  return 2 * (value - Math.floor(value)) - 1
}

/** Made-up figures of so many quarters: training completed, and the sales that follow it a quarter later. */
export function figures(quarters: number, effect = 0.8) {
  const units = Array.from({ length: UNITS }, (_, unit) => unit)
  const training = Array.from({ length: quarters }, (_, at) =>
    units.map((unit) => 50 + 4 * at + 18 * noise(unit * 31 + at * 7 + 1)),
  )
  const sales = Array.from({ length: quarters }, (_, at) =>
    units.map(
      (unit) =>
        60 +
        effect * ((at === 0 ? 50 : (training[at - 1]?.[unit] ?? 0)) - 50) +
        6 * noise(unit * 17 + at * 13 + 5),
    ),
  )
  return { training, sales, plan: Array.from({ length: quarters + 1 }, () => units.map(() => 75)) }
}

export interface SeededKpi {
  name: string
  measure: string
  role: KpiRole
  /** By quarter from 2024-Q1 on, by unit. */
  values: readonly (readonly number[])[]
  kind?: KpiPeriodKind
}

/** Units called Unit 1, Unit 2 …; asked again, nothing happens. */
async function seedUnits(deps: Deps, organizationId: string, count = UNITS): Promise<void> {
  await withOrganization(deps.db, "web", organizationId, (tx) =>
    tx
      .insertInto("app.kpi_unit")
      .values(
        Array.from({ length: count }, (_, number) => ({
          ...{ organization_id: organizationId, number, label: `Unit ${number + 1}` },
          key: `unit ${number + 1}`,
        })),
      )
      .onConflict((same) => same.doNothing())
      .execute(),
  )
}

export async function seedKpi(deps: Deps, organizationId: string, kpi: SeededKpi): Promise<string> {
  const { name, measure, role, values, kind = "quarter" } = kpi
  const id = await withOrganization(deps.db, "web", organizationId, async (tx) => {
    const { kpi_id } = await tx
      .insertInto("app.kpi")
      .values({
        ...{ organization_id: organizationId, name, key: name.toLowerCase(), measure, role },
        ...{ direction: "higher" },
      })
      .returning("kpi_id")
      .executeTakeFirstOrThrow()
    return kpi_id
  })
  await setValues(deps, organizationId, id, values, { kind })
  return id
}

/** Writes whole quarters, as a nightly push does. */
export async function setValues(
  deps: Deps,
  organizationId: string,
  kpiId: string,
  values: readonly (readonly number[])[],
  { from = 0, kind = "quarter" }: { from?: number; kind?: KpiPeriodKind } = {},
): Promise<void> {
  const first = kind === "quarter" ? QUARTER : MONTH
  await withOrganization(deps.db, "web", organizationId, (tx) =>
    writeValues(tx, organizationId, { source: "file", at: deps.now(), fileName: "kpis.csv" }, [
      {
        ...{ kpiId, kind },
        periods: values.map((row, at) => ({ ordinal: first + from + at, values: Float64Array.from(row) })),
      },
    ]),
  )
}

/** Training, sales and their plan, of an organization that has none yet. */
export async function seedFigures(deps: Deps, organizationId: string, quarters: number, effect?: number) {
  const { training, sales, plan } = figures(quarters, effect)
  await seedUnits(deps, organizationId)
  const kpi = (name: string, measure: string, role: KpiRole, values: number[][]) =>
    seedKpi(deps, organizationId, { name, measure, role, values })
  return {
    indicator: await kpi("Training completed", "%", "indicator", training),
    outcome: await kpi("Sales", "kEUR", "outcome", sales),
    plan: await kpi("Sales plan", "kEUR", "plan", plan),
  }
}
