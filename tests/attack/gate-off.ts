import { attributeTable } from "../../packages/analysis/src/attribute-table.ts"
import type { GateMaker } from "../../packages/analysis/src/gate.ts"

/** What most products do in place of a gate: a group is shown when k in it answered. */
export const gateOff: GateMaker = (counted, { survey }) => {
  const tallies = new Map(counted.map(({ measure, tally }) => [measure.id, tally]))
  return (id) => {
    const enough = (atoms: readonly number[]) =>
      atoms.reduce((sum, atom) => sum + (tallies.get(id)?.persons[atom] ?? 0), 0) >= survey.k
    return { cell: enough, distribution: enough }
  }
}

/** The same of the table of the attribute: a cell is shown when k in it answered. */
export const tableOff: typeof attributeTable = (input, groups, earlier) =>
  attributeTable(input, groups, earlier, (candidates, { k }) => candidates.filter(({ n }) => n >= k))
