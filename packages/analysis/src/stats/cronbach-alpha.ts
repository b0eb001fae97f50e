import { fQuantile } from "./f-distribution.ts"
import type { Interval } from "./fisher-interval.ts"

export interface Alpha {
  alpha: number
  /** Of the items brought to equal variances: J r / (1 + (J-1) r); undefined when an item does not vary. */
  standardized: number | undefined
  /** The mean r of the items' pairs; undefined as above. */
  meanInterItemR: number | undefined
  /** By item its correlation with the sum of the others; undefined when one of the two does not vary. */
  itemRestR: (number | undefined)[]
  /** By item the alpha of the others; undefined when none is left to compare. */
  ifDropped: (number | undefined)[]
}

/**
 * Cronbach's alpha (1951, Psychometrika 16) from the items' covariance matrix: J/(J-1) (1 - sum of variances / variance
 * of the sum). A negative value is legal and points to an item keyed the wrong way round; an item that does not vary
 * stays counted. It is no evidence that the items measure one thing.
 * For the whole organization (n >= 50), not for single units. undefined below two items, and when the items cancel out
 * so that their sum does not vary.
 */
export function cronbachAlpha(covariances: readonly (readonly number[])[]): Alpha | undefined {
  const items = [...covariances.keys()]
  const alpha = alphaOf(covariances, items)
  if (alpha === undefined) return undefined
  const at = (i: number, j: number) => covariances[i]?.[j] as number
  const pairs = items.flatMap((i) => items.slice(0, i).map((j) => at(i, j) / Math.sqrt(at(i, i) * at(j, j))))
  const r = pairs.reduce((sum, value) => sum + value, 0) / pairs.length
  const known = Number.isFinite(r)
  return {
    alpha,
    standardized: known ? (items.length * r) / (1 + (items.length - 1) * r) : undefined,
    meanInterItemR: known ? r : undefined,
    itemRestR: items.map((item) => {
      const rest = items.filter((other) => other !== item)
      const together = rest.reduce((sum, other) => sum + at(item, other), 0)
      const value = together / Math.sqrt(at(item, item) * varianceOfSum(covariances, rest))
      return Number.isFinite(value) ? value : undefined
    }),
    ifDropped: items.map((item) =>
      alphaOf(
        covariances,
        items.filter((other) => other !== item),
      ),
    ),
  }
}

/**
 * Feldt's interval of alpha (1965, Psychometrika 30): 1 - (1 - alpha) F(q; n-1, (n-1)(J-1)). Exact for normal answers
 * of equal covariances, near enough otherwise. undefined below two people or items.
 */
export function alphaInterval(
  alpha: number,
  n: number,
  items: number,
  confidence = 0.95,
): Interval | undefined {
  if (n < 2 || items < 2) return undefined
  const tail = (1 - confidence) / 2
  const bound = (p: number) => 1 - (1 - alpha) * fQuantile(p, n - 1, (n - 1) * (items - 1))
  return { low: bound(1 - tail), high: bound(tail) }
}

function alphaOf(covariances: readonly (readonly number[])[], items: readonly number[]): number | undefined {
  if (items.length < 2) return undefined
  const variances = items.reduce((sum, item) => sum + (covariances[item]?.[item] as number), 0)
  const total = varianceOfSum(covariances, items)
  // What rounding leaves of a sum that does not vary is not a variance. Written so that NaN is refused too.
  if (!(total > 1e-13 * variances)) return undefined
  return (items.length / (items.length - 1)) * (1 - variances / total)
}

function varianceOfSum(covariances: readonly (readonly number[])[], items: readonly number[]): number {
  let sum = 0
  for (const i of items) for (const j of items) sum += covariances[i]?.[j] as number
  return sum
}
