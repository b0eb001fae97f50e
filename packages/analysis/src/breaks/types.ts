/**
 * What a release says of breaks: where people under one leader, from one layer down, answer lower than those layers
 * ordinarily do by more than leaders normally differ. Found once, at the close, by the tree scan (../scan); here is only what
 * may be told of it. Layers are the product's: the head is on layer 1, whose reports are layer 2.
 */
export interface Breaks {
  /** Of the replicates: the same answers and the same seed find the same. */
  seed: number
  replicates: number
  /** Every composite and construct that was judged; the primary one first. */
  measures: JudgedMeasure[]
  /** Confirmed breaks, the surest first. Empty = no evidence, which is not "no problem". */
  findings: BreakFinding[]
  /** Of the primary measure: every unit the release shows, the lowest first. */
  units: UnitVerdict[]
  /** Of the primary measure: does it drop at one layer in the whole organization? null: too few layers to tell. */
  whole: WholeTest | null
}

/** In a leader's part of a release `atoms` are those of the own unit, and what is of the whole organization is null. */
export interface JudgedMeasure {
  measure: string
  /** The composite that the survey is about; all others share one error rate (Holm). */
  primary: boolean
  /** false: too few groups to tell anything; nothing was tested. */
  tested: boolean
  /** Groups of people (atoms) with answers that the scan compared. */
  atoms: number
  /** Share of the variance of answers that lies between units: handed down to all below, and the unit's own. 0..1, two decimals. */
  handedDown: number | null
  own: number | null
  /** Smallest family-wise p of the scan, among the others adjusted by Holm; two significant digits. null: not tested. */
  p: number | null
}

export interface BreakFinding {
  /** `${measure}@${unit}/from:${fromLayer}`. */
  id: string
  measure: string
  /** Id of the unit's group, `unit:17`, whether or not the release shows that group, and its name. */
  unit: string
  name: string
  /** Everybody in the unit on this layer and below is in it. */
  fromLayer: number
  deepestLayer: number
  /** The answers cannot tell on which layer of this unit it begins more exactly than this, first and last. */
  between: [number, number]
  /** Other units of which the answers cannot tell whether it begins there instead, by group id and name. */
  orIn: { unit: string; name: string }[]
  /** Ids of the release's groups of exactly these people, and of the same layers elsewhere; null: not told. */
  group: string | null
  elsewhere: string | null
  /** Respondents in it; null where the group is not told. */
  n: number | null
  /** Its people less the same layers elsewhere, scale points, one decimal; null: not told. */
  gap: number | null
  /** In standard deviations of people within a layer, one decimal; `shrunk` allows for the luck of being found. */
  shift: number
  shrunk: number
  /** The mean of its people is not told, or only as a bound, so the two are told to half a standard deviation and as 1.5 at most, p as what an alarm needs. */
  coarse?: true
  /** Family-wise; of healthy organizations this share would show as much. Two significant digits. */
  p: number
}

/**
 * "break": a finding begins here. "lower": the mean's interval leaves the organization's mean out, without a break.
 * "no-evidence": could have been seen, was not. "too-few": half a standard deviation would rather not have been seen.
 */
export type Verdict = "break" | "lower" | "no-evidence" | "too-few"

export interface UnitVerdict {
  unit: string
  verdict: Verdict
  /** The smallest shift, in standard deviations, that would as likely as not have been seen; one decimal. null: none could. */
  detectable: number | null
}

export interface WholeTest {
  /** One a boundary between layers, from the top. */
  boundaries: WholeBoundary[]
  /** Mean by layer with the interval that also allows for how leaders differ, scale points, one decimal. */
  profile: { layer: number; mean: number; low: number; high: number }[]
  /** Atoms on one layer that were left out, because they may not be told by themselves; their numbers in the release. */
  leftOut: number[]
}

export interface WholeBoundary {
  /** The drop lies between these two layers. */
  fromLayer: number
  toLayer: number
  /** How much lower everybody below answers than the line through the layers says, scale points, one decimal. */
  drop: number
  low: number
  high: number
  /** Over all boundaries (Holm), two significant digits. */
  p: number
  verdict: "break" | "no-evidence" | "too-few"
  /** Smallest drop in scale points that would as likely as not have been seen; one decimal. */
  detectable: number
}
