import { limits } from "../limits.ts"
import { type DescribedColumn, describeResponses } from "./describe-responses.ts"
import { firstOf } from "./first-of.ts"
import { type PlacedPeople, placeByManagers, placeInUnits, tooManyUnits } from "./place-people.ts"
import { type AnswerScale, readAnswer, scaleOf } from "./read-answer.ts"
import { newRefusals, type Refusals, type RefusedRows } from "./refused-rows.ts"
import { type ResponseMapping, responseLimits } from "./response-mapping.ts"
import type { ResponseTable } from "./response-table.ts"

export interface ReadResponses extends PlacedPeople {
  /** By item and person: 1 to 5, 5 always the best, 0 "cannot say", -1 not answered. */
  values: Int8Array[]
  /** By person: gave at least one answer. Who gave none was asked and counts towards the response rate only. */
  answered: boolean[]
  refusedCount: number
  refusedRows: RefusedRows[]
  /** What HR should know before it counts. */
  notes: string[]
}

/** A table and what its columns mean → people, places and answers; or why nothing of it can be taken. Never throws. */
export function readResponses(
  table: ResponseTable,
  mapping: ResponseMapping,
): ReadResponses | { refused: string } {
  const described = describeResponses(table)
  const fault = mappingFault(table, mapping, described.columns)
  if (fault !== null) return { refused: fault }
  const column = (header: string) => table.headers.indexOf(header)
  const scales = mapping.items.map(({ column: header }): AnswerScale | null => {
    const found = described.columns.find((one) => one.header === header)
    return found === undefined ? null : scaleOf(found)
  })
  const items = mapping.items.map((item, at) => ({
    ...{ ...item, at: column(item.column), scale: scales[at] ?? null },
    values: new Int8Array(described.rows).fill(-1),
  }))
  const chosen = new Map(Object.entries(mapping.answers))
  const refusals = newRefusals()
  const placeOf = placer(table, mapping, refusals)
  const isNew = unique(mapping, column, refusals)
  const answered: boolean[] = []
  const rowOf: number[] = []
  table.each((cells, row, broken) => {
    if (broken !== null) return refusals.add(`The row cannot be read: ${broken}.`, row)
    const people = answered.length
    let any = false
    for (const { at, scale, values, reverse, column: header } of items) {
      const cell = cells[at] ?? ""
      const answer = readAnswer(cell, scale, chosen)
      if (answer === undefined)
        return refusals.add(`“${short(cell)}” in “${short(header)}” is no answer that is known.`, row)
      values[people] = reverse && answer > 0 ? 6 - answer : answer
      any ||= answer !== -1
    }
    // Only now: a row that is refused takes nobody's place.
    if (!isNew(cells, row) || !placeOf.take(cells, row)) return
    answered.push(any)
    rowOf.push(row)
  })
  const many = placeOf.fault()
  if (many !== null) return { refused: many }
  const placed = placeOf.place()
  const notes = "missing" in placed && placed.missing > 0 ? [missingManagers(placed.missing)] : []
  const kept = [...answered.keys()].filter((person) => {
    if (placed.positions[person] !== -1) return true
    refusals.add("Their managers manage each other in a circle: they have no place.", rowOf[person] ?? 0)
    return false
  })
  return {
    ...placed,
    positions: Int32Array.from(kept, (person) => placed.positions[person] as number),
    cohortOf: Int32Array.from(kept, (person) => placed.cohortOf[person] as number),
    values: items.map(({ values }) => Int8Array.from(kept, (person) => values[person] as number)),
    answered: kept.map((person) => answered[person] === true),
    refusedCount: refusals.count(),
    refusedRows: refusals.list(),
    notes: [
      ...notes,
      ...hundredNotes(described.columns, mapping),
      ...shorterNotes(described.columns, mapping, items),
    ],
  }
}

/** What of the mapping cannot be, in a sentence; null: nothing. */
function mappingFault(
  table: ResponseTable,
  { place, person, items, answers }: ResponseMapping,
  columns: readonly DescribedColumn[],
): string | null {
  if (items.length === 0) return "No column was chosen as a question."
  if (items.length > responseLimits.items) return `More than ${responseLimits.items} questions were chosen.`
  if (Object.keys(answers).length > responseLimits.answers) return "Too many answers were given a meaning."
  const places =
    place.kind === "managers"
      ? [place.manager]
      : [...(place.layer ? [place.layer.column] : []), ...place.units]
  if (places.length === 0)
    return "Choose a column that says where people stand: their layer, their unit, or their manager."
  if (place.kind === "managers" && person === null)
    return "To follow managers, the file needs a column with the id of each person."
  const used = [...places, ...(person === null ? [] : [person]), ...items.map(({ column }) => column)]
  const absent = used.find((header) => !table.headers.includes(header))
  if (absent !== undefined) return `The file has no column “${short(absent)}”.`
  const twice = used.find((header, at) => used.indexOf(header) !== at)
  if (twice !== undefined) return `The column “${short(twice)}” was chosen for two things.`
  if (place.kind === "units") {
    if (place.units.length > responseLimits.unitColumns) return "Choose at most three columns of units."
    const order = place.layer?.order ?? []
    if (place.layer && (order.length === 0 || order.length > responseLimits.layers))
      return `Choose 1 to ${responseLimits.layers} values of “${short(place.layer.column)}” as layers.`
    if (new Set(order).size !== order.length) return "A layer was named twice."
  }
  const strange = items.find(({ column }) => {
    const found = columns.find(({ header }) => header === column)
    return found !== undefined && scaleOf(found) === null && !answersAll(found, answers)
  })
  return strange === undefined
    ? null
    : `The numbers in “${short(strange.column)}” are neither 1 to 5 nor 0 to 100. Say what each of them means, or leave the column out.`
}

