/** Told shares are rounded to steps of five percent: within a step of this width anything may have been. */
export const step = 0.05

/** Variance of what rounding to such steps takes away, as if spread evenly. */
export const stepVariance = step ** 2 / 12

/** What a told share stands for, 0 to 1; the ends are told for all that lies beyond. */
export function toldRange(percent: number): [low: number, high: number] {
  const [low, high] = [percent / 100 - step / 2, percent / 100 + step / 2]
  return [percent <= 5 ? 0 : low, percent >= 95 ? 1 : high]
}
