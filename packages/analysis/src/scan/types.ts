/**
 * The shapes of the tree scan: where in the organization a message breaks off, judged against how much units differ
 * anyway.
 *
 * Model. Atoms (groups whose answers are stored together) hang in the tree of managers. With l(m) the level of the
 * managers of atom m (0 = the head) and z the mean of its respondents:
 *   z_m = mu_l(m) + a_m + t_m + e_m,  a_head = 0,  a_m = a_parent(m) + u_m,
 *   u ~ N(0, tau²) inherited by everything below,  t ~ N(0, omega²) the atom's own,  e ~ N(0, sigma²/n_m).
 * A break is a shift below zero on a window W(v, b): all atoms below v whose managers stand on level b or deeper.
 */

/**
 * A tree of managers with what was answered below each. Node 0 is the head; every parent stands before its children and
 * on a level above theirs.
 */
export interface ScanInput {
  /** By node its parent; -1 for node 0. */
  parent: Int32Array
  /** By node the level of the manager, 0 for the head; of a merged atom, the level of its people's managers. */
  level: Int32Array
  /** By node how many answered in its atom; 0 for a manager without an atom. */
  n: Int32Array
  /** By node the mean of their scores; not read where n is 0. */
  mean: Float64Array
  /** sigma²: the pooled variance of scores within atoms. */
  variance: number
  /** Share of tau² that a node has of its own beyond its parent's. 1 for a manager; of a merged atom see `atomNodes`. */
  inherited?: Float64Array
  /** Share of omega² in a node's mean. 1 for one team; of a merged atom the sum of squared shares of its teams. */
  own?: Float64Array
  /** 1 = not a manager but a merged atom under its anchor, so no window starts there. */
  merged?: Uint8Array
  /** Centred residuals of people by level of their manager, for the noise of replicates; without them it is Gaussian. */
  residuals?: ResidualPool
  /** The usual standard deviation of people within a level, in the unit of `mean`: 1 (default) for normal scores. */
  deviation?: number
  /** By node the mean in points of the answer scale, for telling a gap in them. */
  points?: Float64Array
  /** Fewest respondents of a window. Default 10. */
  fewestPeople?: number
  /** Fewest atoms with answers for a test; below that windows are only described. Default 30. */
  fewestAtoms?: number
  /** Scans that share one error rate, this one included; 1 if left out. `power` and `detectable` are before Holm's order helps. */
  sharing?: number
}

/** Residuals of the managers' level l lie in `values` from `offsets[l]` to before `offsets[l + 1]`. */
export interface ResidualPool {
  values: Float64Array
  offsets: Int32Array
}

export interface ScanOptions {
  seed: number
  /** B, the replicates of the null distribution: 999 in the product. */
  replicates: number
  /** Largest T by replicate and level, of `nullMaxima`, where workers have shared the replicates out; else they are made here. */
  maxima?: Float64Array
  /** Told now and then how many replicates are done. */
  onProgress?: (done: number) => void
  /** An AbortSignal, or anything that says so; when it is aborted the scan throws its reason. */
  signal?: { readonly aborted: boolean; readonly reason?: unknown }
}

/** tau/sigma and omega/sigma. */
export interface VarianceRatios {
  a: number
  b: number
}

/** W(v, b): every atom in the subtree of `node` whose managers stand on `level` or deeper. */
export interface Window {
  node: number
  level: number
  /** Respondents in it. */
  n: number
}

/**
 * One window under given variance ratios. The figures are undefined where the window cannot be told from the level
 * means (or, in the step-down, from windows found before).
 */
export interface WindowEstimate extends Window {
  /** Positive = lower than expected. */
  T: number | undefined
  /** The shift, in the unit of the means, with the variances taken as known; of a found window too large by about 15%. */
  delta: number | undefined
  se: number | undefined
}

export interface TestedWindow extends WindowEstimate {
  /** p among the windows that start on the same level. Undefined when nothing was tested. */
  pLayer: number | undefined
  /** Family-wise p over all windows. */
  pFamily: number | undefined
  /** Chance that a shift of half a standard deviation here would have raised an alarm. */
  power: number | undefined
  /** The shift, in standard deviations, that would as likely as not have raised one; undefined where none could. */
  detectable: number | undefined
}

export interface ScanResult {
  seed: number
  replicates: number
  /** Atoms with answers. Below 30 nothing is tested: windows are described, without p. */
  atoms: number
  tested: boolean
  /** Fit without any window set aside: the natural variation. */
  natural: VarianceRatios
  /** Fit after up to two windows were set aside: T, delta and se are under these. */
  fitted: VarianceRatios
  /** Windows set aside, as indices into `windows`. */
  setAside: number[]
  /** Every window, ordered by node and level. */
  windows: TestedWindow[]
  /** Breaks found, in the order of the step-down; empty = no evidence, which is not "no problem". */
  breaks: Break[]
}

export interface Break {
  /** Index into `windows`. */
  window: number
  /** At its step; the first one's are those of `windows`. */
  T: number
  delta: number
  se: number
  pLayer: number
  pFamily: number
  /** The mean of the window beyond its levels, shrunk as one shrinks units that differ naturally (BLUP). */
  shrunk: number
  /** Window less the same levels elsewhere, in points of the scale; undefined without `points` or without an elsewhere. */
  gap: number | undefined
  /** Indices of the windows the data cannot tell from this one: T² within 3.84 of the largest at this step. */
  boundarySet: number[]
}

/** Everything that follows from given variance ratios, for reading and for checks. */
export interface ModelAt {
  /** -2 log restricted likelihood, without its constant. */
  reml: number
  levels: number[]
  /** Generalized-least-squares mean by entry of `levels`, and their covariance by rows. */
  means: number[]
  covariance: number[][]
  windows: WindowEstimate[]
}
