import { studentQuantile } from "../stats/student-t.ts"
import { fewestUnits } from "./finding.ts"

export interface BandPoint {
  x: number
  y: number
  low: number
  high: number
}

/** Where the band is told, from the lowest score to the highest. */
const places = 25

/**
 * The line through the points by least squares, and where the line may lie: pointwise 95%, by leaving whole units out
 * in turn (the jackknife of clusters: Efron & Tibshirani 1993, An Introduction to the Bootstrap, 11; Bell & McCaffrey
 * 2002, Survey Methodology 28), so that a unit's periods count as one unit. Empty below ten units, or if x does not vary.
 */
export function linkBand(points: readonly { unit: number; x: number; y: number }[]): BandPoint[] {
  const units = [...new Set(points.map(({ unit }) => unit))]
  if (units.length < fewestUnits) return []
  // Around the middle, so that large figures keep their digits.
  const [middleX, middleY] = [mean(points.map(({ x }) => x)), mean(points.map(({ y }) => y))]
  const sums = new Map(units.map((unit) => [unit, new Float64Array(5)]))
  const all = new Float64Array(5)
  for (const { unit, x, y } of points) {
    const [a, b] = [x - middleX, y - middleY]
    for (const [at, part] of [1, a, b, a * a, a * b].entries()) {
      all[at] = (all[at] ?? 0) + part
      const own = sums.get(unit)
      if (own) own[at] = (own[at] ?? 0) + part
    }
  }
  const whole = line(all)
  const without = units.map((unit) => line(all.map((sum, at) => sum - (sums.get(unit)?.[at] ?? 0))))
  if (whole === null || !without.every((one) => one !== null)) return []
  const t = studentQuantile(0.975, units.length - 2)
  const from = points.reduce((least, { x }) => Math.min(least, x), Number.POSITIVE_INFINITY)
  const to = points.reduce((most, { x }) => Math.max(most, x), Number.NEGATIVE_INFINITY)
  return Array.from({ length: places }, (_, at) => {
    const x = from + ((to - from) * at) / (places - 1)
    const y = height(whole, x - middleX)
    const squares = without.reduce((sum, one) => sum + (height(one, x - middleX) - y) ** 2, 0)
    const reach = t * Math.sqrt(((units.length - 1) / units.length) * squares)
    return { x, y: y + middleY, low: y + middleY - reach, high: y + middleY + reach }
  })
}

interface Line {
  start: number
  slope: number
}

const height = ({ start, slope }: Line, x: number): number => start + slope * x

/** Out of n, Σx, Σy, Σx², Σxy; null: x does not vary. */
function line([n = 0, x = 0, y = 0, xx = 0, xy = 0]: Float64Array): Line | null {
  const spread = xx - (x * x) / n
  if (!(spread > 1e-12 * xx)) return null
  const slope = (xy - (x * y) / n) / spread
  return { start: (y - slope * x) / n, slope }
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length
