import { seeded, shuffle } from "../random.ts"

/** Up to so many different orders all are gone through; of more, so many are drawn. */
const enumerable = 5040
const drawn = 9999

/**
 * Kendall's S, pairs in the same order less pairs in opposite order; of pairs tied on a side nothing is counted. What
 * tau-b is made of.
 */
export function kendallS(x: ArrayLike<number>, y: ArrayLike<number>): number {
  let s = 0
  for (let i = 1; i < x.length; i++) {
    for (let j = 0; j < i; j++) {
      s += Math.sign((x[i] as number) - (x[j] as number)) * Math.sign((y[i] as number) - (y[j] as number))
    }
  }
  return s
}

/**
 * The S that the order of `x` reaches with that of `y` when either is put in random order, ties and all, in ascending
 * order: every order of `y` that differs, or, of more than 5,040, 9,999 drawn ones.
 */
export function kendallNull(x: ArrayLike<number>, y: ArrayLike<number>, seed: number): number[] {
  const order = Array.from(y).sort((a, b) => a - b)
  const reached: number[] = []
  do reached.push(kendallS(x, order))
  while (reached.length <= enumerable && toNext(order))
  if (reached.length > enumerable) {
    reached.length = 0
    const random = seeded(seed)
    while (reached.length < drawn) {
      shuffle(order, random)
      reached.push(kendallS(x, order))
    }
  }
  return reached.sort((a, b) => a - b)
}

/** The smallest S that no more than a share `level` of random orders reach; undefined: even the best one is no rarer. */
export function criticalS(sorted: readonly number[], level: number): number | undefined {
  // From the end: how many may lie there.
  const may = Math.floor(level * sorted.length + 1e-9)
  const below = sorted.at(-may - 1)
  return may === 0 || below === undefined ? undefined : sorted.slice(-may).find((s) => s > below)
}

/** The next order of the entries in the order of a dictionary, each different one once; false after the last (Pandita). */
function toNext(entries: number[]): boolean {
  const at = (index: number) => entries[index] as number
  const swap = (a: number, b: number) => {
    const held = at(a)
    entries[a] = at(b)
    entries[b] = held
  }
  let rise = entries.length - 2
  while (rise >= 0 && at(rise) >= at(rise + 1)) rise--
  if (rise < 0) return false
  let larger = entries.length - 1
  while (at(larger) <= at(rise)) larger--
  swap(rise, larger)
  for (let [from, to] = [rise + 1, entries.length - 1]; from < to; from++, to--) swap(from, to)
  return true
}
