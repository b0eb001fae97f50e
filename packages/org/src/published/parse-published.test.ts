import fc from "fast-check"
import { expect, test } from "vitest"
import { parsePublished } from "./parse-published.ts"
import { readPublished } from "./read-published.ts"

const HEADERS = "year,group,level,level_order,respondents,code,question,percent_positive"
const table = (...rows: string[]) => [HEADERS, ...rows].join("\n")
const LOW = "2020,grade,Staff,1,1200,Q1,The goals are clear.,34.0"
const HIGH = "2020,grade,Heads,2,140,Q1,The goals are clear.,61.0"
const read = {
  ...{ wave: "2020", group: "grade", level: "Heads", order: 2 },
  ...{ respondents: 140, code: "Q1", question: "The goals are clear.", percent: 61 },
}

test("rows as they stand; .0 does not say that percents were told to a tenth", () => {
  const { rows, issues, rounding, kind, notes } = parsePublished(table(LOW, HIGH))
  expect(rows).toEqual([{ ...read, level: "Staff", order: 1, respondents: 1200, percent: 34 }, read])
  expect({ issues, rounding, kind, notes }).toEqual({ issues: [], rounding: 0.5, kind: "layers", notes: [] })
})

test("the same table with other headers, in other languages, with other delimiters and other ways to write a number", () => {
  const same = [
    "Survey Wave\tBreakdown\tManagement level\tRank\tNumber of respondents\tItem code\tItem\t% favourable\n2020\tgrade\tHeads\t2\t140\tQ1\tThe goals are clear.\t61%",
    "Jahr;Gruppe;Ebene;Reihenfolge;Anzahl Befragte;Fragecode;Frage;Anteil positiv\n2020;grade;Heads;2;140;Q1;The goals are clear.;61,0 %",
    "Année;Groupe;Niveau;Ordre;Nombre de répondants;Code question;Libellé;Pourcentage positif\n2020;grade;Heads;2;140;Q1;The goals are clear.;61,0",
    "año|grupo|nivel|orden|encuestados|código|pregunta|porcentaje\n2020|grade|Heads|2|140|Q1|The goals are clear.|%61",
    "wave,cut,grade,rank,n,item,question text,% favourable\n2020,grade,Heads,2,140,Q1,The goals are clear.,61",
    "wave,cut,grade,rank,n,question,statement,% agree\n2020,grade,Heads,2,140,Q1,The goals are clear.,61",
    "yıl;grup;kademe;sıra;katılımcı sayısı;soru kodu;soru;olumlu yüzde\n2020;grade;Heads;2;140;Q1;The goals are clear.;61",
    "السنة,المجموعة,المستوى,الترتيب,عدد المجيبين,رمز السؤال,السؤال,النسبة المئوية\n2020,grade,Heads,٢,١٤٠,Q1,The goals are clear.,٦١٪",
    "Staff survey of the ministry\n\npct_favorable,n,layer_order,layer,statement,item id,demographic,period\n61,140,2,Heads,The goals are clear.,Q1,grade,2020.0",
    'sep=;\nyear;group;level;level_order;base;code;question;"positive %"\n2020;grade;Heads;2;"n=140";Q1;"The goals are clear.";"61"',
  ]
  for (const text of same) {
    const { rows, issues } = parsePublished(text)
    expect({ rows, issues }, text.slice(0, 40)).toEqual({ rows: [read], issues: [] })
  }
})

test("any encoding: UTF-16, Windows-1252, with and without a byte order mark", () => {
  const text = table("2020,grade,Führung,2,140,Q1,Größe,61")
  const wide = new Uint8Array(
    [...`\uFEFF${text}`].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]),
  )
  const old = new Uint8Array([...text].map((letter) => letter.charCodeAt(0)))
  const marked = new TextEncoder().encode(`\uFEFF${text}`)
  for (const bytes of [wide, old, marked])
    expect(readPublished(bytes, "t.csv").rows).toMatchObject([{ level: "Führung", question: "Größe" }])
  expect(readPublished(old, "t.csv").notes.join()).toContain("Windows-1252")
})

