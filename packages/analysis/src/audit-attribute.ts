import { refined } from "./attribute.ts"
import { smallCut, type TableCell } from "./attribute-cuts.ts"
import { judge, tableLines } from "./attribute-table.ts"
import { isolatedPeople } from "./isolated.ts"
import { listMeasures } from "./measures.ts"
import type { AnalysisInput, Earlier, Release, ReleaseGroup } from "./release.ts"
import { type Tally, tally } from "./tally.ts"
import { sharePeople } from "./waves-attribute.ts"

type Found = {
  code: "isolated" | "unknown-group" | "earlier" | "attribute"
  group: string | null
  measure: string | null
  people: number
}

/**
 * The table of the attribute, beside everything else that is told: cell by cell as any other cell, and all told sets
 * together over atoms × values: whether any cut of the people is small (attribute-cuts.ts), which also finds sums of
 * several people with different signs, and where one is, which people can be solved by rank.
 */
export function attributeFindings<Finding>(
  release: Pick<Release, "attribute" | "groups">,
  input: AnalysisInput,
  earlier: readonly Earlier[],
  lookAt: (
    group: Pick<ReleaseGroup, "id" | "cells" | "distributions">,
    measure: ReturnType<typeof listMeasures>[number],
    counted: Tally,
    cells: readonly number[],
    k: number,
  ) => Finding[],
): (Finding | Found)[] {
  const { attribute: table, groups } = release
  if (table === undefined) return []
  const { attribute, observations, atoms, survey } = input
  const lines = tableLines(input.groupings)
  const findings: (Finding | Found)[] = []
  const found = (code: Found["code"], people: number, group: string | null, measure: string | null) =>
    findings.push({ code, group, measure, people })
  if (attribute === undefined) return [{ code: "unknown-group", group: null, measure: null, people: 0 }]
  if (earlier.some((one) => sharePeople(input, one))) found("earlier", observations.atom.length, null, null)

  const { size, cells, of } = refined(attribute, atoms.length)
  const persons = of(observations.atom, attribute.of)
  const held = new Map(input.groupings.map((grouping) => [grouping.id, grouping.atoms]))
  const measures = listMeasures(input.measures, observations)
  for (const measure of measures) {
    const counted = tally(measure, persons, size)
    const told: TableCell[] = []
    for (const { group, cells: byMeasure } of table.rows) {
      const row = lines.findIndex(({ id }) => id === group)
      if (row < 0) found("unknown-group", 0, group, measure.id)
      for (const [value, cell] of (byMeasure[measure.id] ?? []).entries()) {
        if (cell.state !== "shown") continue
        const own = cells(lines[row]?.atoms ?? [], value)
        const one = { id: `${group}/${value}`, cells: { [measure.id]: cell }, distributions: {} }
        findings.push(...lookAt(one, measure, counted, own, survey.k))
        told.push({ row, value, cells: own, n: cell.n })
      }
    }
    if (told.length === 0) continue
    const cut = smallCut(told, judge(input, measures, measure, groups, persons))
    if (cut === null) continue
    found("attribute", cut.size, null, measure.id)
    // What no small cut parts cannot be solved; only where there is one, the rank test says whose figure can be.
    const around = groups
      .filter(
        ({ cells: shown, distributions }) =>
          shown[measure.id]?.state === "shown" || distributions[measure.id]?.state === "shown",
      )
      .map(({ id }) => cells(held.get(id) ?? []))
    const isolated = isolatedPeople([...around, ...told.map((one) => one.cells)], counted.persons, survey.k)
    if (isolated > 0) found("isolated", isolated, null, measure.id)
  }
  return findings
}
