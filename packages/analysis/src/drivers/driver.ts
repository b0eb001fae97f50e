import { clusterErrors, hc3Errors } from "../stats/robust-errors.ts"
import { studentQuantile } from "../stats/student-t.ts"
import { backTest, FEWEST_TRIED } from "./back-test.ts"
import { type DriverRows, driverRows } from "./driver-rows.ts"
import {
  type Forecast,
  forecast,
  foretell,
  foretellMean,
  indicatorError,
  isExtrapolated,
  missProbability,
} from "./forecast.ts"
import type { PeriodShocks } from "./period-shocks.ts"
import type {
  BackTest,
  BehindPlan,
  DriverFit,
  DriverInput,
  DriverRefusal,
  DriverResult,
  UnitPrediction,
} from "./types.ts"

/** Ten for each of the three coefficients; with fewer no fit is told. */
const FEWEST_ROWS = 30
const FEWEST_UNITS = 10
/**
 * Base periods. From fewer nobody can tell how much whole periods differ, and where they do, intervals that leave it out
 * held 65 to 86% instead of 90%.
 */
const FEWEST_PERIODS = 3
/** Of the 90% intervals of the back-test, so many must have held. */
const COVERED = 0.8
/** From this probability of a worse value than planned on, a unit is said to be likely to miss its plan. */
export const LIKELY = 0.8

/**
 * Foretells a KPI from a leading indicator and the KPI's own last value, for the newest period of which both are known:
 * fitted on all past unit-periods, and published only if it did better than "same as last period" where its past was
 * foretold, and its intervals held there. Otherwise all that is missing, with figures.
 */
export function driver(input: DriverInput): DriverResult {
  const rows = driverRows(input)
  const early = refusedBefore(rows)
  if (early.length > 0) return { state: "refused", fit: null, refusals: early }
  const made = forecast(rows)
  if (made === undefined) return { state: "refused", fit: null, refusals: [{ reason: "no-spread" }] }
  const { shocks } = made
  if (shocks === undefined) {
    // The regressors take up all that lies between so few periods.
    const have = new Set(rows.period).size
    return { state: "refused", fit: null, refusals: [{ reason: "too-few-periods", have, need: have + 1 }] }
  }
  const fit = fitOf(rows, { ...made, shocks }, backTest(rows, input.horizon))
  const refusals = refusedAfter(fit)
  if (refusals.length > 0) return { state: "refused", fit, refusals }
  const base = newestBase(input)
  const predictions = predict(input, made, base)
  return { state: "published", fit, base, predictions, behind: behindPlan(made, predictions) }
}

function refusedBefore(rows: DriverRows): DriverRefusal[] {
  const [n, units, periods] = [rows.unit.length, new Set(rows.unit).size, new Set(rows.period).size]
  const refusals: DriverRefusal[] = []
  if (periods < FEWEST_PERIODS)
    refusals.push({ reason: "too-few-periods", have: periods, need: FEWEST_PERIODS })
  if (n < FEWEST_ROWS) refusals.push({ reason: "too-few-rows", have: n, need: FEWEST_ROWS })
  if (units < FEWEST_UNITS) refusals.push({ reason: "too-few-units", have: units, need: FEWEST_UNITS })
  const isConstant = (values: Float64Array) => n > 1 && values.every((value) => value === values[0])
  if (isConstant(rows.indicator)) refusals.push({ reason: "constant", what: "indicator" })
  if (isConstant(rows.last) || isConstant(rows.next)) refusals.push({ reason: "constant", what: "outcome" })
  return refusals
}

function refusedAfter({ n, periods, backTest: tried, effect }: DriverFit): DriverRefusal[] {
  const of = tried?.of ?? 0
  const more = Math.ceil((FEWEST_TRIED - of) / (n / periods))
  const refusals: DriverRefusal[] = []
  if (of < FEWEST_TRIED) refusals.push({ reason: "too-few-periods", have: periods, need: periods + more })
  if (tried === null) return refusals
  const { error, last, without, covered } = tried
  if (error >= last) refusals.push({ reason: "no-better-than-last-period", error, last })
  const { low, high } = effect ?? { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY }
  if (error >= without || low * high <= 0)
    refusals.push({ reason: "indicator-adds-nothing", error, without, low, high })
  if (covered < COVERED * of) refusals.push({ reason: "interval-misses", covered, of })
  return refusals
}

