export interface Omega {
  omega: number
  /**
   * In the items' units; undefined for two items, whose one factor is not determined. Maximum likelihood divides by n:
   * from covariances with n - 1 below the line they are too large by the root of n/(n-1); omega is the same.
   */
  loadings: number[] | undefined
  uniquenesses: number[] | undefined
}

/**
 * Omega total (McDonald 1999): (sum of loadings)² / ((sum of loadings)² + sum of uniquenesses), one factor with unequal
 * loadings, maximum likelihood from the covariance matrix of complete rows. With two items the factor is not determined;
 * then Spearman and Brown's 2r/(1+r).
 *
 * By the EM algorithm (Rubin & Thayer 1982, Psychometrika 47) on correlations, which is the same because the model has
 * no unit. It rises to the maximum slowly but surely, and a step needs the items only. Three items are solved at once:
 * where one of them says nearly all and two say little, the steps would get too short to arrive.
 *
 * undefined when an item does not vary, when it does not settle, and when a uniqueness goes to zero (a Heywood case:
 * an item explained whole is a sign that the model does not hold): tell alpha instead.
 */
export function omegaTotal(covariances: readonly (readonly number[])[]): Omega | undefined {
  const count = covariances.length
  const deviations = covariances.map((row, i) => Math.sqrt(row[i] as number))
  if (count < 2 || !deviations.every((deviation) => deviation > 0)) return undefined
  const correlations = covariances.map((row, i) =>
    Float64Array.from(row, (value, j) => value / ((deviations[i] as number) * (deviations[j] as number))),
  )
  if (count === 2) {
    const r = correlations[0]?.[1] as number
    return r > -1 ? { omega: (2 * r) / (1 + r), loadings: undefined, uniquenesses: undefined } : undefined
  }
  const factor = ofThree(correlations) ?? oneFactor(correlations)
  if (factor === undefined) return undefined
  const loadings = [...factor].map((loading, i) => loading * (deviations[i] as number))
  const uniquenesses = [...factor].map(
    (loading, i) => (1 - loading * loading) * (deviations[i] as number) ** 2,
  )
  const common = sum(loadings) ** 2
  // The factor has no direction of its own: it points the way most items do.
  const towards = sum(loadings) < 0 ? -1 : 1
  return {
    omega: common / (common + sum(uniquenesses)),
    loadings: loadings.map((loading) => towards * loading),
    uniquenesses,
  }
}

/** Three correlations are made exactly by three loadings, a² = r12 r13 / r23; undefined where those do not exist. */
function ofThree(correlations: readonly Float64Array[]): Float64Array | undefined {
  if (correlations.length !== 3) return undefined
  const r = (i: number, j: number) => correlations[i % 3]?.[j % 3] as number
  const squares = Float64Array.from([0, 1, 2], (i) => (r(i, i + 1) * r(i, i + 2)) / r(i + 1, i + 2))
  if (!squares.every((square) => square > 0 && square < 1 - 1e-4)) return undefined
  // The first points upwards; the others then have the signs of their correlations with it.
  return squares.map((square, i) => (i === 0 ? 1 : Math.sign(r(0, i))) * Math.sqrt(square))
}

/** Loadings of one factor on a correlation matrix; what they leave of 1 are the uniquenesses. */
function oneFactor(correlations: readonly Float64Array[]): Float64Array | undefined {
  const count = correlations.length
  const loadings = firstLoadings(correlations)
  const uniquenesses = loadings.map((loading) => Math.max(0.05, 1 - loading * loading))
  const weights = new Float64Array(count)
  const products = new Float64Array(count)
  for (let step = 0; step < 100_000; step++) {
    let information = 1
    for (let i = 0; i < count; i++) {
      weights[i] = (loadings[i] as number) / (uniquenesses[i] as number)
      information += (weights[i] as number) * (loadings[i] as number)
    }
    // Regression of the factor on the items, the items' covariance with that, and its second moment.
    let second = 1 / information
    for (let i = 0; i < count; i++) {
      const row = correlations[i] as Float64Array
      let product = 0
      for (let j = 0; j < count; j++) product += (row[j] as number) * (weights[j] as number)
      products[i] = product / information
      second += ((weights[i] as number) / information) * (products[i] as number)
    }
    let change = 0
    for (let i = 0; i < count; i++) {
      const loading = (products[i] as number) / second
      change = Math.max(change, Math.abs(loading - (loadings[i] as number)))
      loadings[i] = loading
      uniquenesses[i] = 1 - loading * (products[i] as number)
      if (!((uniquenesses[i] as number) > 1e-4)) return undefined
    }
    if (change < 1e-11) return loadings
  }
  return undefined
}

/** A start with the right signs: by item the mean of its correlations, towards the item that correlates most. */
function firstLoadings(correlations: readonly Float64Array[]): Float64Array {
  const strength = correlations.map((row) => row.reduce((total, r) => total + Math.abs(r), 0))
  const leading = correlations[strength.indexOf(Math.max(...strength))] as Float64Array
  return leading.map(
    (r, i) => (Math.sign(r) || 1) * Math.sqrt(((strength[i] as number) - 1) / correlations.length),
  )
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
