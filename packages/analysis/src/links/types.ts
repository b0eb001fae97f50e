// Does a construct move with a KPI? One value a unit and period on both sides; units are disjoint. Whoever calls hands
// over told figures of releases only: with a KPI of one's own making a coefficient over anything finer would answer any
// question about single groups.

/** What is correlated. Everything is indexed by unit, 0 up to `units`; NaN: no value. */
export interface LinkInput {
  units: number
  constructs: LinkConstruct[]
  kpis: LinkKpi[]
  /** Declared beforehand, in the KPI's periods: 1 is the KPI one period after the survey, -1 the one before it. */
  lags: number[]
  seed: number
  /** By unit the head it stands under, as any number; left out: nothing is compared under the same head. */
  heads?: Int32Array
}

export interface LinkConstruct {
  id: string
  name: string
  /** By wave the units' values. */
  waves: Float64Array[]
  /** By wave and unit how many people answered: for weights, and as a control. */
  sizes?: Float64Array[]
  /** Mean reliability of the units' values, 0..1; null: cannot be told. */
  reliability?: number | null
}

export interface LinkKpi {
  id: string
  name: string
  direction: "higher" | "lower"
  /** By period, in order and without gaps, the units' values; a period nobody has a value of is all NaN. */
  periods: Float64Array[]
  /** By wave the place in `periods` of the period it falls in; it may lie outside. */
  at: number[]
}

/** "no-evidence": a correlation worth knowing would have been seen, and was not. Never "no link". */
export type LinkFinding = "link" | "no-evidence" | "cannot-tell"

export interface LinkPair {
  construct: string
  kpi: string
  lag: number
  /** Unit-periods with both values. */
  n: number
  /** Different units among them. */
  units: number
  /** Below ten units there is no coefficient: null, as all that hangs on one. */
  pearson: number | null
  /** 95%; over several periods by resampling whole units. */
  interval: { low: number; high: number } | null
  spearman: number | null
  spearmanInterval: { low: number; high: number } | null
  /** Two-sided, by permuting whole units; above 200 of them by formula. Of several periods: within each of them. */
  p: number | null
  /** Holm over all constructs, KPIs and lags. */
  pAdjusted: number | null
  /** Benjamini and Hochberg over the same: what the list is ordered by, and nothing else. */
  q: number | null
  finding: LinkFinding
  /** The smallest |r| that so many units would have shown in a family of this size with 80% power. */
  detectable: number | null
  /**
   * Range of r with each unit left out in turn, and the unit that matters most: the one that moves r most, of those that
   * turn the sign alone where any does (fragile).
   */
  influence: { low: number; high: number; fragile: boolean; unit: number } | null
  /** Weighted by how precise each unit's value is; null: sizes are not known, or nothing varies. */
  weighted: { r: number; effective: number } | null
  /** With the size of the units taken out of both. */
  besideSize: { r: number; low: number; high: number } | null
  /** Compared under the same head only. */
  underHead: { r: number; units: number } | null
  /** "If perfectly measured": no interval, null beyond 1. */
  disattenuated: number | null
  /** Whether better goes with better: the sign of r and the KPI's direction. null: no finding. */
  way: "better-with-better" | "better-with-worse" | null
}