function fitOf(
  rows: DriverRows,
  made: Forecast & { shocks: PeriodShocks },
  tried: BackTest | null,
): DriverFit {
  const { fit, shocks } = made
  const units = new Set(rows.unit).size
  const named = (values: readonly number[]) => ({
    ...{ constant: values[0] as number, indicator: values[1] as number, last: values[2] as number },
  })
  const errors = units < fit.n ? clusterErrors(fit, rows.unit) : hc3Errors(fit)
  return {
    ...{ n: fit.n, units, periods: new Set(rows.period).size, explained: fit.r2 ?? null },
    shock: Math.sqrt(shocks.period),
    coefficients: named(fit.coefficients),
    errors: errors === undefined ? null : named(errors),
    effect: errors === undefined ? null : effectOf(made, errors[1] as number, units),
    backTest: tried,
  }
}

/**
 * 95% interval of the indicator's coefficient by the larger of two errors: the robust one knows nothing of shocks that
 * all units share, the other takes residuals as equally spread.
 */
function effectOf(made: Forecast, robust: number, units: number): { low: number; high: number } {
  const value = made.fit.coefficients[1] as number
  const half = studentQuantile(0.975, Math.min(made.df, units - 1)) * Math.max(robust, indicatorError(made))
  return { low: value - half, high: value + half }
}

/**
 * The newest period with both values of at least half as many units as the fullest one: figures that arrive one unit
 * after the other are waited for.
 */
function newestBase({ units, indicator, outcome }: DriverInput): number {
  const known = indicator.map((values, period) => {
    const last = outcome[period]
    let count = 0
    for (let unit = 0; unit < units; unit++)
      if (Number.isFinite(values[unit]) && Number.isFinite(last?.[unit])) count++
    return count
  })
  const most = Math.max(...known)
  return known.findLastIndex((count) => count > 0 && 2 * count >= most)
}

/** Of the units with both values whose outcome has not come yet: what is there is not foretold. */
function predict(input: DriverInput, made: Forecast, base: number): UnitPrediction[] {
  const { units, indicator, outcome, plan, horizon, direction } = input
  const at = (values: Float64Array | undefined, unit: number) => values?.[unit] ?? Number.NaN
  return Array.from({ length: units }, (_, unit) => unit).flatMap((unit) => {
    const [known, last] = [at(indicator[base], unit), at(outcome[base], unit)]
    if (!Number.isFinite(known) || !Number.isFinite(last)) return []
    if (Number.isFinite(at(outcome[base + horizon], unit))) return []
    const foretold = foretell(made, known, last)
    const planned = at(plan?.[base + horizon], unit)
    const hasPlan = Number.isFinite(planned)
    return [
      {
        ...{ unit, indicator: known, last, expected: foretold.expected },
        ...{ low: foretold.low, high: foretold.high, plan: hasPlan ? planned : null },
        miss: hasPlan ? missProbability(made, foretold, planned, direction) : null,
        extrapolated: isExtrapolated(made, known, last),
      },
    ]
  })
}

function behindPlan(made: Forecast, predictions: readonly UnitPrediction[]): BehindPlan | null {
  const behind = predictions.flatMap(({ miss, plan, ...rest }) =>
    miss !== null && plan !== null && miss >= LIKELY ? [{ ...rest, plan }] : [],
  )
  if (behind.length === 0) return null
  const { expected, low, high } = foretellMean(made, behind)
  const plan = behind.reduce((sum, one) => sum + one.plan, 0) / behind.length
  return { units: behind.map(({ unit }) => unit), expected, low, high, plan }
}
