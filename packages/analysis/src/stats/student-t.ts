import { incompleteBeta } from "./beta.ts"
import { logGammaRatio } from "./gamma.ts"

/**
 * Student's t distribution for any positive number of degrees of freedom, whole or not (Welch's are not).
 *
 * P(|T| > t) = I_x(df/2, 1/2) with x = df/(df + t²) in the incomplete beta function
 * (Abramowitz & Stegun 1964, 26.7.1 and 26.5.27), of beta.ts.
 */

/** P(T <= t). `df` > 0. Relative error of either tail about 1e-13. */
export function studentProbability(t: number, df: number): number {
  const tail = tailProbability(Math.abs(t), df)
  return t > 0 ? 1 - tail : tail
}

/** The t with P(T <= t) = p, for 0 < p < 1 and `df` > 0. */
export function studentQuantile(p: number, df: number): number {
  if (p === 0.5) return 0
  const tail = Math.min(p, 1 - p)
  let low = 0
  let high = 2
  while (tailProbability(high, df) > tail) {
    low = high
    high *= 2
  }
  // Newton's steps on the tail, kept inside a bracket that always holds the answer.
  let t = (low + high) / 2
  for (let step = 0; step < 200 && high - low > 1e-14 * high; step++) {
    const excess = tailProbability(t, df) - tail
    if (excess > 0) low = t
    else high = t
    const next = t + excess / density(t, df)
    const inside = next > low && next < high
    if (inside && Math.abs(next - t) <= 1e-14 * t) break
    t = inside ? next : (low + high) / 2
  }
  return p < 0.5 ? -t : t
}

/** P(T > t) for t >= 0. */
function tailProbability(t: number, df: number): number {
  const square = t * t
  return incompleteBeta(df / 2, 0.5, df / (df + square), square / (df + square)).lower / 2
}

function density(t: number, df: number): number {
  return Math.exp(logGammaRatio(df / 2) - ((df + 1) / 2) * Math.log1p((t * t) / df)) / Math.sqrt(Math.PI * df)
}
