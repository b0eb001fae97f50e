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
  /** Base periods: too few to tell how much whole periods differ, or to try the driver on. */
  | { reason: "too-few-periods"; have: number; need: number }
  | { reason: "constant"; what: "indicator" | "outcome" }
  /** The figures lie exactly on a line: what the indicator adds cannot be told, or no error is left to judge it by. */
  | { reason: "no-spread" }
  | { reason: "no-better-than-last-period"; error: number; last: number }
  /**
   * What foretells is the KPI's own last value: without the indicator the back-test errs no more, or the 95% interval of
   * its coefficient, `low` to `high`, holds zero.
   */
  | { reason: "indicator-adds-nothing"; error: number; without: number; low: number; high: number }
  | { reason: "interval-misses"; covered: number; of: number }

/** What the back-test gave: each past period foretold from what was known before it. */
export interface BackTest {
  /** Predictions that could be scored. */
  of: number
  /** Root mean squared error of the model, and of "same as last period", in the KPI's own unit. */
  error: number
  last: number
  /** Of the same model fitted without the indicator, on the same predictions. */
  without: number
  /** Of the 90% intervals, how many held. */
  covered: number
}

export interface DriverFit {
  /** Rows (unit-periods) and units it was fitted on. */
  n: number
  units: number
  /** Base periods among the rows. */
  periods: number
  /** Share of the variance of the KPI that is explained. */
  explained: number | null
  /** How much a whole period differs from another for all units alike, as a standard deviation in the KPI's own unit. */
  shock: number
  /** Constant, indicator, the KPI's last value; with errors that hold where variances differ and units come again. */
  coefficients: { constant: number; indicator: number; last: number }
  errors: { constant: number; indicator: number; last: number } | null
  /** 95% interval of the indicator's coefficient, with what whole periods bring taken in. */
  effect: { low: number; high: number } | null
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

/** The units that will likely miss their plan (P of at least .8), taken together: means over them. */
export interface BehindPlan {
  units: number[]
  expected: number
  /** 90% interval of their mean: what a period brings to all of them does not average out. */
  low: number
  high: number
  plan: number
}

export type DriverResult =
  | {
      state: "published"
      fit: DriverFit
      base: number
      predictions: UnitPrediction[]
      /** null: there is no plan, or no unit will likely miss it. */
      behind: BehindPlan | null
    }
  | { state: "refused"; fit: DriverFit | null; refusals: DriverRefusal[] }
