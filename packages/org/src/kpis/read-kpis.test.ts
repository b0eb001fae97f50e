import fc from "fast-check"
import { expect, test } from "vitest"
import { oddXlsx } from "../testing-xlsx.ts"
import type { KpiChoices, KpiFile } from "./kpi-file.ts"
import { labelKey } from "./label-key.ts"
import { periodText } from "./period.ts"
import { readKpis } from "./read-kpis.ts"

const bytes = (text: string) => new TextEncoder().encode(text)
const read = (text: string | Uint8Array, choices: KpiChoices = {}) =>
  readKpis(typeof text === "string" ? bytes(text) : text, "kpis.csv", choices)
/** KPI | unit | period | value, as a list. */
const cells = ({ kpis, units }: KpiFile) =>
  kpis.flatMap(({ name, kind, ordinals, values }) =>
    ordinals.flatMap((ordinal, at) =>
      units.flatMap((unit, place) => {
        const value = values[at]?.[place] as number
        return Number.isNaN(value) ? [] : [[name, unit, periodText({ kind, ordinal }), value]]
      }),
    ),
  )
const issues = (file: KpiFile) => file.issues.map(({ code, row, column }) => [code, row, column])
const expected = [
  ["Sales", "North", "2026-Q1", 12.5],
  ["Sales", "South", "2026-Q1", 8],
  ["Sales", "North", "2026-Q2", 13],
]

test("long, by columns, wide, and wide with the KPI in the header say the same", () => {
  const long =
    "unit,period,kpi,value\nNorth,2026-Q1,Sales,12.5\nSouth,2026-Q1,Sales,8\nNorth,2026-Q2,Sales,13\n"
  const columns = "Department;Quartal;Sales\nNorth;Q1 2026;12,5\nSouth;Q1 2026;8\nNorth;Q2 2026;13\n"
  const wide = "Team\tQ1 2026\tQ2 2026\nNorth\t12.5\t13\nSouth\t8\t\n"
  const named = "Abteilung;Sales Q1 2026;Sales (2026-Q2)\nNorth;12,5;13\nSouth;8;\n"
  const byRow = "unit,kpi,2026-Q1,2026-Q2\nNorth,Sales,12.5,13\nSouth,Sales,8,\n"
  expect([read(long).layout, cells(read(long))]).toEqual(["long", expected])
  expect([read(columns).layout, cells(read(columns))]).toEqual(["columns", expected])
  expect(read(wide).asked.kpi).toBe(true)
  expect([read(wide).layout, cells(read(wide, { kpi: "Sales" }))]).toEqual(["wide", expected])
  expect(cells(read(named))).toEqual(expected)
  expect(cells(read(byRow))).toEqual(expected)
  for (const file of [long, columns, named, byRow])
    expect([read(file).issueCount, read(file).asked.kpi]).toEqual([0, false])
})

test.each([
  ["German", "Abteilung;Monat;Kennzahl;Wert\nNord;Juli 2026;Umsatz;1.234,5"],
  ["French", "Service;Mois;Indicateur;Valeur\nNord;juillet 2026;Umsatz;1 234,5"],
  ["Spanish", "Departamento;Mes;Indicador;Valor\nNord;julio 2026;Umsatz;1.234,5"],
  ["Turkish", "Birim;Ay;Gösterge;Değer\nNord;Temmuz 2026;Umsatz;1.234,5"],
  ["Arabic", "الوحدة;الشهر;المؤشر;القيمة\nNord;يوليو 2026;Umsatz;١٢٣٤٫٥"],
  ["English", 'Unit,Month,Metric,Value\nNord,Jul 2026,Umsatz,"1,234.5"'],
  ["Swiss", "Abteilung;Monat;Kennzahl;Wert\nNord;07.2026;Umsatz;1'234.5"],
  ["year and month apart", "Unit,Year,Month,Metric,Value\nNord,2026,7,Umsatz,1234.5"],
])("headers, months and numbers in %s", (_language, text) => {
  expect(cells(read(text))).toEqual([["Umsatz", "Nord", "2026-07", 1234.5]])
})

