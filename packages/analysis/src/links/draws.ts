import { seeded, shuffle } from "../random.ts"

/** Orders of units, drawn once and looked at by every pair of as many units. */
export interface Draws {
  /** All orders drawn so far, one behind the other, up to that of the number given. */
  upTo(draws: number): Uint8Array
}

/** Units fit into a byte. */
export const mostPermuted = 200

export function drawsOf(units: number, seed: number): Draws {
  // Another stream for each number of units.
  const random = seeded((seed ^ Math.imul(units, 0x9e3779b1)) >>> 0)
  const order = Uint8Array.from({ length: units }, (_, unit) => unit)
  let table = new Uint8Array(0)
  let drawn = 0
  return {
    upTo(draws) {
      if (draws * units > table.length) {
        const larger = new Uint8Array(Math.max(draws, 1024, (2 * table.length) / units) * units)
        larger.set(table)
        table = larger
      }
      for (; drawn < draws; drawn++) {
        shuffle(order, random)
        table.set(order, drawn * units)
      }
      return table
    },
  }
}
