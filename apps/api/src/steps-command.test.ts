import { spawnSync } from "node:child_process"
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import writeXlsxFile from "write-excel-file/node"
import { steps } from "./steps-command.ts"

let folder = ""
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "steps-"))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function run(content: string | Uint8Array, ...args: string[]) {
  writeFileSync(join(folder, "table.csv"), content)
  let [stdout, stderr] = ["", ""]
  const code = await steps(["table.csv", ...args], {
    stdout: { write: (text) => (stdout += text) },
    stderr: { write: (text) => (stderr += text) },
    cwd: folder,
  })
  return { code, stdout, stderr }
}

async function told(content: string | Uint8Array, ...args: string[]) {
  const { code, stdout, stderr } = await run(content, "--json", ...args)
  return { code, stderr, ...JSON.parse(stdout) }
}

const HEADERS = "year,group,level,level_order,respondents,code,question,percent_positive"
const TABLE = `${HEADERS}
2020,grade,Staff,1,20000,Q1,Clear goals,34.0
2020,grade,Heads,2,9000,Q1,Clear goals,40.0
2020,grade,Top,3,1000,Q1,Clear goals,61.0
`

test("a table in order ends with 0, and --json prints the steps and nothing else", async () => {
  const { code, stdout, stderr } = await run(TABLE, "--json")
  expect([code, stderr]).toEqual([0, ""])
  const found = JSON.parse(stdout).steps
  const same = { group: "grade", wave: "2020", question: "Clear goals", code: "Q1" }
  expect(found).toEqual(
    [
      { ...same, from: "Staff", to: "Heads", drop: 6, interval: [3.795, 8.205], p: 0, finding: "drop" },
      { ...same, from: "Heads", to: "Top", drop: 21, interval: [16.8, 25.1], p: 0, finding: "largest-drop" },
    ].map((step) => ({
      ...step,
      interval: step.interval.map((end) => expect.closeTo(end, 0)),
      p: expect.closeTo(0, 6),
    })),
  )
})

test("refused rows end with 1 and are named; their neighbours are not compared across them", async () => {
  const doubled = await told(
    `${TABLE}2020,grade,Heads,2,9000,Q1,Clear goals,40.0\n2020,grade,Staff,1,20000,Q2,More,50\n2020,grade,Heads,2,900,Q2,More,90\n`,
  )
  expect(doubled.code).toBe(1)
  expect(doubled.issues.map(({ code, row }: { code: string; row: number }) => [code, row])).toEqual([
    ["not-unique", 3],
    ["not-unique", 5],
  ])
  expect(doubled.steps).toMatchObject([{ question: "More", finding: "largest-drop" }])
  expect(doubled.missing).toMatchObject([
    { question: "Clear goals", level: "Heads" },
    { question: "More", level: "Top" },
  ])
})

test("a workbook is read like its CSV", async () => {
  const cells = TABLE.trim()
    .split("\n")
    .map((row, index) =>
      row
        .split(",")
        .map((cell, at) =>
          index > 0 && at !== 5 && /^[\d.]+$/.test(cell)
            ? { type: Number, value: Number(cell) }
            : { type: String, value: cell },
        ),
    )
  await writeXlsxFile(cells).toFile(join(folder, "table.xlsx"))
  const book = await told(readFileSync(join(folder, "table.xlsx")))
  expect([book.code, book.steps]).toEqual([0, (await told(TABLE)).steps])
})

test("without --json it is for reading; --top-first turns the order round", async () => {
  const { stdout } = await run(TABLE)
  expect(stdout).toContain("largest-drop: 1")
  expect(stdout).toContain("2020, grade, Q1, Top to Heads: 21 points")
  const turned = await told(TABLE, "--top-first")
  expect(turned.steps.map(({ finding, from, to }: Record<string, string>) => [finding, from, to])).toEqual([
    ["rise", "Top", "Heads"],
    ["rise", "Heads", "Staff"],
  ])
})

test("what cannot be read ends with 2 and says why", async () => {
  expect((await told("a,b\n1,2\n")).code).toBe(2)
  expect((await run("a,b\n1,2\n", "--json")).stderr).toContain("No column says")
  expect((await run(TABLE, "--column", "colour=x")).code).toBe(2)
  expect((await run(TABLE, "another.csv")).stderr).toContain("Name one table.")
  const io = { stdout: { write: () => {} }, stderr: { write: () => {} }, cwd: folder }
  expect(await steps(["nowhere.csv"], io)).toBe(2)
  expect(await steps(["."], io)).toBe(2)
})

