import type { Tx } from "@throughline/db"
import { kpiLimits, labelKey } from "@throughline/org"
import { Problem } from "../problem.ts"
import type { UnitTarget } from "./load-kpis.ts"
import { loadTargets } from "./propose-targets.ts"
import { selectUnitRows } from "./queries.ts"
import { insertUnits, type NewUnit } from "./unit-queries.ts"

export interface NumberedLabels {
  /** By place of the given label. */
  numbers: Int32Array
  added: string[]
  /** Of the given ones those that are mapped to nothing. */
  unmapped: string[]
}

/** Labels of a file or a push → their numbers. A new one is kept, mapped by rule where the rule says something. Throws
 * kpis.refused when there are too many. */
export async function addUnits(
  tx: Tx,
  organizationId: string,
  labels: readonly string[],
): Promise<NumberedLabels> {
  const rows = await selectUnitRows(tx, organizationId)
  const known = new Map(rows.map((row) => [row.key, row.number]))
  const mapped = new Set(rows.flatMap((row) => (row.target === null ? [] : [row.number])))
  let next = (rows.at(-1)?.number ?? -1) + 1
  const isNew = labels.some((label) => !known.has(labelKey(label)))
  const propose = isNew
    ? (await loadTargets(tx, organizationId)).propose
    : (): UnitTarget | undefined => undefined
  const fresh: NewUnit[] = []
  const numbers = Int32Array.from(labels, (label) => {
    const key = labelKey(label)
    const number = known.get(key) ?? next
    if (number === next) {
      next++
      const target = propose(label) ?? null
      if (target !== null) mapped.add(number)
      known.set(key, number)
      fresh.push({ number, label, key, target })
    }
    return number
  })
  if (next > kpiLimits.units)
    throw new Problem("kpis.refused", {
      detail: `There would be ${next} labels of units; at most ${kpiLimits.units} are kept.`,
    })
  await insertUnits(tx, organizationId, fresh)
  return {
    numbers,
    added: fresh.map(({ label }) => label),
    unmapped: labels.filter((_, at) => !mapped.has(numbers[at] as number)),
  }
}
