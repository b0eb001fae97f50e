import { expect, test } from "vitest"
import { checkPeople } from "./check-people.ts"
import { limits } from "./limits.ts"
import { buildOrgChart } from "./org-chart.ts"
import { parsePeople } from "./parse-people.ts"
import { isBlocked } from "./person.ts"
import { readPeopleFile } from "./read-people-file.ts"
import { repairAll } from "./repair-all.ts"

// Far above what any of these takes: it tells linear from quadratic, not fast from slow.
const CEILING = 60_000
const many = <T>(count: number, make: (at: number) => T) => Array.from({ length: count }, (_, at) => make(at))
const file = (rows: readonly string[]) => ["id,name,email,manager id,title", ...rows].join("\n")
const row = (id: number | string, manager: number | string) => `${id},Name ${id},p${id}@x.de,${manager},Clerk`
const codes = (text: string) => {
  const counts: Record<string, number> = {}
  for (const { code, severity } of parsePeople(text).issues)
    counts[`${severity} ${code}`] = (counts[`${severity} ${code}`] ?? 0) + 1
  return counts
}

/** What the file is after “repair everything as proposed”: everybody placed, nothing blocks. */
function repaired(text: string) {
  const before = performance.now()
  const { file, repairs } = repairAll(text)
  expect(performance.now() - before).toBeLessThan(CEILING)
  expect(isBlocked(file)).toBe(false)
  const chart = buildOrgChart(file.people)
  expect(chart.unplaced).toEqual([])
  return { people: file.people.length, tops: chart.tops.length, deepest: Math.max(...chart.layer), repairs }
}

test("a chain of 10,000, and of 100,000, is no depth", () => {
  for (const people of [10_000, 100_000])
    expect(repaired(file(many(people, (at) => row(at, at === 0 ? "" : at - 1))))).toMatchObject({
      ...{ people, tops: 1, deepest: people, repairs: [] },
    })
})

test("10,000 people in one circle need one cut, 2,000 circles one each", () => {
  const circle = file(many(10_000, (at) => row(at, (at + 1) % 10_000)))
  expect(codes(circle)).toEqual({ "error loop": 1, "error no-top": 1 })
  expect(repaired(circle)).toMatchObject({ people: 10_000, tops: 1, deepest: 10_000 })
  const circles = file([row("a", ""), ...many(4_000, (at) => row(at, at % 2 === 0 ? at + 1 : at - 1))])
  expect(codes(circles)).toEqual({ "error loop": 2_000 })
  expect(repaired(circles)).toMatchObject({ people: 4_001, tops: 1, deepest: 3 })
})

test("5,000 who are their own managers, and everybody below a circle", () => {
  const selves = file(many(5_000, (at) => row(at, at)))
  // Beyond what is listed they are counted.
  expect(codes(selves)).toEqual({ "error self-manager": limits.listed + 1, "error no-top": 1 })
  expect(parsePeople(selves).issues.find(({ message }) => message.includes("3,000 more"))).toBeDefined()
  expect(repaired(selves)).toMatchObject({ people: 5_000, tops: 1 })
  const below = file([
    row("a", "b"),
    row("b", "a"),
    ...many(20_000, (at) => row(at, at === 0 ? "a" : at - 1)),
  ])
  expect(repaired(below)).toMatchObject({ people: 20_002, tops: 1 })
})

test("10,000 rows with one id, 10,000 namesakes, 10,000 absent managers, 5,000 tops", () => {
  expect(repaired(file([row("a", ""), ...many(10_000, () => row("b", "a"))])).people).toBe(2)
  const namesakes = [
    "id,name,manager",
    "0,Ada,",
    ...many(10_000, (at) => `${at + 1},Jo Doe,${at < 3_000 ? "Jo Doe" : "Ada"}`),
  ]
  expect(repaired(namesakes.join("\n")).people).toBe(10_001)
  const absent = repaired(file([row("a", ""), ...many(10_000, (at) => row(at, `x${at}`))]))
  expect(absent).toMatchObject({ people: 20_001, deepest: 3 })
  const one = repaired(file([row("a", ""), ...many(10_000, (at) => row(at, "gone"))]))
  expect([one.people, one.repairs.length]).toEqual([10_002, 1])
  expect(repaired(file(many(5_000, (at) => row(at, "")))).people).toBe(5_000)
})