const reference = new URL("../../../../shared/reference/surveys/", import.meta.url)
const present = existsSync(reference)
describe.skipIf(!present)(`published tables${present ? "" : " (no reference data)"}`, () => {
  const csps = () => readFileSync(new URL("uk-csps-by-grade/csps_by_grade_2013_2017.csv", reference), "utf8")
  interface Step {
    [name: string]: unknown
    drop: number
    finding: string
    interval: [number, number]
  }
  const isVision = (step: Step) =>
    step.group === "grade" && String(step.question).includes("clear vision for the future")

  test("a civil service in five years: the vision is lost below its senior grade in every one; a rise is never a drop", async () => {
    const { code, rows, steps: all, missing, issues } = await told(csps())
    expect({ code, rows, missing, issues }).toEqual({ code: 0, rows: 2961, missing: [], issues: [] })
    const largest = all.filter((step: Step) => isVision(step) && step.finding === "largest-drop")
    expect(largest.map(({ wave, code, from, to, drop }: Step) => [wave, code, from, to, drop])).toEqual([
      ["2013", "B43", "G6/G7", "SCS", 20],
      ["2014", "B43", "G6/G7", "SCS", 20],
      ["2015", "B43", "G6/G7", "SCS", 20],
      ["2016", "B43", "G6/G7", "SCS", 19],
      ["2017", "B40", "G6/G7", "SCS", 20],
    ])
    for (const { drop, finding, interval } of all as Step[]) {
      if (finding.endsWith("drop")) expect([drop > 0, interval[0] > 0]).toEqual([true, true])
      if (finding === "rise") expect([drop < 0, interval[1] < 0]).toEqual([true, true])
    }
    // [my manager] helps me to understand: 63, 61, 62, 65, 80 – the first step is a rise seen from below
    const helps = all.filter(
      (step: Step) => step.wave === "2013" && step.group === "grade" && step.code === "B12",
    )
    expect(helps.map(({ drop, finding }: Step) => [drop, finding])).toEqual([
      [-2, "rise"],
      [1, "flat"],
      [3, "drop"],
      [15, "largest-drop"],
    ])
  })

  test("rows in any order say the same", async () => {
    const [header = "", ...lines] = csps().trim().split(/\r?\n/)
    // 1009 is prime and no factor of the number of rows: every row once, neighbours far apart.
    const order = lines.map((_, at) => (at * 1009) % lines.length)
    expect(new Set(order).size).toBe(lines.length)
    const byName = (found: Step[]) => found.map((step) => JSON.stringify(step)).toSorted()
    const shuffled = await told([header, ...order.map((at) => lines[at])].join("\n"))
    expect(byName(shuffled.steps)).toEqual(byName((await told(csps())).steps))
  })

  test("a public service by unit: every figure with its interval, and no steps", async () => {
    const file = readFileSync(new URL("canada-pses-2018-units/results_2018.csv", reference))
    const { code, kind, rows, steps: none, units, notes } = await told(file)
    expect({ code, kind, rows, none }).toEqual({ code: 0, kind: "units", rows: 5376, none: [] })
    expect(notes.join()).toContain("mean score of 0 to 100")
    const whole = units.find(
      ({ level, question }: Record<string, string>) => level === "0" && question === "Q33",
    )
    const summed = await told(file, "--column", "percent=pct_1+pct_2")
    expect([whole.respondents, summed.rounding]).toEqual([161017, 1])
    for (const { percent, interval } of units)
      expect([interval[0] <= percent, interval[1] >= percent]).toEqual([true, true])
  })
})

test("what does not fit into a pipe at once arrives whole, however slowly it is read", () => {
  const rows = Array.from({ length: 600 }, (_, at) =>
    ["Staff,1,20000", "Heads,2,9000"]
      .map((level) => `2020,grade,${level},Q${at},Question ${at},40`)
      .join("\n"),
  )
  writeFileSync(join(folder, "long.csv"), `${HEADERS}\n${rows.join("\n")}\n`)
  const cli = fileURLToPath(new URL("cli.ts", import.meta.url))
  const { stdout } = spawnSync(
    "sh",
    ["-c", '"$0" "$1" steps long.csv --json | (sleep 1; cat)', process.execPath, cli],
    { cwd: folder, encoding: "utf8" },
  )
  expect(stdout.length).toBeGreaterThan(2 ** 16)
  expect(JSON.parse(stdout).steps).toHaveLength(600)
})