test("a number is read as it is written in many places, and nothing else is one", () => {
  const numbers = (list: string[], choices: KpiChoices = {}) => {
    const file = read(`unit;period;X\n${list.map((cell, at) => `u${at};2026;${cell}`).join("\n")}\n`, choices)
    return { values: cells(file).map((cell) => cell[3]), codes: issues(file) }
  }
  expect(
    numbers([
      "-3",
      "−3",
      "(1,234.50)",
      "12 %",
      "%12.5",
      "$ 5.25",
      "7.5 EUR",
      "1e3",
      "1 234.5",
      "5.0-",
      "+4.1",
      "0.125",
    ]).values,
  ).toEqual([...[-3, -3, -1234.5, 12, 12.5, 5.25, 7.5, 1000, 1234.5, -5, 4.1, 0.125]])
  expect(numbers(["1.234,5", "1.234", "12,25", "1.234.567", "-0,5"]).values).toEqual([
    1234.5, 1234, 12.25, 1234567, -0.5,
  ])
  expect(numbers(["1,234.5", "1,234", "1,23,456.5", "1,234,567"]).values).toEqual([
    1234.5, 1234, 123456.5, 1234567,
  ])
  // Blank, and what stands for it, is no value and no fault.
  expect(numbers(["5.5", "", "-", "n/a", "#N/A"])).toEqual({ values: [5.5], codes: [] })
  expect(numbers(["5.5", "five", "1.2.3", "1,5", "12 34", "--3", "5.5.", "1e999"])).toEqual({
    values: [5.5],
    codes: [3, 4, 5, 6, 7, 8, 9].map((row) => ["no-number", row, "X"]),
  })
})

test("decimals are settled for the whole column, also when only a late row settles them", () => {
  const rows = Array.from({ length: 3000 }, (_, at) => `u${at};2026;1.234`)
  const late = read(`unit;period;X\n${rows.join("\n")}\nlast;2026;1.234,5\n`)
  expect([late.asked.decimals, cells(late)[0]?.[3], cells(late).at(-1)?.[3]]).toEqual([[], 1234, 1234.5])
  const open = read("unit;period;X\nA;2026;1.234\nB;2026;900\n")
  expect(open.asked.decimals).toEqual([{ column: "X", example: "1.234", asPoint: 1.234, asComma: 1234 }])
  expect(cells(read("unit;period;X\nA;2026;1.234\n", { decimals: { X: "comma" } }))[0]?.[3]).toBe(1234)
  expect(cells(read("unit;period;X\nA;2026;1.234\n", { decimals: { X: "point" } }))[0]?.[3]).toBe(1.234)
  // The other columns leave no doubt.
  const beside = read("unit;period;X;Y\nA;2026;1.234;5,5\n")
  expect([beside.asked.decimals, cells(beside).map((cell) => cell[3])]).toEqual([[], [1234, 5.5]])
  expect(beside.notes.join()).toContain("“X”")
})

test("nothing is dropped in silence: what does not count is named by row and column", () => {
  const file = read(
    [
      "A report,,",
      "unit,period,Sales,Owner",
      "North,2026-Q1,5,Ann",
      ",2026-Q1,6,Ann",
      "South,someday,7,Ann",
      "South,,7,Ann",
      "North,2026-Q1,6,Bob",
      "East,2026-Q1,8,Bob",
      "East,2026-Q1,8,Bob",
      "West,2026-07,9,Bob",
      'West,2026-Q2,"9,Bob',
      "West,2026-Q2,9,Bob,more",
      "West,2026-Q2,x9,Bob",
      "",
    ].join("\n"),
  )
  expect(issues(file)).toEqual([
    ["no-unit", 4, "unit"],
    ["no-period", 5, "period"],
    ["no-period", 6, "period"],
    ["conflict", 7, "Sales"],
    ["unreadable-row", 11, null],
    ["unreadable-row", 12, null],
    ["no-number", 13, "Sales"],
    ["other-period", 10, "period"],
    ["no-numbers", null, "Owner"],
  ])
  expect(cells(file)).toEqual([["Sales", "East", "2026-Q1", 8]])
  expect(file.notes.join()).toContain("1 value stands twice")
})

test("a workbook says the same: its numbers have a point, whoever wrote them", () => {
  const cell = (one: string | number) =>
    typeof one === "number" ? `<c><v>${one}</v></c>` : `<c t="str"><v>${one}</v></c>`
  const row = (...all: (string | number)[]) => `<row>${all.map(cell).join("")}</row>`
  const rows = [row("Unit", "Period", "Sales"), row("North", "2026-Q1", 12.5), row("South", "2026-Q1", 1.234)]
  const book = { sheets: { A: `<sheetData>${rows.join("")}</sheetData>` } }
  const file = readKpis(oddXlsx(book), "kpis.xlsx")
  expect(cells(file)).toEqual([
    ["Sales", "North", "2026-Q1", 12.5],
    ["Sales", "South", "2026-Q1", 1.234],
  ])
  expect(file.asked.decimals).toEqual([])
})

