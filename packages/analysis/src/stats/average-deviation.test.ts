import { expect, test } from "vitest"
import { averageDeviation } from "./average-deviation.ts"
import { median } from "./median.ts"

test("by hand: 1, 1, 2, 5 around the mean 2.25 and the median 1.5", () => {
  expect(averageDeviation([1, 1, 2, 5], "mean")).toBe((1.25 + 1.25 + 0.25 + 2.75) / 4)
  expect(averageDeviation([1, 1, 2, 5], "median")).toBe((0.5 + 0.5 + 0.5 + 3.5) / 4)
})

test("counts of answers say the same as the answers", () => {
  const answers = [5, 2, 4, 4, 2, 2, 1]
  const [options, counts] = [
    [1, 2, 3, 4, 5],
    [1, 3, 0, 2, 1],
  ]
  for (const about of ["mean", "median"] as const) {
    expect(averageDeviation(options, about, counts)).toBeCloseTo(averageDeviation(answers, about) ?? 0, 14)
  }
  expect(median(options, counts)).toBe(median(answers))
})

test("the median of an even number lies between the middle two", () => {
  expect(median([4, 1, 3, 9])).toBe(3.5)
  expect(median([4, 1, 3])).toBe(3)
  expect(median([1, 2, 3], [2, 0, 2])).toBe(2)
})

test("undefined without answers", () => {
  expect(averageDeviation([], "mean")).toBeUndefined()
  expect(averageDeviation([1, 2], "median", [0, 0])).toBeUndefined()
  expect(median([])).toBeUndefined()
})
