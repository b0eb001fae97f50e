import { describe, expect, test } from "vitest"
import { seeded } from "../random.ts"
import { normalProbability, normalQuantile } from "../stats/normal.ts"
import { boundaryTest } from "./boundary-test.ts"
import { modelAt } from "./model-at.ts"
import type { ScanInput, WindowEstimate } from "./types.ts"

/** A tree grown by hanging each node under a random one, with managers who have no atom and merged atoms. */
function randomInput(seed: number, size: number): ScanInput {
  const random = seeded(seed)
  const parent = [-1]
  const level = [0]
  const merged = [0]
  while (parent.length < size) {
    const above = Math.floor(random() * parent.length)
    if (merged[above] === 1 || (level[above] as number) > 4) continue
    const virtual = random() < 0.2
    parent.push(above)
    merged.push(virtual ? 1 : 0)
    level.push((level[above] as number) + 1 + (virtual && random() < 0.5 ? 1 : 0))
  }
  const share = () => Float64Array.from(merged, (one) => (one === 1 ? 0.3 + 0.6 * random() : 1))
  const n = Int32Array.from(parent, () => (random() < 0.15 ? 0 : 1 + Math.floor(random() * 12)))
  return {
    parent: Int32Array.from(parent),
    level: Int32Array.from(level),
    n,
    mean: Float64Array.from(level, (l, m) => (n[m] === 0 ? Number.NaN : 3.6 - 0.1 * l + random())),
    variance: 0.61,
    inherited: share(),
    own: share(),
    merged: Uint8Array.from(merged),
  }
}

describe("the tree's algebra is that of the matrices", () => {
  test.each([
    { seed: 1, size: 12, a: 0.1, b: 0.1 },
    { seed: 2, size: 40, a: 0.25, b: 0 },
    { seed: 3, size: 90, a: 0, b: 0.3 },
    { seed: 4, size: 150, a: 0.6, b: 0.2 },
  ])("on a tree of $size nodes at tau/sigma $a, omega/sigma $b", ({ seed, size, a, b }) => {
    const input = randomInput(seed, size)
    const model = modelAt(input, { a, b })
    const dense = denseModel(input, a, b)
    expectClose(model.reml, dense.reml)
    expect(model.levels).toEqual(dense.levels)
    for (const [k, mean] of dense.means.entries()) {
      expectClose(model.means[k], mean)
      for (const [l, entry] of (dense.covariance[k] as number[]).entries()) {
        expectClose(model.covariance[k]?.[l], entry)
      }
    }
    // Every node and level whatever, kept once: the brute force lists the sets that the rules of windows keep.
    expect(model.windows.map(({ node, level, n }) => [node, level, n])).toEqual(
      dense.windows.map(({ node, level, n }) => [node, level, n]),
    )
    expect(dense.windows.length).toBeGreaterThan(2)
    for (const [w, window] of dense.windows.entries()) {
      const actual = model.windows[w]
      expectClose(actual?.T, window.T)
      expectClose(actual?.delta, window.delta)
      expectClose(actual?.se, window.se)
    }
  })
})

describe("the boundary of a whole organization", () => {
  test("is the regression of the level means with their whole covariance", () => {
    const input = { ...randomInput(6, 120), deviation: 0.8 }
    const result = boundaryTest(input)
    const { a = 0, b = 0 } = result?.natural ?? {}
    const { levels, means, covariance } = denseModel(input, a, b)
    expect(result?.profile.map(({ level }) => level)).toEqual(levels)
    for (const [k, { mean, se }] of (result?.profile ?? []).entries()) {
      expectClose(mean, means[k] as number)
      expectClose(se, Math.sqrt(covariance[k]?.[k] as number))
    }
    const precision = invert(covariance).matrix
    const tests = result?.boundaries ?? []
    expect(tests.length).toBe(levels.length - 1)
    for (const [at, { above, below, step, se, p, detectable }] of tests.entries()) {
      expect([above, below]).toEqual([levels[at], levels[at + 1]])
      const X = levels.map((level) => [1, level, level >= below ? 1 : 0])
      const XP = times(transpose(X), precision)
      const inverse = invert(times(XP, X)).matrix
      const [, , [last] = []] = times(inverse, times(XP, transpose([means])))
      expectClose(step, -(last as number))
      expectClose(se, Math.sqrt(inverse[2]?.[2] as number))
      expectClose(p, 1 - normalProbability(step / se))
      expectClose(detectable, se * normalQuantile(1 - 0.04 / tests.length))
    }
    expectClose(
      Math.min(...tests.map(({ pFamily }) => pFamily)),
      Math.min(1, tests.length * Math.min(...tests.map(({ p }) => p))),
    )
  })

  test("lies where everybody below scores lower", () => {
    const input = randomInput(6, 400)
    const mean = input.mean.map((value, m) => ((input.level[m] as number) >= 3 ? value - 1 : value))
    const tests = boundaryTest({ ...input, mean })?.boundaries ?? []
    const found = tests.filter(({ pFamily }) => pFamily <= 0.05)
    expect(found.map(({ below }) => below)).toContain(3)
    expect(tests.toSorted((x, y) => x.p - y.p)[0]?.below).toBe(3)
    expect(Math.abs((tests.find(({ below }) => below === 3)?.step ?? 0) - 1)).toBeLessThan(0.4)
  })

  test("undefined below four levels", () => {
    const input = randomInput(6, 120)
    const n = input.n.map((people, m) => ((input.level[m] as number) < 3 ? people : 0))
    expect(boundaryTest({ ...input, n })).toBeUndefined()
  })
})

