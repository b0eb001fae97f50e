import { expect, test } from "vitest"
import { normalFrom, seeded } from "../random.ts"
import { leastSquares } from "../stats/least-squares.ts"
import { predict, probabilityBelow } from "../stats/prediction.ts"
import { driver } from "./driver.ts"
import { driverRows } from "./driver-rows.ts"
import { forecast, foretell, foretellMean } from "./forecast.ts"
import { periodShocks } from "./period-shocks.ts"
import type { DriverInput, DriverRefusal, DriverResult } from "./types.ts"

/** KPI later = 2 + effect × indicator + 0.6 × KPI now + shock of the period + noise. */
function world(given: {
  units?: number
  periods?: number
  effect?: number
  shock?: number
  noise?: number
  horizon?: number
  seed?: number
}): DriverInput {
  const { units = 20, periods = 6, effect = 3, shock = 0, noise = 1, horizon = 1, seed = 1 } = given
  const normal = normalFrom(seeded(seed))
  const draw = (scale: number) => Float64Array.from({ length: units }, () => scale * normal())
  const indicator = Array.from({ length: periods }, () => draw(1))
  const outcome = Array.from({ length: Math.min(horizon, periods) }, () => draw(3))
  while (outcome.length < periods) {
    const base = outcome.length - horizon
    const common = shock * normal()
    outcome.push(
      draw(noise).map(
        (error, unit) =>
          2 + effect * at(indicator, base, unit) + 0.6 * at(outcome, base, unit) + common + error,
      ),
    )
  }
  const plan = Array.from({ length: periods + horizon }, () => new Float64Array(units).fill(5))
  return { units, indicator, outcome, plan, horizon, direction: "higher" }
}

const at = (values: readonly Float64Array[], period: number, unit: number) => values[period]?.[unit] as number
const published = (result: DriverResult) => {
  if (result.state !== "published") throw new Error(JSON.stringify(result.refusals))
  return result
}
const reasons = (result: DriverResult) =>
  result.state === "refused" ? result.refusals.map(({ reason }) => reason) : []
const refusal = <R extends DriverRefusal["reason"]>(result: DriverResult, reason: R) =>
  (result.state === "refused" ? result.refusals : []).find(
    (one): one is Extract<DriverRefusal, { reason: R }> => one.reason === reason,
  )

test("a strong indicator is fitted on the past, tried on it, and foretells the newest period", () => {
  const input = world({ units: 60 })
  const { fit, base, predictions } = published(driver(input))
  expect(base).toBe(5)
  expect(fit).toMatchObject({ n: 300, units: 60, periods: 5 })
  expect(fit.coefficients.indicator).toBeCloseTo(3, 0)
  expect(fit.coefficients.last).toBeCloseTo(0.6, 1)
  expect(fit.effect?.low).toBeGreaterThan(2.5)
  // From periods with three known ones before them: base periods 3 and 4.
  expect(fit.backTest).toMatchObject({ of: 120 })
  expect(fit.backTest?.error).toBeLessThan(fit.backTest?.without as number)
  expect(predictions).toHaveLength(60)
  for (const { unit, indicator, last, expected, low, high, plan } of predictions) {
    expect([indicator, last, plan]).toEqual([at(input.indicator, 5, unit), at(input.outcome, 5, unit), 5])
    const { constant, indicator: slope, last: stays } = fit.coefficients
    expect(expected).toBeCloseTo(constant + slope * indicator + stays * last, 10)
    expect((low + high) / 2).toBeCloseTo(expected, 10)
  }
})

test("below three base periods nothing is foretold, however good the fit", () => {
  for (const periods of [2, 3]) {
    const result = driver(world({ units: 60, periods }))
    expect(result).toEqual({
      ...{ state: "refused", fit: null },
      refusals: [{ reason: "too-few-periods", have: periods - 1, need: 3 }],
    })
  }
  expect(driver(world({ units: 60, periods: 4 })).fit?.periods).toBe(3)
})

