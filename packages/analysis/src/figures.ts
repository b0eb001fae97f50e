import { type Moments, moments } from "./stats/moments.ts"
import type { Tally } from "./tally.ts"

/** The exact figures of one measure in one group. They never leave the analysis: the release holds only what disclose.ts makes of them. */
export interface Figures {
  /** Persons with a score. */
  n: number
  /** Mean over persons of their share of answers 1..5; they add up to 1. */
  shares: [number, number, number, number, number]
  moments: Moments
  /** Share of the answers given that were "cannot say". */
  cannotSay: number
}

/** Figures of a union of atoms, null if nobody in it has a score. */
export function figuresOf(tally: Tally, atoms: readonly number[]): Figures | null {
  const { unit, persons, options, squares, given, cannotSay } = tally
  const sums: [number, number, number, number, number] = [0, 0, 0, 0, 0]
  let [n, squared, answers, unable] = [0, 0, 0, 0]
  for (const atom of atoms) {
    n += persons[atom] as number
    squared += squares[atom] as number
    answers += given[atom] as number
    unable += cannotSay[atom] as number
    for (let option = 0; option < 5; option++) {
      sums[option] = (sums[option] as number) + (options[atom * 5 + option] as number)
    }
  }
  // Persons' score - 3: twice the fives less the ones, and so on.
  const centred = moments(n, 2 * (sums[4] - sums[0]) + sums[3] - sums[1], squared, unit)
  if (centred === null) return null
  const total = sums[0] + sums[1] + sums[2] + sums[3] + sums[4]
  return {
    n,
    shares: [sums[0] / total, sums[1] / total, sums[2] / total, sums[3] / total, sums[4] / total],
    moments: { ...centred, mean: centred.mean + 3 },
    cannotSay: unable / answers,
  }
}
