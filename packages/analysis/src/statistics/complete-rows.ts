import type { Measure } from "../measures.ts"

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

/** People of these atoms who answered every item, and by item how often they gave each answer. */
export function completeIn({ items, complete, counts }: CompleteRows, atoms: readonly number[]) {
  const options = Array.from({ length: items }, () => new Float64Array(5))
  let n = 0
  for (const atom of atoms) {
    n += complete[atom] as number
    for (const [item, of] of options.entries()) {
      const first = (atom * items + item) * 5
      for (let answer = 0; answer < 5; answer++) {
        of[answer] = (of[answer] as number) + (counts[first + answer] as number)
      }
    }
  }
  return { n, options }
}