test("what lacks a figure is refused by row and column; the others count", () => {
  const { rows, issues } = parsePublished(
    table(
      LOW,
      HIGH,
      "2021,grade,Staff,1,,Q1,The goals are clear.,34",
      "2021,grade,Heads,2,140,Q1,The goals are clear.,*",
    )
      .concat(
        "\n2021,grade,Top,3,12,Q1,The goals are clear.,134\n2021,grade,Middle,4,a few,Q1,The goals are clear.,50",
      )
      .concat(
        "\n2021,grade,Other,5,1.5,Q1,The goals are clear.,50\n2021,grade,Last,6,0,Q1,The goals are clear.,50",
      ),
  )
  expect(rows).toHaveLength(2)
  expect(issues.map(({ code, row, column }) => [code, row, column])).toEqual([
    ["missing-value", 4, "respondents"],
    ["missing-value", 5, "percent_positive"],
    ["not-a-number", 6, "percent_positive"],
    ["not-a-number", 7, "respondents"],
    ["not-a-number", 8, "respondents"],
    ["not-a-number", 9, "respondents"],
  ])
  expect(issues[0]?.message).toBe("Row 4 is not counted: its cell “respondents” is empty.")
  expect(issues[1]?.message).toContain("says “*”")
})

test("rows that are not unique are refused by name, alike or not, however their letters are cased", () => {
  const { rows, issues } = parsePublished(
    table(LOW, HIGH, LOW, HIGH.replace("61.0", "12").replace("Heads", "HEADS")),
  )
  expect(rows).toEqual([])
  expect(issues.map(({ code, row }) => [code, row])).toEqual([2, 3, 4, 5].map((row) => ["not-unique", row]))
  expect(issues[0]?.message).toBe(
    "Row 2 is not counted: row 4 is of the same year, group, level, code and question.",
  )
})

test("one code may have several questions, and one question several codes", () => {
  const rows = [LOW, LOW.replace("The goals", "The plans"), LOW.replace("Q1", "Q2")]
  expect(parsePublished(table(...rows))).toMatchObject({ rows: [{}, {}, {}], issues: [] })
  const withoutText = rows.slice(0, 2).map((row) => row.replace(/,The [^,]*/, ""))
  const { issues } = parsePublished([HEADERS.replace(",question", ""), ...withoutText].join("\n"))
  expect(issues.map(({ code }) => code)).toEqual(["not-unique", "not-unique"])
})

test("a layer in two places of the order is refused where fewer rows say so", () => {
  const more = [LOW.replace("Q1", "Q2"), LOW.replace("Q1", "Q3").replace("Staff,1", "Staff,2")]
  const { rows, issues } = parsePublished(table(LOW, HIGH, HIGH.replace("Q1", "Q2"), ...more))
  expect(rows).toHaveLength(4)
  expect(issues).toMatchObject([{ code: "layer-order", row: 6, column: "level_order" }])
})

test("a decimal comma among commas is a row of too many cells, and says so", () => {
  const { rows, issues } = parsePublished(table(LOW, HIGH.replace("61.0", "61,5")))
  expect(rows).toHaveLength(1)
  expect(issues).toMatchObject([{ code: "unreadable-row", row: 3 }])
  expect(issues[0]?.message).toContain("decimal comma")
})

test("shares of 1 are percents, told to the digits that they have", () => {
  const { rows, rounding, notes } = parsePublished(
    table(LOW.replace("34.0", "0.34"), HIGH.replace("61.0", "1")),
  )
  expect([rows.map(({ percent }) => percent), rounding]).toEqual([[34, 100], 0.5])
  expect(notes.join()).toContain("taken as shares")
  const tenths = parsePublished(table(LOW.replace("34.0", "34.2"), HIGH.replace("61.0", "61.7")))
  expect(tenths.rounding).toBeCloseTo(0.05)
  const signed = parsePublished(table(LOW.replace("34.0", "0.5%"), HIGH.replace("61.0", "0.7%")))
  expect(signed.rows.map(({ percent }) => percent)).toEqual([0.5, 0.7])
})

test("one strange figure does not turn a column of shares into hundredths, nor is a share among percents one of them", () => {
  const rows = (...percents: string[]) =>
    percents.map((percent, at) => `2020,grade,L${at},${at},1200,Q1,The goals are clear.,${percent}`)
  const shares = parsePublished(table(...rows("0.34", "41", "0.4", "0.61", "62%")))
  expect(shares.rows.map(({ percent }) => percent)).toEqual([34, 40, 61, 62])
  expect(shares.issues).toMatchObject([{ code: "not-a-number", row: 3, column: "percent_positive" }])
  expect(shares.issues[0]?.message).toContain("41 in “percent_positive” is no share of 1")
  for (const others of [["34", "40", "61"], ["34"]]) {
    const percents = parsePublished(table(...rows(...others, "0.62")))
    expect(percents.rows.map(({ percent }) => percent)).toEqual(others.map(Number))
    expect(percents.rounding).toBe(0.5)
    expect(percents.issues[0]?.message).toContain("can be a percent or a share of 1")
  }
  // Told to a tenth, less than one percent is nothing strange.
  expect(parsePublished(table(...rows("34.2", "0.6", "61.3"))).rows).toHaveLength(3)
})

