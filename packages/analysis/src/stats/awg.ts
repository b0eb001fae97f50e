import type { Moments } from "./moments.ts"

/**
 * Agreement within a group against the most that its answers could spread given their mean,
 * a_wg = 1 - 2 s² / (((H + L) M - M² - H L) k/(k-1)) for k people and answers from L to H (Brown & Hauenstein 2005,
 * Organizational Research Methods 8). Other than r_wg it is not forced up by a high mean.
 * undefined below two people and for a mean so near an end that the most is not reached:
 * outside (L(k-1) + H)/k to (H(k-1) + L)/k.
 */
export function awg({ n, mean, variance }: Moments, low: number, high: number): number | undefined {
  if (variance === null) return undefined
  // The bounds are means that people can have: rounding must not put such a mean outside.
  const rounding = 1e-12 * (high - low)
  if (mean < (low * (n - 1) + high) / n - rounding || mean > (high * (n - 1) + low) / n + rounding)
    return undefined
  const most = (((high + low) * mean - mean * mean - high * low) * n) / (n - 1)
  return 1 - (2 * variance) / most
}
