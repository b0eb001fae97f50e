import { half, isHandedDown, listMeasures, type Measure } from "../measures.ts"
import type { AnalysisInput } from "../release.ts"
import { personScores } from "../stats/person-scores.ts"

/** What the survey is about, if it asks that. */
const PRIMARY = "message"

/** A measure that is searched for breaks, with a score by respondent, NaN = none. */
export interface Judged {
  measure: Measure
  primary: boolean
  scores: Float64Array
}

/**
 * The primary measure first: the composite "message", else the first composite. Then every other composite and every
 * construct of which at least half of the respondents have a score; what only leaders were asked has no tree below it.
 */
export function judgedMeasures({ measures, observations }: AnalysisInput): Judged[] {
  const scored = listMeasures(measures, observations)
    .filter((measure) => isHandedDown(measure) && measure.asked)
    .map((measure) => ({ measure, scores: scoresOf(measure) }))
    .filter(({ scores }) => 2 * scores.filter((score) => !Number.isNaN(score)).length >= scores.length)
  const composites = scored.filter(({ measure }) => measure.kind === "composite")
  const primary = composites.find(({ measure }) => measure.id === PRIMARY) ?? composites[0]
  return scored
    .map((one) => ({ ...one, primary: one === primary }))
    .sort((a, b) => Number(b.primary) - Number(a.primary))
}

/** By respondent, as tally.ts adds them up: of a composite the mean of the constructs, if half of them have a score. */
function scoresOf({ constructs, needed }: Measure): Float64Array {
  const each = constructs.map((columns, at) => {
    const answered = columns.map((column) =>
      Float64Array.from(column, (answer) => (answer > 0 ? answer : -1)),
    )
    return answered.length === 0 ? undefined : personScores(answered, needed[at] as number)
  })
  const there = each.filter((scores) => scores !== undefined)
  return personScores(there, half(constructs.length))
}
