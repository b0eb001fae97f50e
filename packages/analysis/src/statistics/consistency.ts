import type { Measure } from "../measures.ts"
import { toTwoDecimals } from "../round.ts"
import { alphaInterval, cronbachAlpha } from "../stats/cronbach-alpha.ts"
import { omegaTotal } from "../stats/omega-total.ts"
import { leastCommonMultiple } from "../tally.ts"
import type { MeasureStatistics } from "./types.ts"

/** Fewer people say nothing of a questionnaire, and what they say could be the doing of one of them. */
export const leastPeople = 50

/**
 * Do the parts of a measure hang together? Alpha and omega over the people of the whole organization who have all parts:
 * the items of a construct; the constructs of a composite, whose score is the mean of theirs. Two decimals. The interval
 * is Feldt's of the alpha that is told, so it says nothing more than n.
 */
export function consistency(measure: Measure): Pick<MeasureStatistics, "alpha" | "omega"> {
  const { n, matrix } = measure.kind === "composite" ? ofScores(measure) : ofItems(measure)
  if (n < leastPeople || matrix.length < 2) return { alpha: null, omega: null }
  const exact = cronbachAlpha(matrix)?.alpha
  const omega = omegaTotal(matrix)?.omega
  return {
    alpha: exact === undefined ? null : told(toTwoDecimals(exact), n, matrix.length),
    omega: omega === undefined ? null : toTwoDecimals(omega),
  }
}

function told(value: number, n: number, parts: number): MeasureStatistics["alpha"] {
  const interval = alphaInterval(value, n, parts)
  return interval === undefined
    ? null
    : { value, low: toTwoDecimals(interval.low), high: toTwoDecimals(interval.high) }
}

function ofItems({ constructs: [columns = []] }: Measure) {
  return covariances(columns[0]?.length ?? 0, columns.length, 1, (person, row) => {
    for (let item = 0; item < columns.length; item++) {
      const answer = (columns[item] as Int8Array)[person] as number
      if (answer <= 0) return false
      row[item] = answer - 3
    }
    return true
  })
}

function ofScores({ constructs, needed }: Measure) {
  const unit = Math.min(27_720, leastCommonMultiple(Math.max(1, ...constructs.map(({ length }) => length))))
  const people = constructs.flat()[0]?.length ?? 0
  return covariances(people, constructs.length, unit, (person, row) => {
    for (let construct = 0; construct < constructs.length; construct++) {
      const columns = constructs[construct] as Int8Array[]
      let [answered, sum] = [0, 0]
      for (let item = 0; item < columns.length; item++) {
        const answer = (columns[item] as Int8Array)[person] as number
        if (answer <= 0) continue
        answered++
        sum += answer - 3
      }
      if (answered === 0 || answered < (needed[construct] as number)) return false
      row[construct] = Math.round((sum * unit) / answered)
    }
    return true
  })
}

/**
 * Covariances (n - 1) of values that are whole numbers in 1/unit: sums of products below 2^53 are exact, so that the order
 * of people cannot change a digit. `read` fills in a person's row and says whether nothing is missing from it.
 */
function covariances(
  people: number,
  parts: number,
  unit: number,
  read: (person: number, row: Float64Array) => boolean,
): { n: number; matrix: number[][] } {
  const row = new Float64Array(parts)
  const sums = new Float64Array(parts)
  const products = new Float64Array(parts * parts)
  let n = 0
  for (let person = 0; person < people; person++) {
    if (!read(person, row)) continue
    n++
    for (let i = 0; i < parts; i++) {
      const value = row[i] as number
      sums[i] = (sums[i] as number) + value
      for (let j = 0; j <= i; j++) {
        products[i * parts + j] = (products[i * parts + j] as number) + value * (row[j] as number)
      }
    }
  }
  const covariance = (i: number, j: number) =>
    ((products[Math.max(i, j) * parts + Math.min(i, j)] as number) -
      ((sums[i] as number) * (sums[j] as number)) / n) /
    (n - 1) /
    (unit * unit)
  const each = Array.from({ length: parts }, (_, part) => part)
  return { n, matrix: each.map((i) => each.map((j) => covariance(i, j))) }
}
