import { type AttributeRow, type AttributeTable, refined } from "./attribute.ts"
import { type Judged, safeCells, type TableCell } from "./attribute-cuts.ts"
import { disclose } from "./disclose.ts"
import { figuresOf } from "./figures.ts"
import { listMeasures, type Measure } from "./measures.ts"
import type { AnalysisInput, Cell, Earlier, Grouping, ReleaseGroup } from "./release.ts"
import { tally } from "./tally.ts"
import { sharePeople } from "./waves-attribute.ts"

export type SafeCells = (candidates: readonly TableCell[], judged: Judged) => TableCell[]

/**
 * The table of function × value, for each construct, as far as nothing below k can be worked out from it together with
 * all other told groups. undefined: no attribute was asked, or nothing of it can be told. Beside an earlier release of the
 * same people there is none: the two could be compared in more ways than are judged.
 */
export function attributeTable(
  input: AnalysisInput,
  groups: readonly ReleaseGroup[],
  earlier: readonly Earlier[] = [],
  safe: SafeCells = safeCells,
): AttributeTable | undefined {
  const { attribute, observations, atoms, survey } = input
  if (attribute === undefined || earlier.some((one) => sharePeople(input, one))) return undefined
  const { width, size, cells, of } = refined(attribute, atoms.length)
  const persons = of(observations.atom, attribute.of)
  const lines = tableLines(input.groupings)
  const rows = lines.map(({ id }): AttributeRow => ({ group: id, cells: {} }))
  const measures = listMeasures(input.measures, observations)

  for (const measure of measures.filter(({ kind, asked }) => kind === "construct" && asked)) {
    const counted = tally(measure, persons, size)
    const candidates = lines.flatMap((line, row): TableCell[] => {
      if (groups.find(({ id }) => id === line.id)?.cells[measure.id]?.state !== "shown") return []
      return Array.from({ length: width }, (_, value) => {
        const held = cells(line.atoms, value)
        return { row, value, cells: held, n: figuresOf(counted, held)?.n ?? 0 }
      })
    })
    const told = safe(candidates, judge(input, measures, measure, groups, persons))
    for (const [row, { cells: shown }] of rows.entries()) {
      shown[measure.id] = Array.from({ length: width }, (_, value): Cell => {
        const cell = told.find((one) => one.row === row && one.value === value)
        const figures = cell === undefined ? null : figuresOf(counted, cell.cells)
        // As many invited as answered: no interval, whose width would need the number of people of that value.
        const allowed = { asked: true, cell: true, distribution: false }
        return disclose(figures, "construct", figures?.n ?? 0, survey.k, allowed).cell
      })
    }
  }
  const shown = rows.filter((row) =>
    Object.values(row.cells)
      .flat()
      .some(({ state }) => state === "shown"),
  )
  return shown.length === 0 ? undefined : { label: attribute.label, values: attribute.values, rows: shown }
}

/** The whole organization and the functions: units of the people of layer 2. */
export function tableLines(groupings: readonly Grouping[]): Grouping[] {
  return groupings.filter(({ kind, depth }) => kind === "organization" || (kind === "unit" && depth === 1))
}

/** What the table of a construct is judged beside: whatever is told of it, of its questions and of the topics it is part of. */
export function judge(
  input: AnalysisInput,
  measures: readonly Measure[],
  measure: Measure,
  groups: readonly ReleaseGroup[],
  persons: Int32Array,
): Judged {
  const { attribute, observations, atoms, groupings, survey } = input
  const width = (attribute?.values.length ?? 0) + 1
  const wholes = measures.filter(({ kind, members }) => kind === "composite" && members.includes(measure.id))
  const near = new Set([measure.id, ...measure.members, ...wholes.map(({ id }) => id)])
  const held = new Map(groupings.map((grouping) => [grouping.id, grouping.atoms]))
  const told = groups
    .filter(({ cells, distributions }) =>
      [...near].some((id) => cells[id]?.state === "shown" || distributions[id]?.state === "shown"),
    )
    .map(({ id }) => held.get(id) ?? [])

  // Questions that nobody answered, as those for managers among others', are no part of anybody's score.
  const used = (columns: readonly Int8Array[]) =>
    columns.filter((column) => column.some((answer) => answer > 0))
  const items = used(measure.constructs[0] ?? [])
  const beside = wholes.flatMap(({ constructs, needed }) =>
    constructs.map((columns, at) => ({ columns: used(columns), needed: needed[at] as number })),
  )
  const answered = (columns: readonly Int8Array[], person: number) =>
    columns.reduce((count, column) => count + ((column[person] as number) > 0 ? 1 : 0), 0)
  const complete = new Float64Array(atoms.length * width)
  const others = Float64Array.from(attribute?.invited ?? new Int32Array(atoms.length * width))
  for (let person = 0; person < observations.atom.length; person++) {
    const cell = persons[person] as number
    const isComplete =
      answered(items, person) === items.length &&
      beside.every(({ columns, needed }) => columns.length < needed || answered(columns, person) >= needed)
    if (isComplete) complete[cell] = (complete[cell] as number) + 1
    else others[cell] = (others[cell] as number) + 1
  }
  return { width, told, atoms: atoms.length, complete, others, k: survey.k }
}
