import type { Moments } from "./stats/moments.ts"

/**
 * No interval says that people were closer together than this, because it would confine the few: "ten people, 4.0, between 3.9
 * and 4.1" says that the ten have a standard deviation of at most 0.26, so any four of them the same mean to half a point.
 *
 * Of n people with mean m and variance s², let j = k - 1 lie at m + d on average. The others must make up for it, so
 * (n - 1)·s² >= j·d² + (n - j)·(j·d/(n - j))² = d²·j·n/(n - j). So d may be anything from -D to D, with
 * D² = s²·(n - 1)·(n - j)/(j·n); and 2·D is a point of the scale or more if s² >= j·n / (4·(n - 1)·(n - j)).
 * Fewer than j are freer still. undefined: no spread leaves that, the group is too small.
 */
export function leastVariance(n: number, k: number): number | undefined {
  const few = Math.max(1, k - 1)
  return n > few && n > 1 ? (few * n) / (4 * (n - 1) * (n - few)) : undefined
}

/** What intervals are made from: the figures as they are, or with the least spread that may be told. */
export function spreadOut(moments: Moments, k: number): Moments | undefined {
  const least = leastVariance(moments.n, k)
  if (least === undefined || moments.variance === null) return undefined
  return { ...moments, variance: Math.max(moments.variance, least) }
}
