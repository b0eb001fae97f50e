import fc from "fast-check"
import Papa from "papaparse"
import { expect, test } from "vitest"
import { type CsvLimit, eachRecord } from "./csv-records.ts"

function csvRecords(text: string, delimiter: string, limit: CsvLimit) {
  const records: string[][] = []
  const guesses: { record: number; column: number }[] = []
  const more = eachRecord(text, delimiter, limit, (cells, guessed) => {
    if (guessed !== null) guesses.push({ record: records.length, column: guessed })
    records.push(cells)
  })
  return { records, guesses, more }
}

const wide = { records: 1000, cells: 100, cell: 1000 }
const read = (text: string, delimiter = ",") => csvRecords(text, delimiter, wide)

test("cells, quoted cells, line breaks and delimiters in them are read as everybody reads them", () => {
  const cell = fc.oneof(
    fc.string({ maxLength: 5 }),
    fc.constantFrom('a"b', "x,y", "x;y", "l\nm", '""', "", " "),
  )
  const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(table, fc.constantFrom(",", ";", "\t", "|"), (rows, delimiter) => {
      const written = rows.map((row) => row.map((text) => text.replace(/\r/g, "")))
      const text = Papa.unparse(written, { delimiter, newline: "\n" })
      expect(read(text, delimiter).guesses).toEqual([])
      const other = Papa.parse<string[]>(text, { delimiter, newline: "\n" }).data
      const ended = text.endsWith("\n") ? other.slice(0, -1) : other
      expect(read(text, delimiter).records).toEqual(text === "" ? [] : ended)
    }),
  )
})

test("a quotation mark that is not closed costs its own line", () => {
  expect(read('1,"Ada,x\n2,Bo,y\n3,"Cy",z')).toEqual({
    records: [
      ["1", '"Ada', "x"],
      ["2", "Bo", "y"],
      ["3", "Cy", "z"],
    ],
    guesses: [{ record: 0, column: 1 }],
    more: false,
  })
  expect(read('1,"Ada "The" Head","a, b"\n2,Bo,y').records).toEqual([
    ["1", '"Ada "The" Head"', "a, b"],
    ["2", "Bo", "y"],
  ])
})

test("a quotation mark within a cell is a letter", () => {
  expect(read('1,5" pipe,x').records).toEqual([["1", '5" pipe', "x"]])
  expect(read('1,5" pipe,x').guesses).toEqual([])
})

test("a mark that finds its partner only thousands of letters below is not closed", () => {
  const text = `1,"Ada,x\n${"2,Bo,y\n".repeat(400)}3,Cy "C",z`
  expect(read(text).records).toHaveLength(402)
})

test("no more records and cells are read than asked for", () => {
  const few = { records: 2, cells: 3, cell: 1000 }
  expect(csvRecords("a,b,c,d,e\n\n1\n2\n3", ",", few)).toEqual({
    records: [["a", "b", "c"], [""], ["1"]],
    guesses: [],
    more: true,
  })
  expect(csvRecords('"a","b","c","d"', ",", few).records).toEqual([["a", "b", "c"]])
})

test("lone quotation marks on every line, and on one line of millions of cells, take linear time", () => {
  const before = performance.now()
  const lines = '"x,y\n'.repeat(400_000)
  expect(csvRecords(lines, ",", { records: 500_000, cells: 200, cell: 32_767 }).records).toHaveLength(400_000)
  const line = `"a",${"b,".repeat(3_000_000)}"`
  expect(csvRecords(line, ",", { records: 5, cells: 200, cell: 32_767 }).records[0]).toHaveLength(200)
  expect(
    csvRecords(`"a"\n${"b\n".repeat(400_000)}"`, ",", { records: 5e5, cells: 9, cell: 99 }).records,
  ).toHaveLength(400_002)
  expect(performance.now() - before).toBeLessThan(20_000)
})
