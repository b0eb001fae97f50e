import { spawnSync } from "node:child_process"
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import writeXlsxFile from "write-excel-file/node"
import { link } from "./link-command.ts"

let folder = ""
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "link-"))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const COLUMNS = ["--unit", "team", "--period", "year", "--survey", "mission", "--kpi", "churn:lower"]

async function run(content: string | Uint8Array, ...args: string[]) {
  writeFileSync(join(folder, "table.csv"), content)
  let [stdout, stderr] = ["", ""]
  const code = await link(["table.csv", ...args], {
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

// The better the mission is known the fewer leave; both by hand, 12 teams.
const MISSION = [51, 64, 70, 63, 78, 55, 67, 75, 82, 61, 53, 60]
const CHURN = [21, 13, 12, 14, 6, 19, 12, 8, 5, 15, 20, 14]
const rowsOf = (year: string, more: (at: number) => string = () => "") =>
  MISSION.map((score, at) => `Team ${at + 1},${year},${score},${CHURN[at]}${more(at)}`)
const table = (rows: string[], header = "team,year,mission,churn") => `${header}\n${rows.join("\n")}\n`
const CLEAN = table(rowsOf("2024"))

test("a table in order ends with 0, and --json prints the pairs and nothing else, each in the order promised", async () => {
  const { code, stdout, stderr } = await run(CLEAN, "--json", ...COLUMNS)
  expect([code, stderr]).toEqual([0, ""])
  const out = JSON.parse(stdout)
  expect(Object.keys(out).slice(0, 2)).toEqual(["pairs", "refused"])
  expect(out).toMatchObject({ refused: [], units: 12, tests: 1, lags: [0], seed: 1 })
  const [pair] = out.pairs
  expect(Object.keys(pair).slice(0, 12)).toEqual([
    ...["construct", "kpi", "lag", "n", "units", "pearson", "interval", "spearman", "p", "pAdjusted"],
    ...["finding", "detectable"],
  ])
  // R 4.2.2: cor.test
  expect(pair).toMatchObject({
    construct: "mission",
    kpi: "churn",
    lag: 0,
    n: 12,
    units: 12,
    finding: "link",
  })
  expect(pair.pearson).toBeCloseTo(-0.987316, 5)
  expect(pair.interval).toEqual([expect.closeTo(-0.99655, 5), expect.closeTo(-0.953935, 5)])
  expect(pair.way).toBe("better-with-better")
  expect(pair.influence.unit).toMatch(/^Team \d+$/)
})

test("with several periods three lags are looked at, all of one family; --lag names others", async () => {
  const years = table([...rowsOf("2022"), ...rowsOf("2023"), ...rowsOf("2025")])
  const three = await told(years, ...COLUMNS)
  expect(three).toMatchObject({ lags: [0, 1, -1], tests: 3 })
  expect(three.pairs[0]).toMatchObject({ lag: 0, n: 36, units: 12 })
  // 2024 is missing: a year later there is only what 2022 has in 2023.
  expect(three.pairs.map(({ lag, n }: { lag: number; n: number }) => [lag, n])).toEqual([
    [0, 36],
    [1, 12],
    [-1, 12],
  ])
  const named = await told(years, ...COLUMNS, "--lag", "-2,2")
  expect(named.pairs.map(({ lag, n }: { lag: number; n: number }) => [lag, n])).toEqual([
    [2, 12],
    [-2, 12],
  ])
  expect(named.lags).toEqual([-2, 2])
})

test("a slip of a century in a date is named, and is not all the days between: 2", async () => {
  const rows = ["a,2026-03-01,3.1,5", "b,2026-03-02,3.4,6", "c,2126-03-03,3.2,7"]
  const { code, stderr } = await run(table(rows, "team,year,mission,churn"), ...COLUMNS)
  expect(code).toBe(2)
  expect(stderr).toContain("it would run from 2026-03-01 to 2126-03-03; a table has at most 4000 periods")
})

test("columns that cannot be linked are refused by name and reason, and the others are linked: 1", async () => {
  const rows = rowsOf("2024", (at) => `,,3,${at === 4 ? "many" : 7},${at < 9 ? at : "n/a"}`)
  const { code, pairs, refused } = await told(
    table(rows, "team,year,mission,churn,empty,same,words,few"),
    ...[...COLUMNS, "--survey", "empty,same", "--kpi", "words,few:higher"],
  )
  expect(code).toBe(1)
  // tanh((1.96 + 0.8416) / sqrt(9 - 3))
  const few = pairs.find(({ kpi }: { kpi: string }) => kpi === "few")
  expect(few).toMatchObject({ n: 9, units: 12, paired: 9, pearson: null, interval: null, p: null })
  expect(few).toMatchObject({ finding: "cannot-tell", detectable: expect.closeTo(0.8157, 3) })
  expect(pairs).toHaveLength(2)
  expect(refused).toEqual([
    { column: "empty", reason: "empty", detail: "No row holds a number." },
    { column: "same", reason: "constant", detail: "Every value is 3." },
    {
      column: "words",
      reason: "not-numbers",
      detail: "Row 6 holds “many”, which is no number like the others.",
    },
  ])
  const plain = await run(table(rows, "team,year,mission,churn,a,b,c,d"), ...COLUMNS, "--kpi", "c")
  expect(plain.code).toBe(1)
  expect(plain.stdout).toContain("“c”: not-numbers. Row 6 holds “many”")
})

test("what is printed says how sure it is, and never more", async () => {
  const { stdout } = await run(CLEAN, ...COLUMNS)
  expect(stdout).toContain("table.csv: 12 units, 2024; 1 test counts as one family")
  expect(stdout).toMatch(
    /Link: 1\n {2}mission and churn, same period: r -0\.99 \(-1\.00 to -0\.95\), 12 units, 12 values of both; better with better/,
  )
  expect(stdout).not.toMatch(/cause|prove|no link|significant/i)
})

test.each([
  [[], "Name the columns of units and periods"],
  [
    ["--unit", "team", "--period", "year", "--survey", "mission"],
    "Name at least one column of the survey and one KPI",
  ],
  [
    [...COLUMNS, "--kpi", "profit"],
    "There is no column “profit”. The table has: team, year, mission, churn.",
  ],
  [[...COLUMNS, "--kpi", "mission"], "“mission” is named twice"],
  [[...COLUMNS, "--lag", "soon"], "--lag is a list of whole numbers from -99 to 99, not “soon”."],
  [[...COLUMNS, "--seed", "-1"], "--seed"],
  [[...COLUMNS, "--delimiter", ";;"], "--delimiter is one character."],
  [["other.csv", ...COLUMNS], "Name one table."],
] as const)("what cannot be understood is said, with 2: %j", async (args, said) => {
  const { code, stdout, stderr } = await run(CLEAN, ...args)
  expect([code, stdout]).toEqual([2, ""])
  expect(stderr).toContain(said)
})

test.each([
  [table([...rowsOf("2024"), "Team 3,2024,1,2"]), "Rows 4 and 14 are both about Team 3 in 2024"],
  [table([...rowsOf("2024"), ",2024,1,2"]), "Row 14 has no unit in “team”."],
  [table([...rowsOf("2024"), "Team 3,soon,1,2"]), "Row 14: “soon” in “year” is no period"],
  [table([...rowsOf("2024"), "Team 3,2024-Q1,1,2"]), "Row 14 has a quarter in “year”, row 2 a year"],
  [table([...rowsOf("2024"), 'Team 3,2025,"1,2']), "Row 14 cannot be read"],
  ["team,year,mission,churn\n", "The table has no rows below its headers."],
  ["", "The file is empty."],
])("rows that are not clear are named, with 2", async (content, said) => {
  const { code, stdout, stderr } = await run(content, ...COLUMNS, "--json")
  expect([code, stdout]).toEqual([2, ""])
  expect(stderr).toContain(said)
})

test("headers may hold commas and colons themselves", async () => {
  const odd = CLEAN.replace("mission,churn", '"Mission, vision",churn:lower')
  const args = ["--unit", "team", "--period", "year", "--survey", "Mission, vision"]
  for (const [kpi, way] of [
    ["churn:lower", "better-with-worse"],
    ["churn:lower:lower", "better-with-better"],
  ] as const) {
    const { code, pairs } = await told(odd, ...args, "--kpi", kpi)
    expect([code, pairs.length]).toEqual([0, 1])
    expect(pairs[0]).toMatchObject({ construct: "Mission, vision", kpi: "churn:lower", way })
  }
})

test("a file that is not there, and help", async () => {
  let [stdout, stderr] = ["", ""]
  const io = {
    stdout: { write: (text: string) => (stdout += text) },
    stderr: { write: (text: string) => (stderr += text) },
  }
  expect(await link(["none.csv", ...COLUMNS], { ...io, cwd: folder })).toBe(2)
  expect(stderr).toContain("none.csv: there is no such file.")
  expect(await link(["--help"], { ...io, cwd: folder })).toBe(0)
  expect(stdout).toContain("Usage: throughline link FILE")
})

test("semicolons and decimal commas, and an Excel workbook, give the same", async () => {
  const plain = await told(CLEAN, ...COLUMNS)
  const european = table(
    MISSION.map((score, at) => `Team ${at + 1};2024;${score},0;${CHURN[at]},0`),
    "team;year;mission;churn",
  )
  expect(await told(european, ...COLUMNS)).toEqual(plain)
  expect(await told(european, ...COLUMNS, "--delimiter", ";")).toEqual(plain)
  const rows = [
    ["team", "year", "mission", "churn"].map((value) => ({ value })),
    ...MISSION.map((score, at) => [
      ...[{ value: `Team ${at + 1}` }, { value: 2024 }, { value: score }, { value: CHURN[at] as number }],
    ]),
  ]
  expect(await told(new Uint8Array(await writeXlsxFile(rows).toBuffer()), ...COLUMNS)).toEqual(plain)
})

test("the command is reached through the program, and the seed decides every digit", () => {
  const cli = fileURLToPath(new URL("cli.ts", import.meta.url))
  writeFileSync(join(folder, "table.csv"), CLEAN)
  const call = (...args: string[]) =>
    spawnSync(process.execPath, [cli, "link", "table.csv", ...COLUMNS, "--json", ...args], { cwd: folder })
  const [once, again] = [call("--seed", "7"), call("--seed", "7")]
  expect(once.status).toBe(0)
  expect(again.stdout.equals(once.stdout)).toBe(true)
})

const reference = fileURLToPath(
  new URL("../../../../shared/reference/surveys/nhs-engagement-mortality-2012-2019/", import.meta.url),
)
const file = join(reference, "data.NHS.2012_2019.csv")
const present = existsSync(file)

describe.skipIf(!present)(
  `engagement and mortality of hospital trusts${present ? "" : " (no reference data)"}`,
  () => {
    const columns = [
      ...["--unit", "Code", "--period", "Year.Index", "--kpi", "SHMI.Index:lower"],
      ...["--survey", "Engagement.Index,RecommendWork.Index,RecommendCare.Index"],
    ]
    type Told = {
      construct: string
      lag: number
      n: number
      units: number
      pearson: number
      spearman: number
      interval: number[]
      finding: string
    }
    const at0 = (pairs: Told[], construct: string) =>
      pairs.find((pair) => pair.construct === construct && pair.lag === 0)

    test("the published correlations, n as pooled and units as they are; constant and empty columns refused", async () => {
      const out = await told(
        readFileSync(file),
        ...[...columns, "--survey", "FreedomSpeak.Index,Openness.Index,X"],
      )
      expect(out.code).toBe(1)
      expect(
        out.refused.map(({ column, reason }: { column: string; reason: string }) => [column, reason]),
      ).toEqual([
        ["FreedomSpeak.Index", "constant"],
        ["Openness.Index", "constant"],
        ["X", "empty"],
      ])
      expect(out).toMatchObject({ units: 146, tests: 9, lags: [0, 1, -1] })
      const engagement = at0(out.pairs, "Engagement.Index")
      // Two of the 146 trusts never have both.
      expect(engagement).toMatchObject({ n: 1073, units: 146, paired: 144, way: "better-with-better" })
      expect(engagement?.pearson).toBeCloseTo(-0.157, 3)
      expect(engagement?.spearman).toBeCloseTo(-0.172, 3)
      expect(at0(out.pairs, "RecommendWork.Index")?.pearson).toBeCloseTo(-0.217, 3)
      expect(at0(out.pairs, "RecommendCare.Index")?.pearson).toBeCloseTo(-0.263, 3)
      // Rows taken for trusts would give -.215 to -.098: the trusts' own interval is wider.
      const [low = 0, high = 0] = engagement?.interval ?? []
      expect(high - low).toBeGreaterThan(1.4 * 0.117)
    })

    test("2019 alone: one row a trust, Fisher's interval", async () => {
      const [header, ...lines] = readFileSync(file, "utf8").split("\n")
      const year = lines.filter((line) => line.split(",")[1] === "2019")
      const out = await told([header, ...year].join("\n"), ...columns)
      const engagement = at0(out.pairs, "Engagement.Index")
      expect(engagement).toMatchObject({ n: 126, units: 128, paired: 126 })
      expect(engagement?.pearson).toBeCloseTo(-0.2675, 3)
      expect(engagement?.interval[0]).toBeCloseTo(-0.423, 3)
      expect(engagement?.interval[1]).toBeCloseTo(-0.097, 3)
    })
  },
)
