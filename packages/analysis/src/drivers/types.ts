// A leading indicator by unit that foretells a KPI: fitted on the past, tried on the past, and only then published.

/** Everything is indexed by unit; periods are in order and without gaps, the same on both; NaN: no value. */
export interface DriverInput {
  units: number
  /** The leading indicator, by period. */
  indicator: Float64Array[]
  /** The KPI it foretells, by period. */
  outcome: Float64Array[]
  /** What was planned of the KPI; null: there is no plan, and nobody can be under it. */
  plan: Float64Array[] | null
  /** How many periods ahead. */
  horizon: number
  direction: "higher" | "lower"
}

/** Why a driver is not published, each with the figure that is missing. */
export type DriverRefusal =
  | { reason: "too-few-rows"; have: number; need: number }
  | { reason: "too-few-units"; have: number; need: number }
  | { reason: "too-few-periods"; have: number; need: number }
  | { reason: "constant"; what: "indicator" | "outcome" }
  | { reason: "no-better-than-last-period"; error: number; last: number }
  | { reason: "interval-misses"; covered: number; of: number }

/** What the back-test gave: each past period foretold from what was known before it. */
export interface BackTest {
  /** Predictions that could be scored. */
  of: number
  /** Root mean squared error of the model, and of "same as last period", in the KPI's own unit. */
  error: number
  last: number
  /** Of the 90% intervals, how many held. */
  covered: number
}

export interface DriverFit {
  /** Rows (unit-periods) and units it was fitted on. */
  n: number
  units: number
  /** Constant, indicator, the KPI's last value; with errors that hold where variances differ and units come again. */
  coefficients: { constant: number; indicator: number; last: number }
  errors: { constant: number; indicator: number; last: number } | null
  backTest: BackTest | null
}

export interface UnitPrediction {
  unit: number
  /** The indicator at the base period, and the KPI's value there. */
  indicator: number
  last: number
  expected: number
  /** 90% interval of this one value. */
  low: number
  high: number
  plan: number | null
  /** P(worse than planned); null: no plan. */
  miss: number | null
  /** Lies outside what was fitted. */
  extrapolated: boolean
}

export type DriverResult =
  | { state: "published"; fit: DriverFit; base: number; predictions: UnitPrediction[] }
  | { state: "refused"; fit: DriverFit | null; refusals: DriverRefusal[] }
