import type { Measure } from "../measures.ts"
import { averageDeviation } from "../stats/average-deviation.ts"
import { moments } from "../stats/moments.ts"

/**
 * Of a measure's items, the people who answered every one of them: whole numbers, so that those of a group are the sums
 * over its atoms, whatever the order of people.
 */
export interface CompleteRows {
  items: number
  /** By atom: people who answered every item, and people who answered any. */
  complete: Float64Array
  any: Float64Array
  /** Complete people by answer 1 to 5: entry (atom x items + item) x 5 + answer - 1. */
  counts: Float64Array
}

/** One pass over the columns. A composite has the items of all its constructs. */
export function completeRows({ constructs }: Measure, atom: Int32Array, atoms: number): CompleteRows {
  const columns = constructs.flat()
  const items = columns.length
  const complete = new Float64Array(atoms)
  const any = new Float64Array(atoms)
  const counts = new Float64Array(atoms * items * 5)
  for (let person = 0; person < atom.length; person++) {
    let answered = 0
    for (let item = 0; item < items; item++) {
      if (((columns[item] as Int8Array)[person] as number) > 0) answered++
    }
    if (answered === 0) continue
    const at = atom[person] as number
    any[at] = (any[at] as number) + 1
    if (answered < items) continue
    complete[at] = (complete[at] as number) + 1
    for (let item = 0; item < items; item++) {
      const entry = (at * items + item) * 5 + ((columns[item] as Int8Array)[person] as number) - 1
      counts[entry] = (counts[entry] as number) + 1
    }
  }
  return { items, complete, any, counts }
}

/**
 * Of the people of these atoms who answered every item: how many, the mean over items of the variance (n - 1) of the answers
 * and of their mean distance from the item's mean. Both 0 below two people.
 */
export function spreadIn({ items, complete, counts }: CompleteRows, atoms: readonly number[]) {
  const n = atoms.reduce((sum, atom) => sum + (complete[atom] as number), 0)
  const options = new Float64Array(5)
  let [variance, away] = [0, 0]
  for (let item = 0; item < items; item++) {
    options.fill(0)
    for (const atom of atoms) {
      const first = (atom * items + item) * 5
      for (let answer = 0; answer < 5; answer++) {
        options[answer] = (options[answer] as number) + (counts[first + answer] as number)
      }
    }
    const [ones, twos, , fours, fives] = options as unknown as [number, number, number, number, number]
    const spread = moments(n, 2 * (fives - ones) + fours - twos, 4 * (fives + ones) + fours + twos, 1)
    variance += (spread?.variance ?? 0) / items
    away += (averageDeviation(scale, "mean", options) ?? 0) / items
  }
  return { n, variance, away }
}

const scale = [1, 2, 3, 4, 5]