test("UTF-16, a byte order mark, old code pages, sep= and lone carriage returns are read", () => {
  const text = "Bölüm;Dönem;Satış\nİzmir;2026;5,5\n"
  const wide = new Uint8Array(2 + text.length * 2)
  wide.set([0xff, 0xfe])
  for (let at = 0; at < text.length; at++) {
    wide[2 + at * 2] = text.charCodeAt(at) & 0xff
    wide[3 + at * 2] = text.charCodeAt(at) >> 8
  }
  const old = Uint8Array.from("Einheit;Jahr;Umsatz\nK\xf6ln;2026;5,5\n", (letter) => letter.charCodeAt(0))
  expect(cells(read(wide))).toEqual([["Satış", "İzmir", "2026", 5.5]])
  expect(cells(read(old))).toEqual([["Umsatz", "Köln", "2026", 5.5]])
  expect(cells(read(`\ufeffsep=;\r\n${text.replaceAll("\n", "\r\n")}`))).toEqual([
    ["Satış", "İzmir", "2026", 5.5],
  ])
  expect(cells(read(text.replaceAll("\n", "\r")))).toEqual([["Satış", "İzmir", "2026", 5.5]])
})

test("what is no table, empty or without a needed column is said", () => {
  const first = (text: string) => read(text).issues[0]
  expect(first("")).toMatchObject({ code: "empty-file" })
  expect(first("unit,period,X\n")).toMatchObject({ code: "empty-file" })
  expect(first("%PDF-1.7 x")).toMatchObject({ code: "unsupported-file" })
  expect(first("<html><table></table>")).toMatchObject({ code: "unsupported-file" })
  expect(first("a,b\n1,2\n")).toMatchObject({ code: "missing-column" })
  expect(first("unit,b\nA,2\n")).toMatchObject({ code: "missing-column" })
  expect(read("unit,period,X\nA,2026,1\n", { columns: { unit: "Nope" } }).issues[0]).toMatchObject({
    column: "Nope",
  })
})

test("poison: quotation marks that never close, thousands of units and periods, and a wall of cells end in time", () => {
  const marks = read(`unit,period,X\n${'"a,2026,5\n'.repeat(20_000)}`)
  expect([marks.kpis, marks.issueCount, marks.issues.length]).toEqual([[], 20_000, 1_000])
  const units = read(
    `unit,period,X\n${Array.from({ length: 50_002 }, (_, at) => `u${at},2026,5`).join("\n")}`,
  )
  expect(units.issues[0]).toMatchObject({ code: "too-large" })
  const days = Array.from({ length: 4_100 }, (_, at) => new Date(at * 86_400_000).toISOString().slice(0, 10))
  expect(read(`unit,period,X\n${days.map((day) => `u,${day},5`).join("\n")}`).issues[0]).toMatchObject({
    code: "too-large",
  })
  // Each row another unit and another KPI: few cells, but places for billions.
  const sparse = Array.from({ length: 2_000 }, (_, at) => `u${at * 20},${1900 + (at % 200)},K${at},5`)
  const wide = Array.from({ length: 49_000 }, (_, at) => `u${at},2026,K,5`)
  expect(read(`unit,period,kpi,value\n${[...wide, ...sparse].join("\n")}`).issues[0]).toMatchObject({
    code: "too-large",
  })
})

test("poison: figures that are none, too large or too small are named; zero has no sign", () => {
  const list = [
    "1e400",
    "Infinity",
    "-Infinity",
    "1e300",
    "1e-300",
    `1${"0".repeat(150)}`,
    "1e16",
    "0x10",
    "=1+1",
  ]
  const file = read(
    `unit;period;X\n${list.map((cell, at) => `u${at};2026;${cell}`).join("\n")}\nok;2026;1e15\n`,
  )
  expect(cells(file)).toEqual([["X", "ok", "2026", 1e15]])
  expect(
    file.issues.map(({ row, message }) => [row, / is (no number|larger or smaller)/.exec(message)?.[1]]),
  ).toEqual(list.map((_, at) => [at + 2, [0, 3, 4, 5, 6].includes(at) ? "larger or smaller" : "no number"]))
  // As pandas writes a blank.
  expect(read("unit;period;X\na;2026;NaN\n")).toMatchObject({ kpis: [], issueCount: 0 })
  const zeros = read("unit;period;X\na;2026;-0\nb;2026;(0)\nc;2026;-0,00\nd;2026;−0\n")
  expect(zeros.kpis[0]?.values[0]).toEqual(Float64Array.of(0, 0, 0, 0))
})

