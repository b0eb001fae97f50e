import { half, type Measure } from "./measures.ts"

type Scored = Pick<Measure, "id" | "kind" | "constructs" | "needed">

/**
 * Everything the release needs to know of a measure, per atom. All entries are whole numbers, so the tally of a
 * group is the sum over its atoms, exact and the same in whatever order respondents or atoms come.
 */
export interface Tally {
  /** A person's score and shares are counted in units of 1/unit. */
  unit: number
  /** Persons with a score. */
  persons: Float64Array
  /** Per atom and answer 1..5: persons' shares of their answers that were this answer, summed, in 1/unit. */
  options: Float64Array
  /** Squares of persons' (score - 3), summed, in 1/unit². */
  squares: Float64Array
  /** Answers given, "cannot say" among them. */
  given: Float64Array
  cannotSay: Float64Array
  /**
   * Persons by how many members they have: answered items of a construct or item, scored constructs of a composite.
   * Entry atom x (members + 1) + count. Who misses a member is what telling a measure beside its members could expose.
   */
  held: Float64Array
  members: number
}

/**
 * Reads the answers once. A person's share of an answer is taken over the answered items of a construct if at
 * least half of its items are answered (Newman 2014, Organizational Research Methods 17), then averaged over the
 * constructs of a composite if at least half of those have a score. The score is the mean answer: sum of
 * answer x share. "Cannot say" counts as not answered, and is counted for itself.
 */
export function tally(measure: Scored, atom: Int32Array, atoms: number): Tally {
  const item = measure.kind === "item" ? measure.constructs[0]?.[0] : undefined
  return item ? tallyItem(item, atom, atoms) : tallyScores(measure, atom, atoms)
}

/** An item needs no shares: its answers are counted. Most columns are items, so this is where the time goes. */
function tallyItem(column: Int8Array, atom: Int32Array, atoms: number): Tally {
  const counts = new Float64Array(atoms * 7) // answers -1, 0, 1..5 at 0..6
  for (let person = 0; person < atom.length; person++) {
    const at = (atom[person] as number) * 7 + (column[person] as number) + 1
    counts[at] = (counts[at] as number) + 1
  }
  const result = emptyTally(1, atoms, 1)
  for (let at = 0; at < atoms; at++) {
    const cannotSay = counts[at * 7 + 1] as number
    let answered = 0
    let squares = 0
    for (let option = 0; option < 5; option++) {
      const count = counts[at * 7 + 2 + option] as number
      result.options[at * 5 + option] = count
      answered += count
      squares += count * (option - 2) ** 2
    }
    result.persons[at] = answered
    result.squares[at] = squares
    result.cannotSay[at] = cannotSay
    result.given[at] = answered + cannotSay
    result.held[at * 2] = (counts[at * 7] as number) + cannotSay
    result.held[at * 2 + 1] = answered
  }
  return result
}

/** Where answers -1, 0, 1..5 are counted in one number, five bits each: no branch per answer, four times faster. */
const packing = Int32Array.of(0, 1, 1 << 5, 1 << 10, 1 << 15, 1 << 20, 1 << 25)

function tallyScores({ constructs, needed, ...measure }: Scored, atom: Int32Array, atoms: number): Tally {
  const unit = unitFor({ constructs, needed, ...measure })
  const composite = measure.kind === "composite"
  const members = composite ? constructs.length : (constructs[0]?.length ?? 0)
  const { persons, options, squares, given, cannotSay, held } = emptyTally(unit, atoms, members)
  const scoresNeeded = half(constructs.length)
  const weights = Float64Array.from({ length: 32 }, (_, answered) => unit / Math.max(1, answered))

  for (let person = 0; person < atom.length; person++) {
    const at = atom[person] as number
    let scores = 0
    let any = 0
    let [share1, share2, share3, share4, share5] = [0, 0, 0, 0, 0]
    for (let index = 0; index < constructs.length; index++) {
      const columns = constructs[index] as Int8Array[]
      let packed = 0
      for (let item = 0; item < columns.length; item++) {
        packed += packing[((columns[item] as Int8Array)[person] as number) + 1] as number
      }
      const unable = packed & 31
      const count1 = (packed >> 5) & 31
      const count2 = (packed >> 10) & 31
      const count3 = (packed >> 15) & 31
      const count4 = (packed >> 20) & 31
      const count5 = (packed >> 25) & 31
      const answered = count1 + count2 + count3 + count4 + count5
      any += answered
      given[at] = (given[at] as number) + answered + unable
      cannotSay[at] = (cannotSay[at] as number) + unable
      if (answered === 0 || answered < (needed[index] as number)) continue
      const weight = weights[answered] as number
      scores++
      share1 += count1 * weight
      share2 += count2 * weight
      share3 += count3 * weight
      share4 += count4 * weight
      share5 += count5 * weight
    }
    const has = at * (members + 1) + (composite ? scores : any)
    held[has] = (held[has] as number) + 1
    if (scores === 0 || scores < scoresNeeded) continue
    const scale = 1 / scores
    const whole1 = Math.round(share1 * scale)
    const whole2 = Math.round(share2 * scale)
    const whole3 = Math.round(share3 * scale)
    const whole4 = Math.round(share4 * scale)
    const whole5 = Math.round(share5 * scale)
    const deviation = 2 * (whole5 - whole1) + whole4 - whole2
    const first = at * 5
    options[first] = (options[first] as number) + whole1
    options[first + 1] = (options[first + 1] as number) + whole2
    options[first + 2] = (options[first + 2] as number) + whole3
    options[first + 3] = (options[first + 3] as number) + whole4
    options[first + 4] = (options[first + 4] as number) + whole5
    persons[at] = (persons[at] as number) + 1
    squares[at] = (squares[at] as number) + deviation * deviation
  }
  return { unit, persons, options, squares, given, cannotSay, held, members }
}

function emptyTally(unit: number, atoms: number, members: number): Tally {
  return {
    unit,
    persons: new Float64Array(atoms),
    options: new Float64Array(atoms * 5),
    squares: new Float64Array(atoms),
    given: new Float64Array(atoms),
    cannotSay: new Float64Array(atoms),
    held: new Float64Array(atoms * (members + 1)),
    members,
  }
}

/**
 * The smallest unit in which every person's shares are whole: 1 for an item, 12 for four items, 72 for three
 * constructs of four. Held at 27,720 = lcm(1..12), so that squares of millions of people stay below 2^53; beyond
 * it (constructs of more than 12 items) a person's share is rounded to 1/27,720.
 */
function unitFor(measure: Scored): number {
  const items = Math.max(1, ...measure.constructs.map((columns) => columns.length))
  const unit = leastCommonMultiple(items) * leastCommonMultiple(measure.constructs.length)
  return Math.min(unit, 27_720)
}

/** Least common multiple of 1..count. */
export function leastCommonMultiple(count: number): number {
  let multiple = 1
  for (let factor = 2; factor <= count; factor++) {
    let [a, b] = [multiple, factor]
    while (b > 0) [a, b] = [b, a % b]
    multiple *= factor / a
  }
  return multiple
}
