import { existsSync, readFileSync } from "node:fs"
import fc from "fast-check"
import { expect, test } from "vitest"
import { coarser, cutAtoms } from "../cohorts.ts"
import { groupings } from "../groupings.ts"
import { describeResponses } from "./describe-responses.ts"
import { type ReadResponses, readResponses } from "./read-responses.ts"
import type { ResponseMapping } from "./response-mapping.ts"
import { type ResponseTable, responseTable } from "./response-table.ts"

const tableOf = (...lines: string[]): ResponseTable => {
  const table = responseTable(new TextEncoder().encode(lines.join("\n")), "answers.csv")
  if ("refused" in table) throw new Error(table.refused)
  return table
}
const item = (column: string, more = {}) => ({
  column,
  construct: "t",
  text: column,
  reverse: false,
  ...more,
})
const byUnit = (more: Partial<ResponseMapping> = {}): ResponseMapping => ({
  place: { kind: "units", layer: { column: "Level", order: ["Manager", "Staff"] }, units: ["Unit"] },
  person: null,
  items: [item("Q1")],
  answers: {},
  ...more,
})
const read = (table: ResponseTable, mapping: ResponseMapping): ReadResponses => {
  const made = readResponses(table, mapping)
  if ("refused" in made) throw new Error(made.refused)
  return made
}

test("answers are read as 1 to 5, as words in six languages, and as 0 to 100", () => {
  const cells = ["5", "Strongly agree", "stimme eher zu", "D’accord", "Totalmente de acuerdo", "Katılıyorum"]
  const arabic = ["أوافق بشدة", "4 - Agree", "Don't know", "Weiß nicht", ""]
  const table = tableOf("Level,Unit,Q1", ...[...cells, ...arabic].map((cell) => `Staff,A,${cell}`))
  expect([...(read(table, byUnit()).values[0] ?? [])]).toEqual([5, 5, 4, 4, 5, 4, 5, 4, 0, 0, -1])
  const hundred = tableOf("Level,Unit,Q1", ...[0, 25, 50, 75, 100, 60].map((value) => `Staff,A,${value}`))
  const { values, notes } = read(hundred, byUnit())
  expect([...(values[0] ?? [])]).toEqual([1, 2, 3, 4, 5, 3])
  expect(notes.join()).toContain("nearest of five steps")
})

test("words and numbers that contradict each other are not guessed at", () => {
  const table = tableOf("Level,Unit,Q1", "Staff,A,1 - Strongly agree", "Staff,A,5")
  const { values, refusedRows } = read(table, byUnit())
  expect([...(values[0] ?? [])]).toEqual([5])
  expect(refusedRows).toEqual([
    { why: "“1 - Strongly agree” in “Q1” is no answer that is known.", rows: 1, first: [2] },
  ])
})

test("where nobody of many answered 5 it is said that the scale may be a shorter one, until HR says what its numbers mean", () => {
  const table = tableOf("Level,Unit,Q1", ...Array.from({ length: 240 }, (_, at) => `Staff,A,${1 + (at % 4)}`))
  expect(read(table, byUnit()).notes.join()).toContain("Nobody answered 5: “Q1”")
  const said = byUnit({ answers: { "1": 1, "2": 2, "3": 4, "4": 5 } })
  expect(read(table, said).notes).toEqual([])
  const few = tableOf("Level,Unit,Q1", "Staff,A,4", "Staff,A,3")
  expect(read(few, byUnit()).notes).toEqual([])
})

test("units whose names begin alike for long are two units", () => {
  const long = "n".repeat(150)
  const table = tableOf("Level,Unit,Q1", `Staff,${long} A,4`, `Staff,${long} B,5`)
  expect(read(table, byUnit()).cohorts).toHaveLength(2)
})

test("a scale of seven is refused by name until HR says what each number means", () => {
  const table = tableOf("Level,Unit,Q1", ...[1, 4, 7].map((value) => `Staff,A,${value}`))
  expect(readResponses(table, byUnit())).toEqual({
    refused:
      "The numbers in “Q1” are neither 1 to 5 nor 0 to 100. Say what each of them means, or leave the column out.",
  })
  const { values } = read(table, byUnit({ answers: { 1: 1, 4: 3, 7: 5 } }))
  expect([...(values[0] ?? [])]).toEqual([1, 3, 5])
})

test("reversed questions are turned, and who cannot say stays so", () => {
  const table = tableOf("Level,Unit,Q1", "Staff,A,5", "Staff,A,1", "Staff,A,N/A", "Staff,A,")
  const { values, answered } = read(table, byUnit({ items: [item("Q1", { reverse: true })] }))
  expect([...(values[0] ?? [])]).toEqual([1, 5, 0, -1])
  expect(answered).toEqual([true, true, true, false])
})

