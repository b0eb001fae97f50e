import { median } from "./median.ts"

/**
 * Average deviation: how far people's answers lie on average from their mean or median, in points of the scale (Burke,
 * Finkelstein & Dusig 1999, Organizational Research Methods 2). It needs no null. With A answers, AD up to A/6 is
 * agreement (Burke & Dunlap 2002, Organizational Research Methods 5): .83 for five.
 * `counts` says how often each value was given; without it once each. undefined without values.
 */
export function averageDeviation(
  values: ArrayLike<number>,
  about: "mean" | "median",
  counts?: ArrayLike<number>,
): number | undefined {
  const count = (at: number) => counts?.[at] ?? 1
  let [n, sum] = [0, 0]
  for (let at = 0; at < values.length; at++) {
    n += count(at)
    sum += count(at) * (values[at] as number)
  }
  const centre = about === "mean" ? sum / n : median(values, counts)
  if (n === 0 || centre === undefined) return undefined
  let away = 0
  for (let at = 0; at < values.length; at++) away += count(at) * Math.abs((values[at] as number) - centre)
  return away / n
}