function answersAll({ values }: DescribedColumn, answers: ResponseMapping["answers"]): boolean {
  return values?.every(({ value }) => Object.hasOwn(answers, value)) ?? false
}

interface Placer {
  /** False: the row is refused. */
  take: (cells: readonly string[], row: number) => boolean
  fault: () => string | null
  place: () => PlacedPeople | (PlacedPeople & { missing: number })
}

function placer(table: ResponseTable, { place, person }: ResponseMapping, refusals: Refusals): Placer {
  const at = (header: string | null) => (header === null ? -1 : table.headers.indexOf(header))
  if (place.kind === "managers") {
    const [own, above] = [at(person), at(place.manager)]
    const rows: { person: string[]; manager: string[] } = { person: [], manager: [] }
    return {
      take(cells) {
        rows.person.push(cells[own] ?? "")
        rows.manager.push(cells[above] ?? "")
        return true
      },
      fault: () => null,
      place: () => placeByManagers(place, rows),
    }
  }
  const layerAt = place.layer === null ? -1 : at(place.layer.column)
  const order = new Map((place.layer?.order ?? []).map((value, index) => [value, index]))
  const unitsAt = place.units.map(at)
  const [layer, unit]: [number[], string[]] = [[], []]
  const different = new Set<string>()
  return {
    take(cells, row) {
      const named = layerAt < 0 ? "" : (cells[layerAt] ?? "")
      const index = layerAt < 0 ? 0 : order.get(named)
      if (index === undefined) {
        const why = named === "" ? "No layer is given." : `“${short(named)}” is none of the layers chosen.`
        refusals.add(why, row)
        return false
      }
      const path = unitsAt.map((column) => cells[column] ?? "")
      while (path.at(-1) === "") path.pop()
      if (path.includes("") || (path.length === 0 && unitsAt.length > 0)) {
        refusals.add("No unit is given.", row)
        return false
      }
      const key = path.join("\n")
      if (different.size <= responseLimits.units) different.add(key)
      layer.push(index)
      unit.push(key)
      return true
    },
    fault: () => tooManyUnits(different),
    place: () => placeInUnits(place, { layer, unit }),
  }
}

/** Nobody may answer twice where the file says who answered. */
function unique({ person }: ResponseMapping, column: (header: string) => number, refusals: Refusals) {
  if (person === null) return () => true
  const at = column(person)
  const seen = new Set<string>()
  return (cells: readonly string[], row: number): boolean => {
    const id = cells[at] ?? ""
    if (id === "") {
      refusals.add(`“${short(person)}” is empty.`, row)
      return false
    }
    if (seen.has(id)) {
      refusals.add(`“${short(person)}” stands in an earlier row as well; the first one counts.`, row)
      return false
    }
    if (seen.size <= limits.rows) seen.add(id)
    return true
  }
}

function missingManagers(missing: number): string {
  const named = missing === 1 ? "1 manager is" : `${missing} managers are`
  return `${named} named who have no row of their own: it is not known who manages them, so their teams stand at the top.`
}

function hundredNotes(columns: readonly DescribedColumn[], { items }: ResponseMapping): string[] {
  const between = columns.filter(
    (one) =>
      items.some(({ column }) => column === one.header) &&
      scaleOf(one) === "hundred" &&
      !(one.values ?? [{ value: "1" }]).every(({ value }) => Number(value) % 25 === 0),
  )
  if (between.length === 0) return []
  return [
    `Answers from 0 to 100 count as the nearest of five steps (0, 25, 50, 75, 100): ${between.map(({ header }) => `“${short(header)}”`).join(", ")}.`,
  ]
}

/** Answers enough that nobody of them chose the best one by chance. */
const MANY = 200

/** Numbers up to 3 or 4 are taken as those of a scale of five; a shorter scale would have its best answers lowered. */
function shorterNotes(
  columns: readonly DescribedColumn[],
  { answers }: ResponseMapping,
  items: readonly { column: string; scale: AnswerScale | null }[],
): string[] {
  const found = columns.filter(
    ({ header, numbers, values }) =>
      numbers !== null &&
      numbers.count >= MANY &&
      numbers.most < 5 &&
      items.some(({ column, scale }) => column === header && scale === "five") &&
      !values?.every(({ value }) => Object.hasOwn(answers, value)),
  )
  if (found.length === 0) return []
  return [
    `Nobody answered 5: ${found.map(({ header }) => `“${short(header)}”`).join(", ")}. If the scale ends earlier, say what each number means.`,
  ]
}

function short(text: string): string {
  return text.length > 80 ? `${firstOf(text, 80)}…` : text
}