test("rows that cannot be counted are named by row and reason, and none takes another's place", () => {
  const table = tableOf(
    "Id,Level,Unit,Q1,Q2",
    "1,Staff,A,5,4",
    "2,Boss,A,5,4",
    "3,Staff,,5,4",
    "1,Staff,A,1,1",
    "5,Staff,A,5,nine",
    ",Staff,A,5,4",
    "7,Staff,B,2,3",
    "8,Staff,B,2,3,extra",
  )
  const { values, refusedCount, refusedRows } = read(
    table,
    byUnit({ person: "Id", items: [item("Q1"), item("Q2")] }),
  )
  expect(values.map((column) => [...column])).toEqual([
    [5, 2],
    [4, 3],
  ])
  expect(refusedCount).toBe(6)
  expect(refusedRows.map(({ why, first }) => [first[0], why])).toEqual([
    [3, "“Boss” is none of the layers chosen."],
    [4, "No unit is given."],
    [5, "“Id” stands in an earlier row as well; the first one counts."],
    [6, "“nine” in “Q2” is no answer that is known."],
    [7, "“Id” is empty."],
    [9, "The row cannot be read: it has 6 cells, but the header has 5 columns."],
  ])
})

test("a mapping that cannot be is refused in a sentence", () => {
  const table = tableOf("Level,Unit,Q1", "Staff,A,5")
  const refusal = (more: Partial<ResponseMapping>) => readResponses(table, byUnit(more))
  expect(refusal({ items: [] })).toEqual({ refused: "No column was chosen as a question." })
  expect(refusal({ items: [item("Q9")] })).toEqual({ refused: "The file has no column “Q9”." })
  expect(refusal({ items: [item("Unit")] })).toEqual({
    refused: "The column “Unit” was chosen for two things.",
  })
  expect(refusal({ place: { kind: "units", layer: null, units: [] } })).toMatchObject({
    refused: expect.stringContaining("where people stand"),
  })
  expect(refusal({ place: { kind: "managers", manager: "Unit" } })).toMatchObject({
    refused: expect.stringContaining("id of each person"),
  })
})

test("units within units are groups, and no layer is taken for the head and its reports", () => {
  const rows = ["Manager", "Staff"].flatMap((level) =>
    ["N,N1", "N,N2", "S,S1", "S,"].flatMap((unit) => Array.from({ length: 6 }, () => `${level},${unit},4`)),
  )
  const made = read(
    tableOf("Level,Division,Unit,Q1", ...rows),
    byUnit({
      place: {
        kind: "units",
        layer: { column: "Level", order: ["Manager", "Staff"] },
        units: ["Division", "Unit"],
      },
    }),
  )
  const counts = made.cohorts.map(({ size }) => size)
  expect(counts).toEqual(made.cohorts.map(() => 6))
  const atoms = cutAtoms(made.chart, made.cohorts, counts, 5)
  if ("refused" in atoms) throw new Error("refused")
  expect(atoms.map(({ kind }) => kind)).toEqual(made.cohorts.map(() => "pure"))
  const invited = Array.from(made.chart.layer, (_, position) => made.positions.includes(position))
  const names = groupings(made.chart, invited, made.cohorts, atoms).map(({ kind, name }) => `${kind} ${name}`)
  expect(names.filter((name) => name.startsWith("unit "))).toEqual([
    "unit N",
    "unit N1",
    "unit N2",
    "unit S",
    "unit S1",
  ])
  expect(made.chart.layer.every((layer) => layer === 0 || layer >= 2)).toBe(true)
})

test("managers make a chart; who manages in a circle has no place, and who has no row stands at the top", () => {
  const table = tableOf("Id,Boss,Q1", "1,,5", "2,1,5", "3,2,5", "4,5,5", "5,4,5", "6,9,5")
  const made = read(table, byUnit({ person: "Id", place: { kind: "managers", manager: "Boss" } }))
  expect([...made.positions].map((position) => made.chart.layer[position])).toEqual([2, 3, 4, 3])
  expect(made.refusedRows).toEqual([
    { why: "Their managers manage each other in a circle: they have no place.", rows: 2, first: [5, 6] },
  ])
  expect(made.notes[0]).toContain("1 manager is named who have no row")
})

test("a head alone at the top stands on layer 1", () => {
  const table = tableOf("Id,Boss,Q1", "1,,5", "2,1,5", "3,2,5")
  const made = read(table, byUnit({ person: "Id", place: { kind: "managers", manager: "Boss" } }))
  expect([...made.positions].map((position) => made.chart.layer[position])).toEqual([1, 2, 3])
})

