import { expect, test } from "vitest"
import { disattenuated } from "./attenuation.ts"
import { partialPearson } from "./partial-correlation.ts"
import { pearson } from "./pearson.ts"
import { precisionWeights, weightedPearson } from "./weighted-correlation.ts"

const x = [4, 3.5, 2, 5, 4.5, 3, 3.5, 1, 2.5, 4]
const y = [12, 9, 7, 15, 11, 9, 13, 4, 8, 8]
const z = [30, 25, 41, 22, 38, 35, 27, 44, 31, 29]

test("partial correlation, as NumPy's of the residuals", () => {
  const result = partialPearson(x, y, [z])
  expect(result?.r).toBeCloseTo(0.697700868501306, 13)
  expect(result?.df).toBe(7)
  expect(result?.t).toBeCloseTo(2.5767319853495705, 11)
  expect(result?.p).toBeCloseTo(0.036646452865082994, 12)
  expect(result?.interval?.low).toBeCloseTo(0.0625727745340137, 12)
  expect(result?.interval?.high).toBeCloseTo(0.9306145893937575, 12)
})

test("with one control it is (r_xy - r_xz r_yz) / sqrt((1 - r_xz²)(1 - r_yz²)), without control Pearson's", () => {
  const r = (a: number[], b: number[]) => pearson(a, b)?.r ?? Number.NaN
  const formula = (r(x, y) - r(x, z) * r(y, z)) / Math.sqrt((1 - r(x, z) ** 2) * (1 - r(y, z) ** 2))
  expect(partialPearson(x, y, [z])?.r).toBeCloseTo(formula, 13)
  expect(partialPearson(x, y, [])?.r).toBeCloseTo(r(x, y), 14)
})

test("large means do not hide what varies", () => {
  const far = (values: number[]) => values.map((value) => value + 1e9)
  expect(partialPearson(far(x), far(y), [far(z)])?.r).toBeCloseTo(0.697700868501306, 6)
})

test("undefined when the controls explain a side, depend on one another or leave no degree of freedom", () => {
  expect(partialPearson(x, z, [z])).toBeUndefined()
  expect(partialPearson(x, y, [z, z.map((value) => 3 - value)])).toBeUndefined()
  expect(partialPearson(x, y, [z, z.map(() => 5)])).toBeUndefined()
  expect(partialPearson(x.slice(0, 3), y.slice(0, 3), [z.slice(0, 3)])).toBeUndefined()
  expect(partialPearson(x.slice(0, 4), y.slice(0, 4), [z.slice(0, 4)])?.interval).toBeUndefined()
})

test("weighted correlation and Kish's number of rows, as numpy.cov(aweights)", () => {
  const result = weightedPearson(x, y, [5, 12, 7, 9, 20, 6, 8, 11, 15, 10])
  expect(result?.r).toBeCloseTo(0.8553571374336647, 13)
  expect(result?.effective).toBeCloseTo(8.521285140562249, 12)
})

test("equal weights change nothing, a whole weight counts a row so many times", () => {
  const equal = weightedPearson(x, y, new Array(10).fill(0.3))
  expect(equal?.r).toBeCloseTo(pearson(x, y)?.r ?? 0, 13)
  expect(equal?.effective).toBeCloseTo(10, 12)
  const twice = weightedPearson(x, y, [2, 1, 1, 1, 1, 1, 1, 1, 1, 1])
  expect(twice?.r).toBeCloseTo(pearson([4, ...x], [12, ...y])?.r ?? 0, 13)
})

test("undefined with a weight of 0, two rows, or a side that does not vary", () => {
  expect(weightedPearson([1, 2, 3], [2, 1, 3], [1, 0, 1])).toBeUndefined()
  expect(weightedPearson([1, 2], [2, 1], [1, 1])).toBeUndefined()
  expect(weightedPearson([1, 2, 4], [0.3, 0.3, 0.1 + 0.2], [1, 2, 3])).toBeUndefined()
})

test("beyond the natural difference between units, more people add little weight", () => {
  const [five = 0, twenty = 0, thousand = 0] = precisionWeights([5, 20, 1000], 0.1, 0.9)
  expect(five).toBeCloseTo(1 / 0.28, 12)
  expect(twenty).toBeCloseTo(1 / 0.145, 12)
  expect(thousand / twenty).toBeLessThan(1.5)
})

test("a correlation corrected beyond 1 is not estimable, never 1", () => {
  expect(disattenuated(0.3, 0.82, 0.7)?.correlation).toBeCloseTo(0.3 / Math.sqrt(0.574), 14)
  expect(disattenuated(-0.8, 0.7, 0.65)?.correlation).toBeUndefined()
  expect(disattenuated(-0.8, 0.7, 0.65)?.quotient).toBeCloseTo(-0.8 / Math.sqrt(0.455), 14)
  expect(disattenuated(0.3, 0, 0.7)).toBeUndefined()
  expect(disattenuated(0.3, 0.8, -0.1)).toBeUndefined()
})