test("where the regressors take up all that lies between periods, another period is needed", () => {
  const input = world({ units: 20, periods: 4 })
  // Indicator and KPI stand still within a period, so three coefficients fit three periods as they are.
  const same = (values: Float64Array[]) => values.map((row, at) => row.map(() => at * at))
  const normal = normalFrom(seeded(9))
  const outcome = input.outcome.map((row, at) => row.map(() => (at < 3 ? 2 ** at : normal())))
  expect(driver({ ...input, indicator: same(input.indicator), outcome })).toEqual({
    ...{ state: "refused", fit: null },
    refusals: [{ reason: "too-few-periods", have: 3, need: 4 }],
  })
})

test("where periods do not differ the interval and P(miss) are those of the regression", () => {
  const input = world({ units: 40, periods: 4, seed: 2 })
  const { fit, predictions, base } = published(driver(input))
  expect([fit.shock, base]).toEqual([0, 3])
  const rows = driverRows(input)
  const plain = leastSquares([...rows.next], [rows.indicator, rows.last])
  if (plain === undefined) throw new Error("no fit")
  for (const { indicator, last, low, high, miss, extrapolated } of predictions) {
    const { prediction, extrapolated: outside } = predict(plain, [indicator, last], 0.9)
    expect(low).toBeCloseTo(prediction?.low as number, 10)
    expect(high).toBeCloseTo(prediction?.high as number, 10)
    expect(miss).toBeCloseTo(probabilityBelow(plain, [indicator, last], 5) as number, 10)
    expect(extrapolated).toBe(outside)
  }
  expect(predictions.some(({ extrapolated }) => extrapolated)).toBe(true)
})

test("a past period is foretold from what was known before it, and from nothing that came later", () => {
  const input = world({ units: 25, periods: 4 })
  const { backTest } = driver(input).fit ?? {}
  // By hand: base 1 from the rows of base 0, base 2 from those of base 0 and 1.
  const rows = driverRows(input)
  let squares = 0
  let covered = 0
  for (const base of [1, 2]) {
    const known = [...rows.period.keys()].filter((row) => (rows.period[row] as number) < base)
    const of = (values: Float64Array) => known.map((row) => values[row] as number)
    const fit = leastSquares(of(rows.next), [of(rows.indicator), of(rows.last)])
    if (fit === undefined) throw new Error("no fit")
    for (let unit = 0; unit < 25; unit++) {
      const row = [at(input.indicator, base, unit), at(input.outcome, base, unit)]
      const came = at(input.outcome, base + 1, unit)
      const { fit: expected, prediction } = predict(fit, row, 0.9)
      squares += (came - expected) ** 2
      covered += Number((prediction?.low as number) <= came && came <= (prediction?.high as number))
    }
  }
  expect(backTest).toMatchObject({ of: 50, covered })
  expect(backTest?.error).toBeCloseTo(Math.sqrt(squares / 50), 10)
})

test("two periods ahead, a row is known when its own outcome has come", () => {
  const input = world({ units: 30, periods: 6, horizon: 2 })
  const { fit, predictions, base } = published(driver(input))
  expect(fit).toMatchObject({ n: 120, periods: 4 })
  // Base 2 from base 0, base 3 from base 0 and 1.
  expect(fit.backTest).toMatchObject({ of: 60 })
  expect([base, predictions.length]).toEqual([5, 30])
})

test("what a period brings to all units is estimated, and widens the interval of one and of many", () => {
  const shaken = world({ units: 40, periods: 60, shock: 2, seed: 3 })
  const made = forecast(driverRows(shaken))
  if (made?.shocks === undefined) throw new Error("no shocks")
  expect(Math.sqrt(made.shocks.row)).toBeCloseTo(1, 1)
  expect(Math.sqrt(made.shocks.period)).toBeGreaterThan(1.6)
  expect(Math.sqrt(made.shocks.period)).toBeLessThan(2.4)
  const one = foretell(made, 0, 5)
  expect(one.error).toBeGreaterThan(Math.sqrt(5) * 0.85)
  const forty = foretellMean(
    made,
    Array.from({ length: 40 }, () => ({ indicator: 0, last: 5 })),
  )
  expect(forty.expected).toBeCloseTo(one.expected, 10)
  expect(forty.error).toBeLessThan(one.error)
  expect(forty.error).toBeGreaterThan(Math.sqrt(made.shocks.period))
  // Where there is none, the interval of a mean of forty is narrow.
  const calm = forecast(driverRows(world({ units: 40, periods: 60, seed: 3 })))
  if (calm === undefined) throw new Error("no fit")
  const mean = foretellMean(
    calm,
    Array.from({ length: 40 }, () => ({ indicator: 0, last: 5 })),
  )
  expect(mean.error).toBeLessThan(0.35)
})

