import type { LinkConstruct, LinkInput, LinkKpi } from "../../packages/analysis/src/index.ts"
import { normalFrom, seeded } from "../../packages/analysis/src/random.ts"
import { toOneDecimal } from "../../packages/analysis/src/round.ts"

/** A made-up organization: what is true of it, and what makes its figures hard. */
export interface LinkWorld {
  units: number
  /** Surveys, each in the period of its KPI values and two periods apart. */
  waves: number
  constructs: number
  kpis: number
  lags: number[]
  /** Correlation of the first construct with the first KPI at lag 0; all else is independent of it. */
  r: number
  /** Every second KPI is skewed, like sales: the exponential of a normal number. */
  skewed: boolean
  /** All units' scores and KPIs rise with time. */
  trend: boolean
  /** Some units join late, and one value in twelve is missing. */
  gaps: boolean
}

const skewedBy = 0.8
/** What is kept of a unit's departure from one period to the next. */
const kept = 0.8

/** What the correlation with a skewed KPI truly is. */
export function skewedTruth(r: number): number {
  return (r * skewedBy) / Math.sqrt(Math.exp(skewedBy ** 2) - 1)
}

export function linkOrganization(world: LinkWorld, seed: number): LinkInput {
  const random = seeded(seed)
  const normal = normalFrom(random)
  const { units, waves } = world
  const periods = 2 * waves + 1
  const at = Array.from({ length: waves }, (_, wave) => 2 * wave + 1)
  /** By period and unit, autocorrelated, of mean 0 and variance 1. */
  const process = () => {
    const series = [Float64Array.from({ length: units }, normal)]
    while (series.length < periods) {
      const before = series.at(-1) as Float64Array
      series.push(before.map((value) => kept * value + Math.sqrt(1 - kept ** 2) * normal()))
    }
    return series
  }
  const blend = (a: Float64Array[], b: Float64Array[], share: number) =>
    a.map((of, period) =>
      of.map((value, unit) => share * value + Math.sqrt(1 - share ** 2) * (b[period]?.[unit] as number)),
    )
  const rise = (period: number) => (world.trend ? 0.4 * period : 0)
  const joined = Int32Array.from({ length: units }, () =>
    world.gaps && random() < 0.2 ? Math.floor(random() * periods) : 0,
  )
  const there = (unit: number, period: number) =>
    !world.gaps || (period >= (joined[unit] as number) && random() >= 1 / 12)
  const told = (series: Float64Array[], of: (value: number, period: number) => number) =>
    series.map((values, period) =>
      values.map((value, unit) => (there(unit, period) ? of(value + rise(period), period) : Number.NaN)),
    )

  const common = process()
  const first = process()
  const sizes = at.map(() => Float64Array.from({ length: units }, () => 8 + Math.floor(60 * random() ** 2)))
  const constructs = Array.from({ length: world.constructs }, (_, number): LinkConstruct => {
    const series = number === 0 ? first : blend(blend(first, common, 0.5), process(), 0.8)
    // As a release tells them: 0 to 100 with one decimal.
    const scores = told(series, (value) => toOneDecimal(Math.max(0, Math.min(100, 62 + 9 * value))))
    const name = `construct ${number}`
    return {
      id: name,
      name,
      waves: at.map((period) => scores[period] as Float64Array),
      sizes,
      reliability: 0.8,
    }
  })
  const kpis = Array.from({ length: world.kpis }, (_, number): LinkKpi => {
    const series = number === 0 ? blend(first, process(), world.r) : process()
    const isSkewed = world.skewed && number % 2 === 0
    const name = `KPI ${number}`
    return {
      ...{ id: name, name, direction: "higher", at },
      periods: told(series, (value) => (isSkewed ? 100 * Math.exp(skewedBy * value) : 50 + 7 * value)),
    }
  })
  return { units, constructs, kpis, lags: world.lags, seed }
}
