import { seeded, shuffle } from "../random.ts"
import { dot } from "./orthonormal.ts"
import { alignment, residuals, spanOf } from "./residuals.ts"

export interface PermutationOptions {
  seed: number
  /** Orders drawn when there are too many to go through: 9,999 unless told. */
  replicates?: number
  /** Taken out of both sides before anything is permuted. */
  controls?: readonly ArrayLike<number>[]
}

export interface PermutationTest {
  /** The correlation that was tested, partial when there are controls. */
  r: number
  /** Two-sided. */
  p: number
  /** Orders looked at, the one observed among them. */
  permutations: number
  /** All orders there are, or drawn ones. */
  exact: boolean
}

/** Up to so many rows all orders (40,320) are gone through. */
const enumerable = 8

/**
 * Permutation test of a correlation of whole units. Drawn: p = (1 + #{|r*| >= |r|}) / (B + 1) (Phipson & Smyth 2010,
 * Statistical Applications in Genetics and Molecular Biology 9, 39), never 0; up to 8 rows: share of all n! orders.
 * With controls by Freedman & Lane (1983, Journal of Business & Economic Statistics 1): the residuals of y on the
 * controls are permuted and put back, and r* is the partial correlation of the y made so, taken out anew.
 * For Spearman's give mid-ranks. undefined where the correlation is.
 */
export function permutationTest(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  { seed, replicates = 9999, controls = [] }: PermutationOptions,
): PermutationTest | undefined {
  const n = x.length
  const span = n - 2 - controls.length < 1 ? undefined : spanOf(n, controls)
  const ofX = span && residuals(x, span)
  const ofY = span && residuals(y, span)
  if (span === undefined || ofX === undefined || ofY === undefined) return undefined
  const r = alignment(ofX, ofY)
  // Orders that give the same r differ in its last bits.
  const least = Math.abs(r) - 1e-12
  let reached = 0
  const look = (order: Float64Array) => {
    // What the directions explain of the permuted residuals is taken out; x has nothing along them.
    const left = span.reduce((squares, along) => squares - dot(along, order) ** 2, ofY.squares)
    if (Math.abs(dot(ofX.values, order)) >= least * Math.sqrt(ofX.squares * left)) reached++
  }
  const order = Float64Array.from(ofY.values)
  if (n <= enumerable) {
    const permutations = everyOrder(order, look)
    return { r, p: reached / permutations, permutations, exact: true }
  }
  const random = seeded(seed)
  for (let drawn = 0; drawn < replicates; drawn++) {
    shuffle(order, random)
    look(order)
  }
  return { r, p: (1 + reached) / (replicates + 1), permutations: replicates + 1, exact: false }
}

/** Shows all orders of the entries, one exchange apart (Heap 1963, The Computer Journal 6), and counts them. */
function everyOrder(entries: Float64Array, look: (order: Float64Array) => void): number {
  const swap = (a: number, b: number) => {
    const held = entries[a] as number
    entries[a] = entries[b] as number
    entries[b] = held
  }
  const moved = new Array<number>(entries.length).fill(0)
  let count = 1
  look(entries)
  for (let at = 1; at < entries.length; ) {
    const times = moved[at] as number
    if (times < at) {
      swap(at % 2 === 0 ? 0 : times, at)
      look(entries)
      count++
      moved[at] = times + 1
      at = 1
    } else {
      moved[at] = 0
      at++
    }
  }
  return count
}
