/**
 * `npm run bench statistics [-- --reference DIR] [--people N]`: 24 items in 8 constructs, 2,000 units on 7 levels. Scores, mean and
 * standard deviation of units and levels, rwg(j), ICC(1) and ICC(2), all gaps between levels (Welch's t, Hedges's g), by the
 * functions that the release is made with, from typed arrays in memory to figures in memory.
 *
 * With a directory of reference scripts (gen.py, bench_numpy.py, bench.R), NumPy and R do the same on the same rows one after the
 * other, and every figure is compared with theirs. Without it: made-up answers, ours alone.
 */
import { spawnSync } from "node:child_process"
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { parseArgs } from "node:util"
import { figuresOf } from "../packages/analysis/src/figures.ts"
import type { Measure } from "../packages/analysis/src/measures.ts"
import { seeded } from "../packages/analysis/src/random.ts"
import { completeRows, spreadIn } from "../packages/analysis/src/statistics/complete-rows.ts"
import {
  hedgesG,
  icc,
  type Moments,
  median,
  rwg,
  uniformNull,
  welchDifference,
} from "../packages/analysis/src/stats/index.ts"
import { tally } from "../packages/analysis/src/tally.ts"

const beside = join(dirname(fileURLToPath(import.meta.url)), "../../shared/reference/anchors/stats")
const { values } = parseArgs({
  options: { reference: { type: "string", default: beside }, people: { type: "string", default: "1000000" } },
})
const people = Number(values.people)
const megabyte = 1024 * 1024
const [constructs, items, units, levels] = [8, 3, 2000, 7]

interface Answers {
  unit: Int32Array
  /** Of each unit: a group of the release is a union of atoms, so is a level of units. */
  level: Int32Array
  items: Int8Array[]
}

/** What the reference scripts write, by the same names. */
interface Figures {
  unit0?: number[]
  level_mean: number[]
  rwgj_median: number
  icc1: number
  icc2: number
  gaps: number[][]
}

interface Run {
  by: string
  wall: number
  cpu: number
  /** Peak memory of the process, in megabytes, and how much of it came while computing (of ours alone). */
  peak: number
  growth?: number
  figures: Record<string, Figures>
}

const folder = mkdtempSync(join(tmpdir(), "throughline-bench-"))
try {
  const has = existsSync(join(values.reference, "gen.py"))
  if (has) run("python3", [join(values.reference, "gen.py"), String(people), folder])
  const ours = measure(has ? read(folder) : madeUp())
  const others = has ? [numpy(), r()].filter((one) => one !== undefined) : []
  if (!has) console.log("No reference scripts here: made-up answers, ours alone.")
  console.log(
    `${people.toLocaleString("en")} people, ${constructs * items} items, ${units} units, ${levels} levels`,
  )
  console.table(
    [ours, ...others].map(({ by, wall, cpu, peak, growth, figures }) => ({
      by,
      "wall s": wall.toFixed(2),
      "CPU s": cpu.toFixed(2),
      "wall / ours": (wall / ours.wall).toFixed(2),
      "CPU / ours": (cpu / ours.cpu).toFixed(2),
      "peak MB": Math.round(peak),
      "growth MB": growth === undefined ? "" : Math.round(growth),
      "largest deviation": figures === ours.figures ? "" : deviation(ours.figures, figures).toExponential(1),
    })),
  )
} finally {
  rmSync(folder, { recursive: true })
}

function measure(answers: Answers): Run {
  globalThis.gc?.()
  const idle = process.memoryUsage().rss
  const before = process.cpuUsage()
  const start = performance.now()
  const figures = compute(answers)
  const wall = (performance.now() - start) / 1000
  const { user, system } = process.cpuUsage(before)
  const peak = process.resourceUsage().maxRSS * 1024
  const growth = (Math.max(process.memoryUsage().rss, peak) - idle) / megabyte
  return { by: "throughline", wall, cpu: (user + system) / 1e6, peak: peak / megabyte, growth, figures }
}