function expectClose(actual: number | undefined, expected: number | undefined) {
  if (expected === undefined) return expect(actual).toBeUndefined()
  expect(Math.abs((actual as number) - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(expected)))
}

/** The model as its definition reads, with inverted matrices. */
function denseModel(input: ScanInput, a: number, b: number) {
  const { parent, level, n, mean, variance } = input
  const answered = [...n.keys()].filter((m) => (n[m] as number) > 0)
  const path = (m: number): number[] => (m === 0 ? [] : [m, ...path(parent[m] as number)])
  const V = answered.map((m) =>
    answered.map((other) => {
      const shared = path(m).filter((node) => path(other).includes(node))
      const common = shared.reduce((sum, node) => sum + (input.inherited?.[node] as number), 0)
      const own = (b * b * (input.own?.[m] as number) + 1 / (n[m] as number)) * variance
      return a * a * variance * common + (m === other ? own : 0)
    }),
  )
  const levels = [...new Set(answered.map((m) => level[m] as number))].sort((x, y) => x - y)
  const X = answered.map((m) => levels.map((l) => (level[m] === l ? 1 : 0)))
  const y = answered.map((m) => [mean[m] as number])
  const inverse = invert(V)
  const gram = invert(times(transpose(X), times(inverse.matrix, X)))
  const XV = times(transpose(X), inverse.matrix)
  const projection = times(transpose(XV), times(gram.matrix, XV))
  const P = inverse.matrix.map((row, i) => row.map((value, j) => value - (projection[i]?.[j] as number)))

  const windows: WindowEstimate[] = []
  const kept = new Set<string>()
  for (let node = 1; node < parent.length; node++) {
    for (let from = level[node] as number; from < 12 && input.merged?.[node] !== 1; from++) {
      const inside = answered.map((m) => path(m).includes(node) && (level[m] as number) >= from)
      const people = answered.reduce((sum, m, at) => sum + (inside[at] ? (n[m] as number) : 0), 0)
      const key = inside.join()
      if (people < 10 || kept.has(key)) continue
      kept.add(key)
      const x = inside.map((one) => [one ? 1 : 0])
      const Px = times(P, x)
      const form = times(transpose(x), Px)[0]?.[0] as number
      const score = times(transpose(y), Px)[0]?.[0] as number
      const told = form > 1e-6 * (times(transpose(x), times(inverse.matrix, x))[0]?.[0] as number)
      windows.push({
        ...{ node, level: from, n: people },
        T: told ? -score / Math.sqrt(form) : undefined,
        delta: told ? score / form : undefined,
        se: told ? 1 / Math.sqrt(form) : undefined,
      })
    }
  }
  const means = times(gram.matrix, times(XV, y)).map(([value]) => value as number)
  const rest = times(transpose(y), times(P, y))[0]?.[0] as number
  const reml = inverse.logDeterminant + gram.logDeterminant + rest
  return { reml, levels, means, covariance: gram.matrix, windows }
}

function times(a: number[][], b: number[][]): number[][] {
  return a.map((row) =>
    (b[0] ?? []).map((_, j) => row.reduce((sum, value, k) => sum + value * (b[k]?.[j] as number), 0)),
  )
}

function transpose(a: number[][]): number[][] {
  return (a[0] ?? []).map((_, j) => a.map((row) => row[j] as number))
}

/** Gauss and Jordan, with pivots; the log determinant of the matrix inverted. */
function invert(of: number[][]) {
  const size = of.length
  const rows = of.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))])
  let logDeterminant = 0
  for (let k = 0; k < size; k++) {
    let best = k
    for (let i = k; i < size; i++) {
      if (Math.abs(rows[i]?.[k] as number) > Math.abs(rows[best]?.[k] as number)) best = i
    }
    ;[rows[k], rows[best]] = [rows[best] as number[], rows[k] as number[]]
    const pivot = rows[k] as number[]
    const by = pivot[k] as number
    logDeterminant += Math.log(Math.abs(by))
    for (let j = 0; j < 2 * size; j++) pivot[j] = (pivot[j] as number) / by
    for (const [i, row] of rows.entries()) {
      const factor = row[k] as number
      if (i === k || factor === 0) continue
      for (let j = 0; j < 2 * size; j++) row[j] = (row[j] as number) - factor * (pivot[j] as number)
    }
  }
  return { matrix: rows.map((row) => row.slice(size)), logDeterminant }
}