test("poison: years of no age are no periods, and names that every object has are names", () => {
  const years = read(
    "unit,period,X\na,99999,1\na,0000,1\na,1899,1\na,Q1 99999,1\na,99999-01-01,1\na,2026,1\n",
  )
  expect(cells(years)).toEqual([["X", "a", "2026", 1]])
  expect(years.issues.map(({ code }) => code)).toEqual(Array(5).fill("no-period"))
  for (const name of ["constructor", "__proto__", "toString", "hasOwnProperty"]) {
    const file = read(`unit,period,${name}\n${name},2026-01,1.234\n`, { decimals: { other: "comma" } })
    expect(cells(file)).toEqual([[name, name, "2026-01", 1.234]])
    expect(file.asked.decimals).toHaveLength(1)
  }
})

test("poison: names in another case, width or with what nobody sees are one; each is one line, cut between letters", () => {
  const same = [
    "Revenue",
    "REVENUE",
    "Ｒｅｖｅｎｕｅ",
    "Rev\u00adenue",
    "\u200bRevenue\u202e",
    '"Rev\u00a0enue"',
  ]
  const file = read(
    `unit,period,kpi,value\n${same.map((name, at) => `u,${2020 + at},${name},1`).join("\n")}\n`,
  )
  expect(file.kpis.map(({ name, count }) => [name, count])).toEqual([
    ["Revenue", 5],
    ["Rev enue", 1],
  ])
  const units = read("unit,period,X\nÉquipe,2026,1\nE\u0301quipe,2026,1\nＥ\u0301ＱＵＩＰＥ,2026,1\n")
  expect([units.units, units.notes]).toEqual([
    ["Équipe"],
    ["2 values stand twice with the same figure, and count once."],
  ])
  const long = `${"a".repeat(119)}😀`
  const lines = read(`unit,period,"Re\nve\t\u0007nue",${long}\n"${"b".repeat(199)}😀",2026,1,2\n`)
  expect(lines.kpis.map(({ name }) => name)).toEqual(["Re ve nue", "a".repeat(119)])
  expect(lines.units).toEqual(["b".repeat(199)])
  for (const name of ["=cmd|' /C calc'!A0", "<img src=x onerror=alert(1)>", "'); drop table kpi; --"])
    expect(read(`unit,period,"${name}"\n"${name}",2026,1\n`)).toMatchObject({
      units: [name],
      kpis: [{ name }],
    })
})

test("a key of a label is short enough for an index, whatever the letters are", () => {
  expect(labelKey("\ufdfa".repeat(200)).length).toBe(500)
  expect(labelKey("😀".repeat(400)).isWellFormed()).toBe(true)
})

test("whatever the numbers are, they come out as they went in, in each country's writing", () => {
  const figure = fc.integer({ min: -99_999_999, max: 99_999_999 }).map((whole) => whole / 100)
  const writings = [
    (value: number) => value.toFixed(2),
    (value: number) => value.toFixed(2).replace(".", ","),
    (value: number) => value.toLocaleString("en-US", { minimumFractionDigits: 2 }),
    (value: number) => value.toLocaleString("de-DE", { minimumFractionDigits: 2 }),
    (value: number) => (value < 0 ? `(${(-value).toFixed(2)})` : value.toFixed(2)),
  ]
  fc.assert(
    fc.property(
      fc.array(figure, { minLength: 1, maxLength: 20 }),
      fc.constantFrom(...writings),
      (figures, write) => {
        const file = read(
          `unit;period;X\n${figures.map((value, at) => `u${at};2026;${write(value)}`).join("\n")}\n`,
        )
        expect(cells(file).map((cell) => cell[3])).toEqual(figures.map((value) => value + 0))
        expect(file.issueCount).toBe(0)
      },
    ),
  )
})
