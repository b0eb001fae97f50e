import { expect, test } from "vitest"
import { dot, orthonormal } from "./orthonormal.ts"

test("columns that differ by a millionth become orthogonal to the last bits and can be put together again", () => {
  const n = 40
  const ones = new Float64Array(n).fill(1)
  const near = ones.map((one, at) => one + 1e-6 * Math.sin(at))
  const nearer = ones.map((one, at) => one + 1e-6 * Math.sin(at) + 1e-5 * Math.cos(at * at))
  const columns = [ones, near, nearer]
  const factors = orthonormal(columns)
  expect(factors?.q.length).toBe(3)
  for (const [i, a] of (factors?.q ?? []).entries()) {
    for (const [j, b] of (factors?.q ?? []).entries()) {
      expect(Math.abs(dot(a, b) - (i === j ? 1 : 0))).toBeLessThan(1e-14)
    }
  }
  for (const [j, column] of columns.entries()) {
    for (const [at, value] of column.entries()) {
      const again = factors?.q
        .slice(0, j + 1)
        .reduce((sum, q, i) => sum + (q[at] ?? 0) * (factors.r[j]?.[i] ?? 0), 0)
      expect(again).toBeCloseTo(value, 14)
    }
  }
})

test("a column of zeros, and one that the others make up, have no direction of their own", () => {
  expect(orthonormal([[0, 0, 0]])).toBeUndefined()
  expect(
    orthonormal([
      [1, 2, 3],
      [1, 1, 1],
      [3, 4, 5],
    ]),
  ).toBeUndefined()
  expect(orthonormal([])).toEqual({ q: [], r: [] })
})
