import type { ScanTree } from "./tree.ts"
import type { Windows } from "./windows.ts"

/**
 * Linear algebra with the covariance matrix V of the atoms' means, without the matrix: every operation is one walk up
 * and one down the tree, O(M) for M nodes (statistics of multiscale trees: Chou, Willsky & Benveniste 1994, IEEE
 * Transactions on Automatic Control 39).
 *
 * V = tau² (inherited along the common path) + diag(omega² + sigma²/n). With precision_m = 1/(omega² + sigma²/n_m), 0
 * where nobody answered, and c running over the children of m:
 *   alpha_m = precision_m + Σ alpha_c/g_c,  g_m = 1 + tau² alpha_m.
 */
export interface Factor {
  precision: Float64Array
  /** tau² of each node beyond its parent; 0 at the head, which is a fixed effect of its own level. */
  spread: Float64Array
  /** 1/g. */
  damping: Float64Array
  /** log|V| over the nodes with answers. */
  logDeterminant: number
}

/** `tau2`, `omega2` and `sigma2` are variances in the unit of the means, squared. */
export function factor(tree: ScanTree, tau2: number, omega2: number, sigma2: number): Factor {
  const { size, parent, n } = tree
  const precision = new Float64Array(size)
  const damping = new Float64Array(size).fill(1)
  const spread = tree.inherited.map((share) => share * tau2)
  spread[0] = 0
  const alpha = new Float64Array(size)
  let logDeterminant = 0
  for (let m = size - 1; m >= 0; m--) {
    if ((n[m] as number) > 0) {
      const variance = omega2 * (tree.own[m] as number) + sigma2 / (n[m] as number)
      precision[m] = 1 / variance
      logDeterminant += Math.log(variance)
    }
    const total = (alpha[m] as number) + (precision[m] as number)
    if (m === 0) break
    const g = 1 + (spread[m] as number) * total
    damping[m] = 1 / g
    logDeterminant += Math.log(g)
    alpha[parent[m] as number] = (alpha[parent[m] as number] as number) + total / g
  }
  return { precision, spread, damping, logDeterminant }
}

/**
 * V⁻¹y into `result`; and into `effects` the inherited effects a that V expects given y (their best linear unbiased
 * prediction when y has its fixed effects taken off). With beta_m = precision_m y_m + Σ beta_c/g_c:
 * a_0 = 0, a_m = (tau² beta_m + a_parent)/g_m, (V⁻¹y)_m = precision_m (y_m - a_m).
 * y is 0 where nobody answered.
 */
export function solve(
  tree: ScanTree,
  { precision, spread, damping }: Factor,
  y: Float64Array,
  result: Float64Array,
  effects: Float64Array,
) {
  const { size, parent } = tree
  // `effects` holds beta on the way up.
  for (let m = 0; m < size; m++) effects[m] = (precision[m] as number) * (y[m] as number)
  for (let m = size - 1; m > 0; m--) {
    const above = parent[m] as number
    effects[above] = (effects[above] as number) + (effects[m] as number) * (damping[m] as number)
  }
  effects[0] = 0
  result[0] = (precision[0] as number) * (y[0] as number)
  for (let m = 1; m < size; m++) {
    const a =
      ((spread[m] as number) * (effects[m] as number) + (effects[parent[m] as number] as number)) *
      (damping[m] as number)
    effects[m] = a
    result[m] = (precision[m] as number) * ((y[m] as number) - a)
  }
}

/**
 * x'V⁻¹x of every window's 0/1 vector x. Inside the subtree of v, with c running over children:
 *   B_m(b) = [b <= l(m)] precision_m + Σ B_c(b)/g_c,
 *   Q_m(b) = [b <= l(m)] precision_m + Σ (Q_c(b) - tau² B_c(b)²/g_c);
 * then, from v up to below the head, Q loses tau² B²/g and B is divided by g.
 */
export function windowForms(tree: ScanTree, windows: Windows, fit: Factor): Float64Array {
  const { size, depth, parent, level } = tree
  const { precision, spread, damping } = fit
  const B = new Float64Array(size * depth)
  const Q = new Float64Array(size * depth)
  for (let m = size - 1; m > 0; m--) {
    for (let b = 0; b <= (level[m] as number); b++) {
      B[m * depth + b] = (B[m * depth + b] as number) + (precision[m] as number)
      Q[m * depth + b] = (Q[m * depth + b] as number) + (precision[m] as number)
    }
    const above = (parent[m] as number) * depth
    const divided = damping[m] as number
    for (let b = 0; b < depth; b++) {
      const own = B[m * depth + b] as number
      if (own === 0) break // deeper levels hold less
      B[above + b] = (B[above + b] as number) + own * divided
      Q[above + b] =
        (Q[above + b] as number) + (Q[m * depth + b] as number) - (spread[m] as number) * own * own * divided
    }
  }
  const forms = new Float64Array(windows.count)
  for (let w = 0; w < windows.count; w++) {
    const v = windows.head[w] as number
    const at = v * depth + (windows.list[w]?.level ?? 0)
    let form = Q[at] as number
    let current = B[at] as number
    for (let node = v; node > 0; node = parent[node] as number) {
      form -= (spread[node] as number) * current * current * (damping[node] as number)
      current *= damping[node] as number
    }
    forms[w] = form
  }
  return forms
}