test("exports of LimeSurvey and Glint are known by their headers", () => {
  const lime = describeResponses(
    tableOf(
      '"id","submitdate","lastpage","startlanguage","seed","token","G01Q01. Department","G02Q02[SQ001]. I know our goals.","G03Q03. Comments"',
      '"1","2024-01-01 10:00:00","3","en","17","a1","Sales","Strongly agree","Fine"',
      '"2","2024-01-01 10:00:00","3","en","18","a2","Sales","Disagree",""',
    ),
  )
  expect(lime.columns.map(({ role }) => role)).toEqual([
    ...["none", "none", "none", "none", "none", "none"],
    ...["none", "item", "none"],
  ])
  expect(lime.columns[7]?.text).toBe("I know our goals.")
  const glint = describeResponses(
    tableOf(
      "Employee ID,Manager ID,Survey Cycle Title,Level,Division,I know the mission.,I know the mission. Comment",
      "1,,Pulse,Executive,North,100,",
      "2,1,Pulse,Staff,North,75,good",
    ),
  )
  expect(glint.columns.map(({ role }) => role)).toEqual([
    ...["person", "manager", "none", "layer", "unit", "item", "none"],
  ])
})

test("whatever is in a file and however it is mapped, everybody counted stands in exactly one cell", () => {
  const cell = fc.constantFrom("", "A", "B", "1", "5", "Staff", "Manager", "agree", '"x')
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 40 }), (rows) => {
      const table = tableOf("Id,Level,Unit,Q1,Boss", ...rows.map((row) => row.join(",")))
      for (const mapping of [
        byUnit(),
        byUnit({ person: "Id", place: { kind: "managers", manager: "Boss" } }),
        byUnit({ place: { kind: "units", layer: null, units: ["Unit"] } }),
      ]) {
        const made = readResponses(table, mapping)
        if ("refused" in made) continue
        const members = made.cohorts.flatMap(({ members }) => members)
        expect(new Set(members).size).toBe(members.length)
        for (const position of made.positions) expect(members).toContain(position)
        expect(made.values[0]?.length).toBe(made.answered.length)
        const counts = made.cohorts.map(({ size }) => size)
        const atoms = cutAtoms(made.chart, made.cohorts, counts, 5)
        if ("refused" in atoms) continue
        for (const { size } of atoms) expect(size).toBeGreaterThanOrEqual(5)
        expect(coarser(made.chart, atoms, 10).length).toBeGreaterThanOrEqual(0)
      }
    }),
  )
})

const reference = new URL(
  "../../../../../shared/reference/surveys/us-fevs-2018-sample/responses.csv",
  import.meta.url,
)
const isThere = existsSync(reference)
test.skipIf(!isThere)(
  `a public sample of 6,783 people: two layers, 22 questions, Q56 by agency as published${isThere ? "" : " (no reference data)"}`,
  () => {
    const table = responseTable(new Uint8Array(readFileSync(reference)), "responses.csv")
    if ("refused" in table) throw new Error(table.refused)
    const { columns } = describeResponses(table)
    const items = columns.filter(({ role }) => role === "item")
    expect(items).toHaveLength(22)
    const layer = columns.find(({ role }) => role === "layer")
    const order = (layer?.values ?? []).map(({ value }) => value).reverse()
    expect(order).toEqual(["supervisor_or_above", "non_supervisor"])
    const made = read(table, {
      place: { kind: "units", layer: { column: "supervisory_status", order }, units: ["agency", "unit"] },
      person: "respondent",
      items: items.map(({ header }) => item(header)),
      answers: {},
    })
    expect(made.refusedCount).toBe(0)
    const q56 = made.values[items.findIndex(({ header }) => header === "Q56")] ?? new Int8Array()
    const agency = (position: number): string => {
      const above = made.chart.parent[position] as number
      return above < 0 ? (made.chart.heads[position] ?? "") : agency(above)
    }
    const sums = new Map<string, [number, number]>()
    made.positions.forEach((position, person) => {
      const key = `${agency(position)} ${(made.chart.layer[position] as number) - made.shift}`
      const [sum, n] = sums.get(key) ?? [0, 0]
      sums.set(key, [sum + (q56[person] as number), n + 1])
    })
    const mean = (key: string) => {
      const [sum, n] = sums.get(key) ?? [0, 1]
      return sum / n
    }
    // Without weights, by agency and layer; counted from the file with awk.
    const published = { "NN 1": 4.40092, "NN 2": 3.93498, "DL 1": 4.09444, "DL 2": 3.66667, "TD 1": 3.85505 }
    for (const [key, value] of Object.entries(published)) expect(mean(key)).toBeCloseTo(value, 5)
  },
)
