import { expect, test } from "vitest"
import { coefficientTests, type LeastSquares, leastSquares } from "./least-squares.ts"
import { predict, probabilityBelow } from "./prediction.ts"
import { press } from "./press.ts"
import { clusterErrors, hc3Errors } from "./robust-errors.ts"

const x = [4, 3.5, 2, 5, 4.5, 3, 3.5, 1, 2.5, 4]
const y = [12, 9, 7, 15, 11, 9, 13, 4, 8, 8]
const z = [30, 25, 41, 22, 38, 35, 27, 44, 31, 29]

function fitted(regressors: number[][], weights?: number[]): LeastSquares {
  const fit = leastSquares(y, regressors, { weights })
  if (fit === undefined) throw new Error("the regressors are independent")
  return fit
}

function expectAll(actual: ArrayLike<number> | undefined, expected: number[]) {
  expect(actual?.length).toBe(expected.length)
  for (const [at, value] of expected.entries()) expect(actual?.[at]).toBeCloseTo(value, 11)
}

// All values of this file: NumPy, from the normal equations, and scipy.stats.t.
test("two regressors: coefficients, classical, HC3 and cluster errors", () => {
  const fit = fitted([x, z])
  expectAll(fit.coefficients, [7.072028527488104, 1.8150107316083892, -0.10750198577005798])
  expect(fit.sigma).toBeCloseTo(1.7910445872386649, 12)
  const errors = coefficientTests(fit)?.map(({ error }) => error)
  expectAll(errors, [5.757392631302335, 0.7043847563223228, 0.11917978255442861])
  expectAll(hc3Errors(fit), [4.625017950787195, 0.4409892404971683, 0.0991594742887393])
  const pairs = [1, 1, 2, 2, 3, 3, 4, 4, 5, 5]
  expectAll(clusterErrors(fit, pairs), [4.377409399596936, 0.3942771693800295, 0.09206548513831163])
})

test("weights", () => {
  const fit = fitted([x, z], [5, 12, 7, 9, 20, 6, 8, 11, 15, 10])
  expectAll(fit.coefficients, [6.411275267843717, 1.8319683019535629, -0.09503166693835227])
  const errors = coefficientTests(fit)?.map(({ error }) => error)
  expectAll(errors, [4.377028785159521, 0.5417846350399398, 0.09445982407317136])
})

test("a new row: 90% intervals, the probability to miss a target of 9, and whether it was seen", () => {
  const fit = fitted([x, z])
  const { fit: value, mean, prediction, extrapolated } = predict(fit, [3.2, 28], 0.9)
  expect(value).toBeCloseTo(9.870007267073328, 11)
  expect(prediction?.low).toBeCloseTo(6.1601506153234755, 11)
  expect(prediction?.high).toBeCloseTo(13.57986391882318, 11)
  expect(mean?.low).toBeCloseTo(8.37043305798636, 11)
  expect(mean?.high).toBeCloseTo(11.369581476160295, 11)
  expect(extrapolated).toBe(false)
  expect(probabilityBelow(fit, [3.2, 28], 9)).toBeCloseTo(0.33511768861522223, 12)
  expect(predict(fit, [3.2, 45]).extrapolated).toBe(true)
})

test("two values that were seen, but never together, are extrapolated when their leverage is above 3p/n", () => {
  const rising = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 1, 10]
  const beside = [2, 1, 4, 3, 6, 5, 8, 7, 10, 9, 1, 10]
  const outcome = [1, 3, 2, 5, 4, 6, 8, 7, 9, 9, 2, 8]
  const fit = leastSquares(outcome, [rising, beside])
  // NumPy: leverages of .99 and .18, the limit is 9/12
  expect(fit && predict(fit, [3, 6]).extrapolated).toBe(true)
  expect(fit && predict(fit, [5, 6]).extrapolated).toBe(false)
})

test("left-out rows are predicted as by ten regressions of nine rows", () => {
  const out = press(fitted([x, z]), 0.9)
  expect(out?.error).toBeCloseTo(1.8806643669540404, 11)
  expect(out?.r2).toBeCloseTo(0.6172187812629175, 12)
  expect(out?.covered).toBe(0.9)
  for (let confidence = 0.02; confidence < 0.99; confidence += 0.02) {
    const inside = y.filter((value, row) => {
      const rest = leastSquares(y.toSpliced(row, 1), [x.toSpliced(row, 1), z.toSpliced(row, 1)])
      const interval = rest && predict(rest, [x[row] ?? 0, z[row] ?? 0], confidence).prediction
      return interval && value >= interval.low && value <= interval.high
    })
    expect(press(fitted([x, z]), confidence)?.covered).toBe(inside.length / 10)
  }
})

test("regressors that depend on one another are refused, not inverted", () => {
  expect(leastSquares(y, [x, x.map((value) => 2 * value)])).toBeUndefined()
  expect(leastSquares(y, [x.map(() => 3)])).toBeUndefined()
  expect(
    leastSquares(
      [1, 2],
      [
        [1, 2],
        [4, 1],
      ],
    ),
  ).toBeUndefined()
  expect(leastSquares([1, 2, 4], [[1, 2, 3]], { weights: [1, 0, 1] })).toBeUndefined()
})

test("two points on a line: a fit, but no interval and no probability", () => {
  const fit = leastSquares([1, 3], [[1, 2]])
  expect(fit).toMatchObject({ df: 0, sigma: undefined, adjustedR2: undefined })
  if (fit === undefined) return
  expect(predict(fit, [3])).toMatchObject({ mean: undefined, prediction: undefined })
  expect(predict(fit, [3]).fit).toBeCloseTo(5, 12)
  expect(probabilityBelow(fit, [3], 4)).toBeUndefined()
  expect(coefficientTests(fit)).toBeUndefined()
  expect(hc3Errors(fit)).toBeUndefined()
  expect(press(fit)).toBeUndefined()
})

test("rows exactly on a line have nothing to judge the line by", () => {
  const fit = leastSquares([0.1, 0.4, 0.7, 1.0, 1.9], [[0, 0.1, 0.2, 0.3, 0.6]])
  expect(fit).toMatchObject({ sigma: 0, r2: 1 })
  expect(fit?.coefficients[1]).toBeCloseTo(3, 13)
  expect(fit && coefficientTests(fit)).toBeUndefined()
  expect(fit && probabilityBelow(fit, [0.4], 1)).toBeUndefined()
})

test("a row that alone decides a coefficient has no robust error and cannot be left out", () => {
  const fit = fitted([[0, 0, 0, 0, 0, 0, 0, 0, 0, 1]])
  expect(hc3Errors(fit)).toBeUndefined()
  expect(press(fit)).toBeUndefined()
})

test("y that does not vary has no share explained", () => {
  expect(leastSquares([3, 3, 3, 3], [[1, 2, 4, 3]])?.r2).toBeUndefined()
})
