import type { Draws } from "./draws.ts"
import { isPanel, type Rows } from "./rows.ts"

const [fewest, most] = [9_999, 199_999]
const chunk = 1024

/** How many orders are drawn, and after how many that are as extreme no more are. */
export interface Effort {
  replicates: number
  enough: number
}

/**
 * For a family of so many tests: enough orders that a pair which none of them reaches is found among all tests by Holm,
 * 1/(B + 1) < .05/tests (up to 10,000 tests; of more, none is found of 200 units or fewer). In small families p is
 * known more closely than a large one needs it.
 */
export function effortFor(tests: number): Effort {
  return {
    replicates: Math.min(most, Math.max(fewest, 20 * tests)),
    enough: Math.max(50, Math.min(2500, Math.floor(5000 / tests))),
  }
}

/**
 * Two-sided p of a link by giving each unit's whole series of the KPI to another unit, at random. Stopped early, p is
 * the share of the orders that were as extreme (Besag & Clifford 1991, Biometrika 78); else (1 + extreme)/(drawn + 1).
 * Both are valid p values however many orders are drawn, and never 0.
 *
 * One wave: |sum of x y|, that is |r|. Several: the sum over units and waves of x y, both sides from the mean of their
 * wave, so that what all units share over time is in no order's favour (the mean of the orders is 0). Units that lack
 * waves coincide less with a strange series than with their own, and the sum would vary less for orders than for the
 * truth; so it is divided by the root of what it varies by given who has which waves (expectedSquares). Where all units
 * have all waves that is the same for every order.
 */
export function permuted(
  rows: Rows,
  x: Float64Array,
  y: Float64Array,
  draws: Draws,
  { replicates, enough }: Effort,
): number {
  const extreme = isPanel(rows) ? panelExtreme(rows, x, y) : waveExtreme(rows, x, y)
  const { units } = rows
  let reached = 0
  for (let drawn = 0; drawn < replicates; ) {
    const until = Math.min(drawn + chunk, replicates)
    const orders = draws.upTo(until)
    while (drawn < until) {
      if (extreme(orders, drawn * units)) reached++
      drawn++
      if (reached === enough) return reached / drawn
    }
  }
  return (1 + reached) / (replicates + 1)
}

/** Is the order that begins at `from` at least as extreme as what was observed? */
type Extreme = (orders: Uint8Array, from: number) => boolean

/** Orders that give the same differ in their last bits. */
const slack = 1 - 1e-10

function waveExtreme(rows: Rows, x: Float64Array, y: Float64Array): Extreme {
  const { units } = rows
  // One row a unit, in the order of the units.
  let observed = 0
  for (let at = 0; at < units; at++) observed += (x[at] as number) * (y[at] as number)
  const least = Math.abs(observed) * slack
  return (orders, from) => {
    let sum = 0
    for (let at = 0; at < units; at++) sum += (x[at] as number) * (y[orders[from + at] as number] as number)
    return Math.abs(sum) >= least
  }
}

function panelExtreme(rows: Rows, x: Float64Array, y: Float64Array): Extreme {
  const { units } = rows
  // By unit and unit what the one's x and the other's y would add, and what that varies by.
  const products = new Float64Array(units * units)
  eachWave(rows, (mine, other) => {
    const cell = (rows.unit[mine] as number) * units + (rows.unit[other] as number)
    products[cell] = (products[cell] as number) + (x[mine] as number) * (y[other] as number)
  })
  const expected = expectedSquares(rows, x, y)
  const scaled = (orders: Uint8Array | null, from: number) => {
    let [sum, squares] = [0, 0]
    for (let at = 0; at < units; at++) {
      const cell = at * units + (orders === null ? at : (orders[from + at] as number))
      sum += products[cell] as number
      squares += expected[cell] as number
    }
    return squares === 0 ? 0 : (sum * sum) / squares
  }
  const least = scaled(null, 0) * slack
  return (orders, from) => scaled(orders, from) >= least
}

/** Any two rows of the same wave. */
function eachWave(rows: Rows, look: (mine: number, other: number) => void): void {
  for (let wave = 1; wave < rows.waves.length; wave++) {
    const [from, to] = [rows.waves[wave - 1] as number, rows.waves[wave] as number]
    for (let mine = from; mine < to; mine++) for (let other = from; other < to; other++) look(mine, other)
  }
}

/**
 * By unit and unit the variance of the sum over their common waves of x y, were both sides unrelated: the sum over pairs
 * of these waves of the covariance of x between the two times that of y, both over all units that have the two waves.
 */
function expectedSquares(rows: Rows, x: Float64Array, y: Float64Array): Float64Array {
  const { units } = rows
  const waves = rows.waves.length - 1
  const rowOf = new Int32Array(units * waves).fill(-1)
  for (let wave = 0; wave < waves; wave++)
    for (let row = rows.waves[wave] as number; row < (rows.waves[wave + 1] as number); row++)
      rowOf[(rows.unit[row] as number) * waves + wave] = row
  const both = new Float64Array(waves * waves)
  for (let one = 0; one < waves; one++)
    for (let two = 0; two <= one; two++) {
      let [n, ofX, ofY] = [0, 0, 0]
      for (let unit = 0; unit < units; unit++) {
        const [a, b] = [rowOf[unit * waves + one] as number, rowOf[unit * waves + two] as number]
        if (a < 0 || b < 0) continue
        n++
        ofX += (x[a] as number) * (x[b] as number)
        ofY += (y[a] as number) * (y[b] as number)
      }
      both[one * waves + two] = n === 0 ? 0 : (ofX / n) * (ofY / n)
      both[two * waves + one] = both[one * waves + two] as number
    }
  // Units with the same waves are alike: worked out once for each two kinds of them.
  const kinds = new Map<string, number>()
  const masks: number[][] = []
  const kindOf = Int32Array.from({ length: units }, (_, unit) => {
    const mask = Array.from({ length: waves }, (_, wave) => wave).filter(
      (wave) => (rowOf[unit * waves + wave] as number) >= 0,
    )
    const key = mask.join()
    const known = kinds.get(key) ?? masks.push(mask) - 1
    kinds.set(key, known)
    return known
  })
  const ofKinds = masks.map((mine) => masks.map((other) => commonVariance(both, waves, mine, other)))
  const expected = new Float64Array(units * units)
  for (let mine = 0; mine < units; mine++)
    for (let other = 0; other < units; other++)
      expected[mine * units + other] = ofKinds[kindOf[mine] as number]?.[kindOf[other] as number] as number
  return expected
}

function commonVariance(both: Float64Array, waves: number, mine: number[], other: number[]): number {
  const common = mine.filter((wave) => other.includes(wave))
  let [alone, all] = [0, 0]
  for (const one of common)
    for (const two of common) {
      const covariance = both[one * waves + two] as number
      all += covariance
      if (one === two) alone += covariance
    }
  // Covariances over different units need not fit one another: a sum of several waves varies, whatever they say.
  return Math.max(all, alone / 4)
}
