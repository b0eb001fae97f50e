import { seeded, shuffle } from "../random.ts"
import { stepVariance } from "./told-shares.ts"

/** Options in the order in which a group chooses them. */
export interface Order {
  /** Told shares by option, percent. */
  shares: readonly number[]
  /** Who chose; null: an order that was set, not chosen. */
  n: number | null
}

/** By pair of options 1 where the first is chosen more often, -1 where less, 0 where they cannot be told apart. */
export type Pairs = Int8Array

/**
 * Which of two options is chosen more often, for every pair. Two options are told apart where their shares differ by more
 * than 1.96 standard errors: of people choosing at random, sqrt((p(1-p) + q(1-q))/n · M/(M-1)) with M options, and of
 * the rounding of both shares. An order that was set is sure.
 */
export function pairsOf({ shares, n }: Order): Pairs {
  const options = shares.length
  const of = (at: number) => (shares[at] as number) / 100
  const pairs: number[] = []
  for (let one = 1; one < options; one++) {
    for (let other = 0; other < one; other++) {
      const [p, q] = [of(one), of(other)]
      const chance = n === null ? 0 : ((p * (1 - p) + q * (1 - q)) / n) * (options / (options - 1))
      const error = n === null ? 0 : Math.sqrt(chance + 2 * stepVariance)
      pairs.push(Math.abs(p - q) > 1.96 * error ? Math.sign(p - q) : 0)
    }
  }
  return Int8Array.from(pairs)
}

/** Pairs in the same order less pairs in opposite order. */
export function inCommon(one: Pairs, other: Pairs): number {
  let sum = 0
  for (let at = 0; at < one.length; at++) sum += (one[at] as number) * (other[at] as number)
  return sum
}

/** Pairs that an order tells apart. */
export function apart(pairs: Pairs): number {
  return inCommon(pairs, pairs)
}

/**
 * Kendall's tau-b, with options that cannot be told apart as tied (Kendall 1945, Biometrika 33; as a coefficient of any such
 * scores: Daniels 1944, Biometrika 33). null: one of the orders tells nothing apart.
 */
export function tauB(one: Pairs, other: Pairs): number | null {
  const scale = Math.sqrt(apart(one) * apart(other))
  return scale === 0 ? null : inCommon(one, other) / scale
}

/** Up to so many different orders all are gone through; of more, so many are drawn. */
const enumerable = 5040
const drawn = 1999
/** The same figures give the same p whoever works it out. */
const seed = 1

/** An order with its shares dealt to the options in every different way, or, of more than 5,040 ways, in 1,999 drawn ones. */
export function dealtAnew({ shares, n }: Order): Pairs[] {
  const order = [...shares].sort((a, b) => a - b)
  const found: Pairs[] = []
  do found.push(pairsOf({ shares: order, n }))
  while (found.length <= enumerable && toNext(order))
  if (found.length <= enumerable) return found
  const random = seeded(seed)
  return Array.from({ length: drawn }, () => {
    shuffle(order, random)
    return pairsOf({ shares: order, n })
  })
}

/** What is in common so seldom by chance: the smallest number that no more than `level` of the dealt orders reach. */
export function rarelyInCommon(pairs: Pairs, dealt: readonly Pairs[], level = 0.04): number | undefined {
  const reached = dealt.map((one) => inCommon(pairs, one)).sort((a, b) => b - a)
  const most = Math.floor(level * reached.length + 1e-9)
  const next = reached[most]
  // Those as large as the next one are more than may be.
  return next === undefined ? undefined : reached.slice(0, most).findLast((one) => one > next)
}

/** The next order of the entries in that of a dictionary, each different one once; false after the last. */
function toNext(entries: number[]): boolean {
  const at = (index: number) => entries[index] as number
  const swap = (one: number, other: number) => {
    const held = at(one)
    entries[one] = at(other)
    entries[other] = held
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
