import { expect, test } from "vitest"
import { covarianceMatrix } from "./covariance.ts"

const columns = [
  [1, 2, 3, -1, 5],
  [2, 4, -1, 1, 6],
]

test("over people who answered everything", () => {
  // By hand: (1, 2), (2, 4), (5, 6): means 8/3 and 4.
  const { n, matrix } = covarianceMatrix(columns)
  expect(n).toBe(3)
  expect(matrix[0]?.[0]).toBeCloseTo(13 / 3, 14)
  expect(matrix[0]?.[1]).toBeCloseTo(4, 14)
  expect(matrix[1]).toEqual([matrix[0]?.[1], 4])
})

test("by pair: each variance over everybody who answered that item", () => {
  const { n, matrix } = covarianceMatrix(columns, "pairwise")
  expect(n).toBe(5)
  // 1, 2, 3, 5 around 2.75; 2, 4, 1, 6 around 3.25
  expect(matrix[0]?.[0]).toBeCloseTo(8.75 / 3, 14)
  expect(matrix[1]?.[1]).toBeCloseTo(14.75 / 3, 14)
  expect(matrix[0]?.[1]).toBeCloseTo(4, 14)
})

test("NaN is missing too; below two people nothing is known", () => {
  expect(covarianceMatrix([[1, Number.NaN, 3]]).n).toBe(2)
  expect(covarianceMatrix([[1, -1]]).matrix).toEqual([[Number.NaN]])
})
