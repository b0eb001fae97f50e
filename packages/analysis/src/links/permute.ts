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
    enough: Math.max(50, Math.min(2500, Math.floor(25_000 / tests))),
  }
}

/**
 * Two-sided p of a link by giving each unit's whole series of the KPI to another unit, at random. Stopped early, p is
 * the share of the orders that were as extreme (Besag & Clifford 1991, Biometrika 78); else (1 + extreme)/(drawn + 1).
 * Both are valid p values however many orders are drawn, and never 0.
 *
 * One wave: |sum of x y|, that is |r|. Several: the sum over units of s = sum over waves of x y, both sides from the
 * mean of their wave, so that what all units share over time is in no order's favour (the mean of the orders is 0), and
 * divided by the root of the sum of s²: units that lack waves coincide less with a strange series than with their own,
 * and the sum alone would vary less for orders than it does for the truth (studentized as DiCiccio & Romano 2017,
 * Journal of the American Statistical Association 112).
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
  // By unit and unit what the one's x and the other's y would add.
  const products = new Float64Array(units * units)
  for (let wave = 1; wave < rows.waves.length; wave++) {
    const [from, to] = [rows.waves[wave - 1] as number, rows.waves[wave] as number]
    for (let mine = from; mine < to; mine++) {
      const line = (rows.unit[mine] as number) * units
      const score = x[mine] as number
      for (let other = from; other < to; other++) {
        const cell = line + (rows.unit[other] as number)
        products[cell] = (products[cell] as number) + score * (y[other] as number)
      }
    }
  }
  const studentized = (orders: Uint8Array | null, from: number) => {
    let [sum, squares] = [0, 0]
    for (let at = 0; at < units; at++) {
      const product = products[at * units + (orders === null ? at : (orders[from + at] as number))] as number
      sum += product
      squares += product * product
    }
    return squares === 0 ? 0 : (sum * sum) / squares
  }
  const least = studentized(null, 0) * slack
  return (orders, from) => studentized(orders, from) >= least
}