function compute({ unit, level, items: columns }: Answers): Record<string, Figures> {
  const each = Array.from({ length: units }, (_, at) => at)
  const byLevel = Array.from({ length: levels }, (_, at) => each.filter((one) => level[one] === at + 1))
  const result: Record<string, Figures> = {}
  for (let construct = 0; construct < constructs; construct++) {
    const own = columns.slice(construct * items, (construct + 1) * items)
    const measure: Measure = {
      ...{
        id: `c${construct + 1}`,
        kind: "construct",
        constructs: [own],
        needed: [2],
        asked: true,
        members: [],
      },
    }
    const sums = tally(measure, unit, units)
    const momentsOf = (held: number[]) => figuresOf(sums, held)?.moments ?? null
    const ofUnits = each.map((one) => momentsOf([one]))
    const ofLevels = byLevel.map(momentsOf).filter((one) => one !== null)
    const rows = completeRows(measure, unit, units)
    const agreement = each.flatMap((one) => {
      const { n, variance } = spreadIn(rows, [one])
      return n < 2 ? [] : [rwg(variance, uniformNull(5), items)?.value ?? 0]
    })
    const between = icc(ofUnits)
    const [first] = ofUnits as [Moments]
    result[measure.id] = {
      unit0: [first.n, first.mean, Math.sqrt(first.variance ?? 0)],
      level_mean: ofLevels.map(({ mean }) => mean),
      rwgj_median: median(agreement) ?? Number.NaN,
      icc1: between?.icc1MeanSize ?? Number.NaN,
      icc2: between?.icc2 ?? Number.NaN,
      gaps: ofLevels.slice(1).map((lower, at) => {
        const upper = ofLevels[at] as Moments
        return [
          upper.mean - lower.mean,
          hedgesG(upper, lower)?.g ?? Number.NaN,
          welchDifference(upper, lower)?.t ?? Number.NaN,
        ]
      }),
    }
  }
  return result
}

/** Largest absolute difference of any figure that both have. */
function deviation(ours: Record<string, Figures>, theirs: Record<string, Figures>): number {
  const pairs = (a: unknown, b: unknown): number[] =>
    typeof a === "number"
      ? [Math.abs(a - (b as number))]
      : Object.entries(b as object).flatMap(([key, value]) =>
          pairs((a as Record<string, unknown>)[key], value),
        )
  const all = pairs(ours, theirs)
  return all.some(Number.isNaN) ? Number.NaN : Math.max(...all)
}

function numpy(): Run | undefined {
  const out = join(folder, "np.json")
  const told = run("python3", [join(values.reference, "bench_numpy.py"), folder, out])
  return told === undefined ? undefined : other("NumPy", told, out)
}

function r(): Run | undefined {
  const out = join(folder, "R.json")
  const told = run("Rscript", [join(values.reference, "bench.R"), folder, "closed", out])
  return told === undefined ? undefined : other("R, closed form", told, out)
}

function other(by: string, told: string, out: string): Run {
  const { compute_s, compute_cpu_s, peak_mb } = JSON.parse(told) as Record<string, number>
  const figures = JSON.parse(readFileSync(out, "utf8"))
  return { by, wall: compute_s ?? 0, cpu: compute_cpu_s ?? 0, peak: peak_mb ?? 0, figures }
}

/** One thread each, as ours. What is not installed is left out, and said. */
function run(command: string, args: string[]): string | undefined {
  const env = { ...process.env, OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1" }
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: "utf8", env })
  if (status === 0) return stdout
  console.log(`${command} did not run: ${(error?.message ?? stderr).trim().split("\n").at(-1)}`)
  return undefined
}

function read(from: string): Answers {
  const rows = npy(join(from, "x.npy"))
  const ofPerson = npy(join(from, "u.npy"))
  const levelOfPerson = npy(join(from, "l.npy"))
  const unit = Int32Array.from(ofPerson)
  const level = new Int32Array(units)
  for (const [person, one] of unit.entries()) {
    const own = levelOfPerson[person] as number
    if (level[one] !== 0 && level[one] !== own) throw new Error(`unit ${one} lies on two levels`)
    level[one] = own
  }
  const width = constructs * items
  const columns = Array.from({ length: width }, (_, item) => {
    const column = new Int8Array(people)
    for (let person = 0; person < people; person++) column[person] = rows[person * width + item] as number
    return column
  })
  return { unit, level, items: columns }
}

/** NumPy's file of whole numbers: ten bytes, a header of the length they tell, the numbers row by row. */
function npy(path: string): Int8Array | Int16Array {
  const file = readFileSync(path)
  const start = 10 + file.readUInt16LE(8)
  const header = file.toString("latin1", 10, start)
  const body = file.buffer.slice(file.byteOffset + start, file.byteOffset + file.length)
  if (header.includes("'|i1'")) return new Int8Array(body)
  if (header.includes("'<i2'")) return new Int16Array(body)
  throw new Error(`${path} holds no whole numbers of one or two bytes`)
}

function madeUp(): Answers {
  const random = seeded(1)
  const unit = Int32Array.from({ length: people }, (_, at) =>
    at < units ? at : Math.floor(random() ** 2 * units),
  )
  const level = Int32Array.from({ length: units }, () => 1 + Math.floor(random() * levels))
  const columns = Array.from({ length: constructs * items }, () =>
    Int8Array.from(unit, (one) =>
      random() < 0.02
        ? 0
        : Math.min(
            5,
            Math.max(1, Math.round(4 - 0.1 * (level[one] as number) + 3 * (random() + random() - 1))),
          ),
    ),
  )
  return { unit, level, items: columns }
}