test("a table of more layers than any organization has is refused at once, and time does not grow with their square", () => {
  const rows = Array.from({ length: 49_000 }, (_, at) => `2020,grade,L${at},${at},50,Q${at},Text ${at},40`)
  const { rows: counted, issues } = parsePublished(table(...rows))
  expect(counted).toEqual([])
  expect(issues).toMatchObject([{ code: "too-large", row: null }])
  expect(issues[0]?.message).toContain("more than 50 layers")
})

test("several answers are added up when they are named, and so is their rounding", () => {
  const text =
    "unit,question,agree_1,agree_2,respondents\n5-2,Q1,26,34,161\n5-3,Q1,62,41,161\n5-4,Q1,60,41,99"
  const { rows, rounding, kind, issues } = parsePublished(text, { columns: { percent: "agree_1+agree_2" } })
  expect({ rounding, kind }).toEqual({ rounding: 1, kind: "units" })
  expect(rows.map(({ level, order, percent }) => [level, order, percent])).toEqual([
    ["5-2", null, 60],
    ["5-4", null, 100],
  ])
  expect(issues).toMatchObject([{ code: "not-a-number", row: 3 }])
})

test("layers that are numbers are their own order; with the top first it is turned round", () => {
  const text = "year,layer,n,item,favourable\n2020,1,9,Q1,80\n2020,2,70,Q1,60"
  const order = (topFirst: boolean) =>
    parsePublished(text, { topFirst }).rows.map((row) => [row.level, row.order])
  expect(order(false)).toEqual([
    ["1", 1],
    ["2", 2],
  ])
  expect(order(true)).toEqual([
    ["1", -1],
    ["2", -2],
  ])
})

test("what is not there is said: no column, no order, no rows, no table", () => {
  const codes = (text: string, columns = {}) =>
    parsePublished(text, { columns }).issues.map(({ code }) => code)
  expect(codes("year,grade,n,item,favourable\n2020,EO,9,Q1,80")).toEqual(["missing-column"])
  expect(parsePublished("year,grade,n,item,favourable\n2020,EO,9,Q1,80").issues[0]?.message).toContain(
    "order of the layers",
  )
  expect(codes(table(LOW), { percent: "nowhere" })).toEqual(["missing-column"])
  expect(codes(HEADERS)).toEqual(["empty-file"])
  expect(codes("")).toEqual(["empty-file"])
  expect(readPublished(new TextEncoder().encode("%PDF-1.7 …"), "t.pdf").issues).toMatchObject([
    { code: "unsupported-file" },
  ])
  expect(readPublished(new Uint8Array(9 * 1024 * 1024), "t.csv").issues).toMatchObject([
    { code: "too-large" },
  ])
  const many = [HEADERS, ...Array.from({ length: 50_001 }, (_, at) => LOW.replace("Q1", `Q${at}`))].join("\n")
  expect(codes(many)).toEqual(["too-large"])
})

test("never throws, whatever a file holds; what counts is whole", () => {
  const cell = fc.oneof(
    fc.constantFrom("2020", "1", "34,5", "0.3", "", '"', "*", "\u0000"),
    fc.string({ maxLength: 8 }),
  )
  const rows = fc.array(fc.array(cell, { maxLength: 10 }), { maxLength: 12 })
  fc.assert(
    fc.property(rows, fc.constantFrom(",", ";", "\t"), (cells, delimiter) => {
      const text = [HEADERS.replaceAll(",", delimiter), ...cells.map((row) => row.join(delimiter))].join("\n")
      for (const row of readPublished(new TextEncoder().encode(text), "t.csv").rows) {
        expect(row.percent).toBeGreaterThanOrEqual(0)
        expect(row.percent).toBeLessThanOrEqual(100)
        expect(Number.isInteger(row.respondents) && row.respondents > 0).toBe(true)
        expect(row.level !== "" && row.question !== "").toBe(true)
      }
    }),
  )
})
