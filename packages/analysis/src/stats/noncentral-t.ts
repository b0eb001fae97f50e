import { incompleteGamma, stirling } from "./gamma.ts"
import { normalProbability } from "./normal.ts"
import { rootBetween } from "./root.ts"

/**
 * Student's t distribution around another centre: T = (Z + ncp) / sqrt(X/df), X chi-squared with `df` degrees of
 * freedom. P(T <= t) = E Phi(t S - ncp) over S = sqrt(X/df) (Johnson, Kotz & Balakrishnan 1995, vol. 2, ch. 31).
 *
 * Integrated over w = log S by the trapezoidal rule, whose error falls exponentially with the step for such analytic
 * integrands that vanish at both ends (Trefethen & Weideman 2014, SIAM Review 56); the step follows the narrower of
 * the two factors and the strip |Im w| < pi/4 in which the density decays. Other than the series of AS 243 it does not underflow for a large `ncp`. Absolute error about 1e-13.
 */
export function noncentralProbability(t: number, df: number, ncp: number): number {
  if (t * t > Math.max(df < 2 ? 90_000 : 10_000, 100 * df)) return overNormal(t, df, ncp)
  // The density of w at its mode 0; what it falls by from there is the exponent below.
  const front = Math.sqrt(df / Math.PI) * Math.exp(-stirling(df / 2))
  const step = Math.min(0.12, 0.5 / Math.sqrt(2 * df + t * t))
  let sum = 0
  for (const direction of [-1, 1]) {
    for (let at = direction < 0 ? 0 : 1; ; at++) {
      const w = direction * at * step
      const exponent = df * w - (df / 2) * Math.expm1(2 * w)
      if (exponent < -45) break
      sum += Math.exp(exponent) * normalProbability(t * Math.exp(w) - ncp)
    }
  }
  return front * sum * step
}

/**
 * The same integrated over Z: for a t so large against sqrt(df) that Phi above would need very many steps, P(S > x) is
 * smooth over several units of Z. A smaller `ncp` than 10 in the direction of t, where it has a kink, is no limit of
 * such a t.
 */
function overNormal(t: number, df: number, ncp: number): number {
  if (t < 0) return 1 - overNormal(-t, df, -ncp)
  const step = 0.25
  let sum = 0
  for (let z = -9; z <= 9; z += step) {
    const least = Math.max(0, z + ncp) / t
    sum += Math.exp((-z * z) / 2) * incompleteGamma(df / 2, (df * least * least) / 2).upper
  }
  return (sum * step) / Math.sqrt(2 * Math.PI)
}

/** The centre for which P(T <= t) = p: falling in p, the confidence limits of a standardized difference. */
export function noncentrality(p: number, t: number, df: number): number {
  const excess = (ncp: number) => noncentralProbability(t, df, ncp) - p
  let reach = 4 + Math.abs(t) / Math.sqrt(df)
  while (excess(t - reach) < 0 || excess(t + reach) > 0) reach *= 2
  return rootBetween(excess, t - reach, t + reach)
}
