import { type KpiRole, withOrganization } from "@throughline/db"
import { parsePeriod } from "@throughline/org"
import type { Deps } from "../deps.ts"
import { packed } from "../kpis/packed.ts"

export interface SeededKpi {
  name: string
  direction?: "higher" | "lower"
  role?: KpiRole
  /** Canonical periods in order, and by label the values; NaN: none. */
  periods: Record<string, Record<string, number>>
}

export interface SeededLabel {
  label: string
  target: { personId: string } | { department: string } | "whole" | "none" | null
}

/** KPIs as an import leaves them, for tests of what is made of them. Answers their ids in the order given. */
export async function seedKpis(
  deps: Deps,
  organizationId: string,
  labels: readonly SeededLabel[],
  kpis: readonly SeededKpi[],
): Promise<string[]> {
  const number = new Map(labels.map(({ label }, at) => [label, at]))
  return await withOrganization(deps.db, "web", organizationId, async (tx) => {
    for (const [at, { label, target }] of labels.entries()) {
      const named = target === null || typeof target === "string" ? null : target
      const isHead = named !== null && "personId" in named
      const kind = named === null ? (target as "whole" | "none" | null) : isHead ? "unit" : "department"
      await tx
        .insertInto("app.kpi_unit")
        .values({
          ...{ organization_id: organizationId, number: at, label, key: label.toLowerCase() },
          target: kind,
          person_id: isHead ? named.personId : null,
          department: named !== null && "department" in named ? named.department : null,
        })
        .execute()
    }
    const ids: string[] = []
    for (const { name, direction = "higher", role = "outcome", periods } of kpis) {
      const texts = Object.keys(periods)
      const { kpi_id } = await tx
        .insertInto("app.kpi")
        .values({
          ...{
            organization_id: organizationId,
            name,
            key: name.toLowerCase(),
            measure: "%",
            direction,
            role,
          },
          period_kind: parsePeriod(texts[0] ?? "")?.kind ?? null,
        })
        .returning("kpi_id")
        .executeTakeFirstOrThrow()
      ids.push(kpi_id)
      for (const text of texts) {
        const values = new Float64Array(labels.length).fill(Number.NaN)
        for (const [label, value] of Object.entries(periods[text] ?? {}))
          values[number.get(label) ?? -1] = value
        await tx
          .insertInto("app.kpi_values")
          .values({
            ...{ organization_id: organizationId, kpi_id, ordinal: parsePeriod(text)?.ordinal ?? 0 },
            unit_values: packed(values),
            filled: values.filter(Number.isFinite).length,
          })
          .execute()
      }
    }
    return ids
  })
}
