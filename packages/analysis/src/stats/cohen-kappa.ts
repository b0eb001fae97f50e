import type { Interval } from "./fisher-interval.ts"
import { normalQuantile } from "./normal.ts"

export interface Kappa {
  /** Share of the cases that both coded alike, 0..1. */
  same: number
  kappa: number
  interval: Interval
}

/**
 * How far two coders agree beyond what their habits alone would give (Cohen 1960, Educational and Psychological
 * Measurement 20): κ = (p_o - p_e) / (1 - p_e), p_e = Σ p_i. p_.i. The interval is that of the large sample (Fleiss,
 * Cohen & Everitt 1969, Psychological Bulletin 72, formula 13), held within -1 and 1; where all cases agree it has no
 * width, which says too much of few cases.
 *
 * undefined: no cases, or both gave one and the same code to all of them, so that nothing but habit could be seen.
 */
export function cohenKappa(
  pairs: readonly (readonly [string, string])[],
  confidence = 0.95,
): Kappa | undefined {
  const n = pairs.length
  const [first, second] = [shares(pairs.map(([a]) => a)), shares(pairs.map(([, b]) => b))]
  const of = (margin: Map<string, number>, code: string) => margin.get(code) ?? 0
  const same = pairs.filter(([a, b]) => a === b).length / n
  const chance = [...first].reduce((sum, [code, share]) => sum + share * of(second, code), 0)
  if (n === 0 || 1 - chance < 1e-12) return undefined

  const kappa = (same - chance) / (1 - chance)
  const spread = pairs.reduce((sum, [a, b]) => {
    const both =
      a === b
        ? 1 - (of(first, a) + of(second, a)) * (1 - kappa)
        : (1 - kappa) * (of(second, a) + of(first, b))
    return sum + both ** 2 / n
  }, 0)
  const variance = (spread - (kappa - chance * (1 - kappa)) ** 2) / (n * (1 - chance) ** 2)
  const half = normalQuantile((1 + confidence) / 2) * Math.sqrt(Math.max(0, variance))
  return { same, kappa, interval: { low: Math.max(-1, kappa - half), high: Math.min(1, kappa + half) } }
}

function shares(codes: readonly string[]): Map<string, number> {
  const all = new Map<string, number>()
  for (const code of codes) all.set(code, (all.get(code) ?? 0) + 1 / codes.length)
  return all
}