test("the variance of periods is that of a balanced one-way analysis when the regressors say nothing of periods", () => {
  const normal = normalFrom(seeded(5))
  const [periods, units] = [8, 10]
  const period = Int32Array.from({ length: periods * units }, (_, row) => Math.floor(row / units))
  // Each period has the same values of the regressor, so nothing of the shocks goes into the slope.
  const regressor = Array.from(period, (_, row) => row % units)
  const common = Array.from({ length: periods }, () => 2 * normal())
  const y = Array.from(
    period,
    (at, row) => 0.5 * (regressor[row] as number) + (common[at] as number) + normal(),
  )
  const fit = leastSquares(y, [regressor])
  if (fit === undefined) throw new Error("no fit")
  const told = periodShocks(fit, period)
  const means = Array.from({ length: periods }, (_, at) =>
    fit.residuals.slice(at * units, (at + 1) * units).reduce((sum, value) => sum + value / units, 0),
  )
  const between = (units * means.reduce((sum, mean) => sum + mean ** 2, 0)) / (periods - 1)
  const within =
    fit.residuals.reduce(
      (sum, value, row) => sum + (value - (means[period[row] as number] as number)) ** 2,
      0,
    ) /
    (periods * units - periods - 1)
  expect(told?.row).toBeCloseTo(within, 10)
  expect(told?.period).toBeCloseTo((between - within) / units, 10)
  const [a, b] = [between / units, within * (1 - 1 / units)]
  expect(told?.df).toBeCloseTo(
    (a + b) ** 2 / (a ** 2 / (periods - 1) + b ** 2 / (periods * units - periods - 1)),
    8,
  )
})

test("too little is refused, each with its figure", () => {
  const few = driver(world({ units: 9, periods: 4 }))
  expect(refusal(few, "too-few-units")).toMatchObject({ have: 9, need: 10 })
  expect(refusal(few, "too-few-rows")).toMatchObject({ have: 27, need: 30 })
  expect(few).toMatchObject({ fit: null })
  expect(refusal(driver(world({ periods: 1 })), "too-few-periods")).toMatchObject({ have: 0, need: 3 })
  // Ten units, two periods ahead: of three base periods one can be tried.
  const short = driver(world({ units: 10, periods: 5, horizon: 2 }))
  expect(refusal(short, "too-few-periods")).toMatchObject({ have: 3, need: 4 })
  expect(short.fit?.backTest).toMatchObject({ of: 10 })
})

test("what does not vary, and what lies on a line, is refused as what it is", () => {
  const input = world({})
  const flat = Array.from({ length: 6 }, () => new Float64Array(20).fill(4))
  expect(refusal(driver({ ...input, indicator: flat }), "constant")).toMatchObject({ what: "indicator" })
  expect(refusal(driver({ ...input, outcome: flat }), "constant")).toMatchObject({ what: "outcome" })
  expect(reasons(driver({ ...input, indicator: input.outcome }))).toEqual(["no-spread"])
  expect(reasons(driver(world({ noise: 0 })))).toEqual(["no-spread"])
})

test("an indicator that adds nothing is refused though the model beats last period", () => {
  const nothing = driver(world({ units: 40, periods: 10, effect: 0, seed: 2 }))
  const told = refusal(nothing, "indicator-adds-nothing")
  expect(told?.low).toBeLessThan(0)
  expect(told?.high).toBeGreaterThan(0)
  const { error = 0, last = 0 } = nothing.fit?.backTest ?? {}
  expect(error).toBeLessThan(last)
  expect(reasons(nothing)).toEqual(["indicator-adds-nothing"])
})