test("names of JavaScript's own are ids, names, headers and managers like any other", () => {
  const words = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf"]
  const text = file([row("__proto__", ""), ...words.slice(1).map((word) => row(word, "__proto__"))])
  expect(parsePeople(text).people.map(({ id, managerId }) => [id, managerId])).toEqual([
    ["__proto__", null],
    ...words.slice(1).map((word) => [word, "__proto__"]),
  ])
  expect(checkPeople(text)).toMatchObject({ people: 5, roots: 1, issues: [] })
  const headers = [`${words.join(",")},name,manager`, "1,2,3,4,5,Ada,", "1,2,3,4,5,Bo,Ada"].join("\n")
  expect(parsePeople(headers).columns).toEqual({ name: "name", manager: "manager" })
  const chosen = JSON.parse('{"__proto__": "name", "constructor": "name", "email": "toString"}')
  expect(parsePeople(headers, { columns: chosen }).columns).toMatchObject({ email: "toString" })
  expect(({} as Record<string, unknown>).name).toBeUndefined()
})

test("formulas are text, said once and never computed", () => {
  const text = file([
    '1,"=HYPERLINK(""http://x.de"",""Ada"")",a@x.de,,"@SUM(1+1)"',
    "2,+49 Bo,b@x.de,1,-",
    "3,Cy,c@x.de,1,- retired -",
  ])
  const { people, issues } = parsePeople(text)
  expect(people.map(({ name, title }) => [name, title])).toEqual([
    ['=HYPERLINK("http://x.de","Ada")', "@SUM(1+1)"],
    ["+49 Bo", "-"],
    ["Cy", "- retired -"],
  ])
  expect(issues.map(({ code, row, field }) => [code, row, field])).toEqual([
    ["formula", 2, "name"],
    ["formula", 3, "name"],
    ["formula", 4, "title"],
  ])
  expect(repairAll(text).repairs).toMatchObject([{ kind: "keep", code: "formula", rows: [2, 3, 4] }])
})

test("a cell of 500 kB costs its row, 1,000 columns and too many rows the file, each by name", () => {
  const long = file([row(1, ""), `2,${"y".repeat(500_000)},b@x.de,1,Clerk`, row(3, 1)])
  const { issues, people } = parsePeople(long)
  expect(issues).toMatchObject([{ code: "too-large", severity: "error", row: 3 }])
  expect(issues[0]?.message).toContain("its cell “name” holds 500,000 characters")
  expect(people[1]?.name.length).toBeLessThan(200)
  expect(repaired(long).people).toBe(2)

  const wide = [many(1_000, (at) => `column ${at}`).join(","), many(1_000, String).join(",")].join("\n")
  expect(parsePeople(wide)).toMatchObject({ people: [], issues: [{ code: "too-large", row: null }] })
  // Blank columns at the end are none, and neither is a row of a million commas.
  expect(parsePeople(file([row(1, ""), row(2, 1) + ",".repeat(1_000_000)])).issues).toEqual([])

  const rows = "id,manager id\n".concat("7,\n".repeat(limits.rows + 1))
  expect(parsePeople(rows)).toMatchObject({ people: [], issues: [{ code: "too-large", row: null }] })
  expect(parsePeople(rows).issues[0]?.message).toContain("more than 200,000 rows")
})

test("one line of many megabytes, blank or not, is read or refused, never waited for", () => {
  const before = performance.now()
  const blank = [",", '"', '","', " "]
  for (const part of [...blank, "x", "a\t", '"a",']) {
    const line = part.repeat(20_000_000 / part.length)
    expect(isBlocked(parsePeople(line))).toBe(true)
    expect([part, isBlocked(parsePeople(`id,name,manager id\n1,Ada,\n${line}`))]).toEqual([
      part,
      !blank.includes(part),
    ])
  }
  expect(parsePeople("x".repeat(limits.bytes + 1)).issues).toMatchObject([{ code: "too-large", row: null }])
  const bytes = new Uint8Array(100 * 1024 * 1024).fill(0x78)
  expect(readPeopleFile(bytes, "people.csv")).toMatchObject({ issues: [{ code: "too-large" }] })
  expect(performance.now() - before).toBeLessThan(CEILING)
})

test("lone quotation marks cost their own rows, however many there are", () => {
  const text = file([
    row(1, ""),
    ...many(3_000, (at) => (at % 3 === 0 ? `${at + 2},"Bo,b${at}@x.de,1,Clerk` : row(at + 2, 1))),
  ])
  const { issues, people } = parsePeople(text)
  expect(people).toHaveLength(3_001)
  expect(issues.filter(({ code }) => code === "unreadable-row")).toHaveLength(51)
  expect(repaired(text).people).toBe(3_001)
})

test("NUL bytes are refused by name, a byte order mark is not seen", () => {
  expect(parsePeople(file(["1,A\u0000da,,,"])).issues[0]?.message).toContain("NUL bytes")
  expect(parsePeople(`\uFEFF${file([row(1, "")])}`).issues).toEqual([])
})
