import { attributeTable } from "../../packages/analysis/src/attribute-table.ts"
import { breakGroupings } from "../../packages/analysis/src/breaks/tell-breaks.ts"
import { type GateMaker, gate } from "../../packages/analysis/src/gate.ts"
import type { AnalysisInput } from "../../packages/analysis/src/release.ts"

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

/** The product's gate for all groups but those that are there only because of breaks: these are told as they come. */
export const breaksOff: GateMaker = (counted, input, earlier) => {
  const gates = gate(counted, input, earlier)
  const ofBreaks = new Set(breakGroupings(input as AnalysisInput).map(({ atoms }) => String(atoms)))
  return (id) => {
    const own = gates(id)
    return { ...own, cell: (atoms) => ofBreaks.has(String(atoms)) || own.cell(atoms) }
  }
}
