import { cholesky, choleskySolve } from "./cholesky.ts"
import type { ScanTree } from "./tree.ts"
import { type Factor, factor, solve, windowForms } from "./tree-algebra.ts"
import { members, type Windows, windowSum, windowSums } from "./windows.ts"

/** Fixed effects: a mean by level, and the windows found before. */
export interface Model {
  tree: ScanTree
  windows: Windows
  sigma2: number
  /** Windows that have a mean of their own, as indices into `windows`. */
  found: readonly number[]
  /** Number of fixed effects. */
  columns: number
  /** What was worked out for points of the lattice of tau/sigma and omega/sigma, by `latticeKey`. */
  points: Map<number, Point>
  room: Room
}

/** Memory that every evaluation uses again. */
interface Room {
  node: Float64Array
  effects: Float64Array
  solved: Float64Array
  running: Float64Array
}

/** All that does not depend on the data, at one tau and omega. X = fixed effects, C = X'V⁻¹X. */
export interface Point {
  fit: Factor
  /** Cholesky factor of C. */
  gram: Float64Array
  /** log|V| + log|C|; undefined where C is singular. */
  logDeterminant: number | undefined
  /** Worked out when first needed. */
  ofWindows?: PointWindows
}

/** P = V⁻¹ - V⁻¹X C⁻¹ X'V⁻¹, x = a window's 0/1 vector. */
interface PointWindows {
  /** By window x'Px; 0 where x can hardly be told from the fixed effects. */
  forms: Float64Array
  /** By fixed effect k, then window: (X'V⁻¹x)_k. */
  sums: Float64Array
}

const step = 0.01
/** Ratios go from 0 to 1. */
export const latticeSize = 101
const cacheBytes = 2 ** 28

export function newModel(
  tree: ScanTree,
  windows: Windows,
  sigma2: number,
  found: readonly number[] = [],
): Model {
  const vector = () => new Float64Array(tree.size)
  return {
    ...{ tree, windows, sigma2, found, columns: tree.used.length + found.length },
    points: new Map(),
    room: {
      ...{ node: vector(), effects: vector(), solved: vector() },
      running: new Float64Array(tree.size + 1),
    },
  }
}

/** The point of the lattice, steps of .01, with index i for tau/sigma and j for omega/sigma. */
export function latticePoint(model: Model, i: number, j: number): Point {
  const key = i * latticeSize + j
  let point = model.points.get(key)
  if (point === undefined) {
    point = pointAt(model, i * step, j * step)
    const bytes = 8 * (4 * model.tree.size + (model.columns + 1) * model.windows.count)
    const [oldest] = model.points.keys()
    if (oldest !== undefined && (model.points.size + 1) * bytes > cacheBytes) model.points.delete(oldest)
    model.points.set(key, point)
  }
  return point
}

/** `a` = tau/sigma, `b` = omega/sigma. */
export function pointAt(model: Model, a: number, b: number): Point {
  const { tree, sigma2, columns, room } = model
  const fit = factor(tree, a * a * sigma2, b * b * sigma2, sigma2)
  const gram = new Float64Array(columns * columns)
  const row = new Float64Array(columns)
  for (let k = 0; k < columns; k++) {
    fixedEffect(model, k, room.node)
    solve(tree, fit, room.node, room.solved, room.effects)
    columnSums(model, room.solved, row)
    gram.set(row, k * columns)
  }
  const log = cholesky(gram, columns)
  return { fit, gram, logDeterminant: log === undefined ? undefined : log + fit.logDeterminant }
}

export function windowsAt(model: Model, point: Point): PointWindows {
  if (point.ofWindows !== undefined) return point.ofWindows
  const { tree, windows, columns, room } = model
  const sums = new Float64Array(columns * windows.count)
  for (let k = 0; k < columns; k++) {
    fixedEffect(model, k, room.node)
    solve(tree, point.fit, room.node, room.solved, room.effects)
    const ofColumn = sums.subarray(k * windows.count, (k + 1) * windows.count)
    windowSums(windows, room.solved, ofColumn, room.running)
  }
  const forms = windowForms(tree, windows, point.fit)
  const column = new Float64Array(columns)
  const solved = new Float64Array(columns)
  for (let w = 0; w < windows.count; w++) {
    for (let k = 0; k < columns; k++) column[k] = sums[k * windows.count + w] as number
    solved.set(column)
    choleskySolve(point.gram, columns, solved)
    const whole = forms[w] as number
    let rest = whole
    for (let k = 0; k < columns; k++) rest -= (column[k] as number) * (solved[k] as number)
    forms[w] = rest > 1e-6 * whole ? rest : 0
  }
  point.ofWindows = { forms, sums }
  return point.ofWindows
}

/** V⁻¹ of a node vector and, by generalized least squares, its coefficients on the fixed effects. */
export interface Projected {
  solved: Float64Array
  /** X'V⁻¹y. */
  sums: Float64Array
  coefficients: Float64Array
  /** y'Py. */
  form: number
}

export function newProjected(model: Model): Projected {
  return {
    solved: new Float64Array(model.tree.size),
    sums: new Float64Array(model.columns),
    coefficients: new Float64Array(model.columns),
    form: 0,
  }
}

export function project(model: Model, point: Point, y: Float64Array, into: Projected) {
  const { solved, sums, coefficients } = into
  solve(model.tree, point.fit, y, solved, model.room.effects)
  columnSums(model, solved, sums)
  coefficients.set(sums)
  choleskySolve(point.gram, model.columns, coefficients)
  let form = 0
  for (let m = 0; m < y.length; m++) form += (y[m] as number) * (solved[m] as number)
  for (let k = 0; k < model.columns; k++) form -= (sums[k] as number) * (coefficients[k] as number)
  into.form = form
}

/** By window x'Py of what was projected. */
export function scores(model: Model, point: Point, { solved, coefficients }: Projected, into: Float64Array) {
  const { windows, columns, room } = model
  const { sums } = windowsAt(model, point)
  windowSums(windows, solved, into, room.running)
  for (let k = 0; k < columns; k++) {
    const coefficient = coefficients[k] as number
    const start = k * windows.count
    for (let w = 0; w < windows.count; w++) {
      into[w] = (into[w] as number) - coefficient * (sums[start + w] as number)
    }
  }
}

/** x'Py of one window. */
export function score(model: Model, point: Point, { solved, coefficients }: Projected, w: number): number {
  const { sums } = windowsAt(model, point)
  let result = windowSum(model.windows, w, solved)
  for (let k = 0; k < model.columns; k++) {
    result -= (coefficients[k] as number) * (sums[k * model.windows.count + w] as number)
  }
  return result
}

/** Column k of X. */
export function fixedEffect({ tree, windows, found }: Model, k: number, into: Float64Array) {
  const window = found[k - tree.used.length]
  if (window !== undefined) return members(tree, windows, window, into)
  const level = tree.used[k] as number
  into.fill(0)
  for (let m = tree.starts[level] as number; m < (tree.starts[level + 1] as number); m++) {
    if ((tree.n[m] as number) > 0) into[m] = 1
  }
}

/** X'v, for a v that is 0 where nobody answered. */
function columnSums({ tree, windows, found, columns }: Model, vector: Float64Array, into: Float64Array) {
  const levels = tree.used.length
  for (let k = 0; k < levels; k++) {
    const level = tree.used[k] as number
    let sum = 0
    for (let m = tree.starts[level] as number; m < (tree.starts[level + 1] as number); m++) {
      sum += vector[m] as number
    }
    into[k] = sum
  }
  for (let k = levels; k < columns; k++) into[k] = windowSum(windows, found[k - levels] as number, vector)
}