test("a model that errs more than last period, or whose intervals miss, is refused with its figures", () => {
  // The KPI stays as it is, but for a jump of all units in the last period.
  const input = world({ units: 20, periods: 5, effect: 0.3, noise: 0.2 })
  const first = input.outcome[0] as Float64Array
  const normal = normalFrom(seeded(8))
  const outcome = input.outcome.map((_, period) =>
    first.map((value) => value + (period === 4 ? 30 : 0) + 0.1 * normal()),
  )
  const refused = driver({ ...input, outcome })
  const { backTest } = refused.fit ?? {}
  expect(refusal(refused, "interval-misses")).toEqual({
    ...{ reason: "interval-misses", covered: backTest?.covered, of: backTest?.of },
  })
  expect(refusal(refused, "no-better-than-last-period")).toEqual({
    ...{ reason: "no-better-than-last-period", error: backTest?.error, last: backTest?.last },
  })
})

test("what has come already is not foretold, and figures that only begin to arrive are waited for", () => {
  const input = world({ units: 30, periods: 6 })
  const late = input.indicator.map((values, period) =>
    period === 5 ? values.map((value, unit) => (unit < 5 ? value : Number.NaN)) : values,
  )
  const waiting = published(driver({ ...input, indicator: late }))
  expect(waiting.base).toBe(4)
  // Of base 4 every outcome is there: nothing is left to be foretold.
  expect(waiting).toMatchObject({ predictions: [], behind: null })
  const some = input.outcome.map((values, period) =>
    period === 5 ? values.map((value, unit) => (unit < 12 ? value : Number.NaN)) : values,
  )
  const { base, predictions } = published(driver({ ...input, outcome: some }))
  expect(base).toBe(4)
  expect(predictions.map(({ unit }) => unit)).toEqual(Array.from({ length: 18 }, (_, at) => at + 12))
})

test("worse than planned is below where higher is better and above where lower is; without a plan nobody is behind", () => {
  const input = world({ units: 30 })
  const higher = published(driver(input))
  const lower = published(driver({ ...input, direction: "lower" }))
  for (const [at, { miss }] of higher.predictions.entries())
    expect(miss).toBeCloseTo(1 - (lower.predictions[at]?.miss as number), 10)
  const likely = higher.predictions.filter(({ miss }) => (miss as number) >= 0.8)
  expect(likely.length).toBeGreaterThan(2)
  expect(higher.behind?.units).toEqual(likely.map(({ unit }) => unit))
  expect(higher.behind?.plan).toBe(5)
  expect(higher.behind?.expected).toBeCloseTo(
    likely.reduce((sum, { expected }) => sum + expected, 0) / likely.length,
    10,
  )
  const unplanned = published(driver({ ...input, plan: null }))
  expect(unplanned.behind).toBeNull()
  expect(unplanned.predictions.every(({ plan, miss }) => plan === null && miss === null)).toBe(true)
})

test("neither the order of units nor the unit of measure changes what is found", () => {
  const input = world({ units: 25, shock: 0.5, seed: 4 })
  const plain = published(driver(input))
  const turned = (values: Float64Array[]) => values.map((row) => row.slice().reverse())
  const mirrored = published(
    driver({
      ...input,
      indicator: turned(input.indicator),
      outcome: turned(input.outcome),
      plan: turned(input.plan ?? []),
    }),
  )
  const scaled = (values: Float64Array[]) => values.map((row) => row.map((value) => 1000 * value + 50))
  const larger = published(
    driver({ ...input, outcome: scaled(input.outcome), plan: scaled(input.plan ?? []) }),
  )
  for (const one of plain.predictions) {
    const same = mirrored.predictions.find(({ unit }) => unit === 24 - one.unit)
    expect(same?.low).toBeCloseTo(one.low, 9)
    const large = larger.predictions.find(({ unit }) => unit === one.unit)
    expect(large?.high).toBeCloseTo(1000 * one.high + 50, 6)
    expect(large?.miss).toBeCloseTo(one.miss as number, 9)
    expect(same?.miss).toBeCloseTo(one.miss as number, 9)
  }
})

test("rows with a gap are left out and nothing is filled in", () => {
  const input = world({ units: 30 })
  const holed = input.indicator.map((values, period) =>
    values.map((value, unit) => (unit === 3 && period === 2 ? Number.NaN : value)),
  )
  expect(driver({ ...input, indicator: holed }).fit?.n).toBe(149)
})
