import { existsSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { describe, expect, test } from "vitest"
import { figuresOf } from "./figures.ts"
import { meanOfPopulation } from "./stats/finite-population.ts"
import { type Moments, moments } from "./stats/moments.ts"
import { studentProbability, studentQuantile } from "./stats/student-t.ts"
import { welchDifference } from "./stats/welch.ts"
import { tally } from "./tally.ts"

/** Cases computed by published R packages; nobody on this project chose the numbers. */
interface Case {
  id: string
  fn: string
  data: Record<string, unknown>
  args: Record<string, unknown>
  expected: Record<string, unknown>
  tol: number
}

const folder = fileURLToPath(new URL("../../../../shared/reference/stats/", import.meta.url))
const present = existsSync(`${folder}expected.json`)
const cases: Case[] = present ? JSON.parse(readFileSync(`${folder}expected.json`, "utf8")).cases : []

/** Statistic → what this package says for the case. Statistics that are not built yet are not in the table. */
const engine: Record<string, (one: Case) => Record<string, unknown>> = {
  describe: ({ data }) => {
    const of = momentsOf(data.x as (number | null)[])
    const mean = of && meanOfPopulation(of, Number.POSITIVE_INFINITY)
    return {
      n: of?.n ?? 0,
      mean: of?.mean ?? null,
      sd: root(of?.variance),
      se: mean?.error ?? null,
      ci95: mean ? [mean.low, mean.high] : null,
    }
  },
  finitePopulationMean: ({ data, args }) => {
    const of = momentsOf(Array.isArray(data.x) ? (data.x as number[]) : column(data, "where"))
    const population = args.N as number
    const mean = of && meanOfPopulation(of, population)
    if (!of || !mean) return { error: "n_gt_N" }
    return {
      n: of.n,
      mean: of.mean,
      se_fpc: mean.error,
      se_srs: Math.sqrt((of.variance ?? 0) / of.n),
      fpc: Math.sqrt(1 - of.n / population),
      ci95_t: [mean.low, mean.high],
    }
  },
  welchT: ({ data }) => {
    const inline = Array.isArray(data.x)
    const a = momentsOf(inline ? (data.x as number[]) : column(data, "where_x"))
    const b = momentsOf(inline ? (data.y as number[]) : column(data, "where_y"))
    const gap = a && b && welchDifference(a, b)
    const t = gap ? gap.difference / gap.error : null
    return {
      t,
      df: gap?.df ?? null,
      p: gap && t !== null ? 2 * studentProbability(-Math.abs(t), gap.df) : null,
      diff: (a?.mean ?? 0) - (b?.mean ?? 0),
      ci95: gap ? [gap.low, gap.high] : null,
      se: gap?.error ?? null,
      n1: a?.n,
      n2: b?.n,
      mean1: a?.mean,
      mean2: b?.mean,
      sd1: root(a?.variance),
      sd2: root(b?.variance),
    }
  },
  constructScore: ({ data, args }) => {
    const items = (data.items as string[]).map((name) =>
      Int8Array.from(column({ ...data, x: name }, "where")),
    )
    const people = items[0]?.length ?? 0
    const measure = {
      id: "x",
      kind: "construct",
      constructs: [items],
      needed: [args.min_items as number],
    } as const
    const exact = figuresOf(
      tally({ ...measure, constructs: [items], needed: [...measure.needed] }, new Int32Array(people), 1),
      [0],
    )
    return {
      n_valid: exact?.n,
      n_missing: people - (exact?.n ?? 0),
      mean: exact?.moments.mean,
      sd: root(exact?.moments.variance),
    }
  },
}

describe.skipIf(!present)(`reference values of R${present ? "" : " (no reference data)"}`, () => {
  // Answers on scales other than 1 to 5 are not what this package scores.
  const ours = cases.filter(
    ({ fn, id }) => fn in engine && (fn !== "constructScore" || id.startsWith("bhr2000")),
  )
  test.each(ours.map((one) => [one.id, one] as const))("%s", (_, one) => {
    const actual = engine[one.fn]?.(one) ?? {}
    const compared = Object.keys(one.expected).filter((key) => key in actual)
    expect(compared.length).toBeGreaterThan(0)
    for (const key of compared) expectClose(actual[key], one.expected[key], one.tol)
  })

  test("special functions: Student's t", () => {
    const special = cases.find(({ fn }) => fn === "specialFunctions")?.expected as Record<
      string,
      Record<string, number[]>
    >
    const { t, df, v } = special.pt as { t: number[]; df: number[]; v: number[] }
    for (const [at, value] of v.entries()) {
      expectClose(studentProbability(t[at] as number, df[at] as number), value, 1e-9)
    }
    const { p, df: dfs, v: values } = special.qt as { p: number[]; df: number[]; v: number[] }
    for (const [at, value] of values.entries()) {
      expectClose(studentQuantile(p[at] as number, dfs[at] as number), value, 1e-9)
    }
  })
})

function expectClose(actual: unknown, expected: unknown, tolerance: number) {
  if (Array.isArray(expected)) {
    expect(Array.isArray(actual)).toBe(true)
    for (const [at, value] of expected.entries()) expectClose((actual as unknown[])[at], value, tolerance)
  } else if (typeof expected === "number") {
    expect(Math.abs((actual as number) - expected)).toBeLessThanOrEqual(
      tolerance * Math.max(1, Math.abs(expected)),
    )
  } else expect(actual).toEqual(expected)
}

/** Whole numbers only, which all cases of these statistics are. */
function momentsOf(values: readonly (number | null)[]): Moments | null {
  const there = values.filter((value) => value !== null)
  const sum = there.reduce((a, b) => a + b, 0)
  return moments(
    there.length,
    sum,
    there.reduce((a, b) => a + b * b, 0),
    1,
  )
}

function root(variance: number | null | undefined): number | null {
  return typeof variance === "number" ? Math.sqrt(variance) : null
}

function column(data: Record<string, unknown>, filter: string): number[] {
  const [head = "", ...lines] = readFileSync(`${folder}${data.csv}`, "utf8").trim().split(/\r?\n/)
  const names = head.split(",").map((name) => name.replaceAll('"', ""))
  const wanted = Object.entries((data[filter] ?? {}) as Record<string, number>)
  return lines
    .map((line) => line.split(","))
    .filter((cells) => wanted.every(([name, value]) => Number(cells[names.indexOf(name)]) === value))
    .map((cells) => cells[names.indexOf(data.x as string)] ?? "")
    .filter((cell) => cell !== "")
    .map(Number)
}
