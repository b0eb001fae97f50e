import { leastSquares } from "../stats/least-squares.ts"
import { type DriverRows, rowsWhere } from "./driver-rows.ts"
import { type Forecast, forecast, foretell } from "./forecast.ts"
import type { BackTest } from "./types.ts"

/**
 * Predictions a back-test must have. Of 20, intervals that hold 90% fall below 80% by chance in 4 of 100 cases, and
 * intervals that hold only 60% reach 80% in 5 of 100; of ten it would be 7 and 17.
 */
export const FEWEST_TRIED = 20
/** Known rows from which a past period is foretold: three coefficients, and some error to make an interval of. */
const KNOWN = 10
/** Past periods that are foretold, the newest: what is older says little of today, and days make thousands. */
const TRIED = 24

/**
 * Each of the newest past base periods foretold from what was known before it, that is from rows whose own outcome had come by then.
 * Where there are enough predictions from at least three known periods only they count: from fewer nobody can tell how
 * much periods differ, and to ask it would prefer pasts in which they happened not to.
 */
export function backTest(rows: DriverRows, horizon: number): BackTest | null {
  const rolled = [...new Set(rows.period)].slice(-TRIED).flatMap((base) =>
    tried(
      rows,
      (at) => (rows.period[at] as number) + horizon <= base,
      (at) => rows.period[at] === base,
    ),
  )
  const informed = rolled.filter(({ knowsPeriods }) => knowsPeriods)
  if (informed.length >= FEWEST_TRIED) return tell(informed)
  return rolled.length > 0 ? tell(rolled) : null
}

interface Scored {
  /** What the model is wrong by, "same as last period", and the model without the indicator. */
  model: number
  last: number
  without: number
  inside: boolean
  knowsPeriods: boolean
}

function tell(scored: readonly Scored[]): BackTest {
  const root = (value: (one: Scored) => number) =>
    Math.sqrt(scored.reduce((sum, one) => sum + value(one) ** 2, 0) / scored.length)
  return {
    ...{ of: scored.length, error: root(({ model }) => model), last: root(({ last }) => last) },
    without: root(({ without }) => without),
    covered: scored.filter(({ inside }) => inside).length,
  }
}

function tried(
  rows: DriverRows,
  isKnown: (at: number) => boolean,
  isAsked: (at: number) => boolean,
): Scored[] {
  const known = rowsWhere(rows, isKnown)
  if (known.unit.length < KNOWN) return []
  const made = forecast(known)
  const plain = leastSquares(known.next, [known.last])
  if (made === undefined || plain === undefined) return []
  const asked = rowsWhere(rows, isAsked)
  return Array.from(asked.next, (_, at) => score(made, plain.coefficients, asked, at))
}

function score(made: Forecast, plain: readonly number[], asked: DriverRows, at: number): Scored {
  const [before, next] = [asked.last[at] as number, asked.next[at] as number]
  const { expected, low, high } = foretell(made, asked.indicator[at] as number, before)
  const [constant, slope] = plain as [number, number]
  return {
    ...{ model: next - expected, last: next - before, without: next - constant - slope * before },
    inside: low <= next && next <= high,
    knowsPeriods: made.shocks !== undefined,
  }
}
