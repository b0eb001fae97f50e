import { normalQuantile } from "../stats/normal.ts"
import { normalScores } from "../stats/normal-scores.ts"
import type { ResidualPool, ScanInput } from "./types.ts"

/** A tree of managers and merged atoms, without answers. */
export type ScanNodes = Pick<ScanInput, "parent" | "level" | "inherited" | "own" | "merged">

/** Fewest answers of a level for a map of its own, and fewest residuals for a pool of its own. */
const fewestAnswers = 100
const fewestResiduals = 30

/**
 * What the scan needs, from people: by person the node of the atom and the score, 1 to 5 say; NaN = none. Means and variance
 * are of normal scores within the level, because answers are pressed against the top of their scale: low units look
 * lower and noisier than they are, and raw scores alarm too often. undefined where nothing can be estimated: no
 * level varies, or no atom has two people.
 */
export function scanInput(
  nodes: ScanNodes,
  atom: Int32Array,
  score: Float64Array,
  scale: "normal scores" | "points" = "normal scores",
): ScanInput | undefined {
  const answered = [...score.keys()].filter((person) => !Number.isNaN(score[person]))
  const node = Int32Array.from(answered, (person) => atom[person] as number)
  const points = Float64Array.from(answered, (person) => score[person] as number)
  const level = node.map((m) => nodes.level[m] as number)
  const values = scale === "points" ? points : normalScoresWithin(points, level)

  const size = nodes.parent.length
  const n = new Int32Array(size)
  for (const m of node) n[m] = (n[m] as number) + 1
  const mean = means(values, node, n)
  let squares = 0
  for (const [at, m] of node.entries()) squares += ((values[at] as number) - (mean[m] as number)) ** 2
  const freedom = node.length - n.reduce((count, people) => count + (people > 0 ? 1 : 0), 0)
  if (freedom < 1 || squares === 0) return undefined
  return {
    ...{ ...nodes, n, mean, variance: squares / freedom },
    residuals: residualPool(values, node, level, mean, n),
    deviation: scale === "points" ? deviationWithin(points, level) : 1,
    points: means(points, node, n),
  }
}

/**
 * Normal scores within a level; a level with few answers takes the map of the whole organization,
 * Phi^-1((number below + half the number equal) / N).
 */
export function normalScoresWithin(values: Float64Array, level: Int32Array): Float64Array {
  const all = values.toSorted()
  const result = new Float64Array(values.length)
  for (const of of byLevel(level)) {
    const own = of.map((person) => values[person] as number)
    const scores = of.length >= fewestAnswers ? normalScores(own) : own.map((value) => onMap(all, value))
    for (const [at, person] of of.entries()) result[person] = scores[at] as number
  }
  return result
}

function onMap(sorted: Float64Array, value: number): number {
  const before = countBelow(sorted, value, false)
  return normalQuantile((before + countBelow(sorted, value, true)) / 2 / sorted.length)
}

/** How many of the ascending values are below x, or also equal to it. */
function countBelow(sorted: Float64Array, x: number, orEqual: boolean): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const value = sorted[middle] as number
    if (value < x || (orEqual && value === x)) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * Residuals of people about the mean of their atom, times sqrt(n/(n-1)) for the mean's own share, centred within a level.
 * A level with few borrows all levels'.
 */
function residualPool(
  values: Float64Array,
  node: Int32Array,
  level: Int32Array,
  mean: Float64Array,
  n: Int32Array,
): ResidualPool {
  const depth = level.reduce((deepest, l) => Math.max(deepest, l), 0) + 1
  const pools: number[][] = Array.from({ length: depth }, () => [])
  for (const [at, m] of node.entries()) {
    const people = n[m] as number
    if (people < 2) continue
    const residual = ((values[at] as number) - (mean[m] as number)) * Math.sqrt(people / (people - 1))
    pools[level[at] as number]?.push(residual)
  }
  const all = pools.flat()
  const offsets = new Int32Array(depth + 1)
  const centred = pools.map((own, l) => {
    const pool = own.length >= fewestResiduals ? own : all
    offsets[l + 1] = (offsets[l] as number) + pool.length
    const centre = pool.reduce((sum, residual) => sum + residual, 0) / pool.length
    return pool.map((residual) => residual - centre)
  })
  return { values: Float64Array.from(centred.flat()), offsets }
}

/** Pooled within levels. */
function deviationWithin(values: Float64Array, level: Int32Array): number {
  let squares = 0
  let freedom = 0
  for (const of of byLevel(level)) {
    const centre = of.reduce((sum, person) => sum + (values[person] as number), 0) / of.length
    for (const person of of) squares += ((values[person] as number) - centre) ** 2
    freedom += of.length - 1
  }
  return Math.sqrt(squares / freedom)
}

function byLevel(level: Int32Array): number[][] {
  return [...Map.groupBy(level.keys(), (person) => level[person] as number).values()]
}

function means(values: Float64Array, node: Int32Array, n: Int32Array): Float64Array {
  const sums = new Float64Array(n.length)
  for (const [at, m] of node.entries()) sums[m] = (sums[m] as number) + (values[at] as number)
  return sums.map((sum, m) => (n[m] === 0 ? 0 : sum / (n[m] as number)))
}
