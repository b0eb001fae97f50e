import fc from "fast-check"
import { expect, test } from "vitest"
import { disclose } from "./disclose.ts"
import { leastVariance, spreadOut } from "./least-spread.ts"
import { studentQuantile } from "./stats/student-t.ts"

/** Everybody gave one statement a 4 and the other a 2. */
const ofOneMind = (n: number, variance: number) => ({
  n,
  shares: [0, 0.5, 0, 0.5, 0] as [number, number, number, number, number],
  moments: { n, mean: 3, variance },
  cannotSay: 0,
})

test("ten people of one mind: four of them may still be anywhere within a point", () => {
  const allowed = { asked: true, cell: true, distribution: true }
  const { cell } = disclose(ofOneMind(10, 0), "construct", 20, 5, allowed)
  // s² = 4·10/(4·9·6) = 0.185, SE = sqrt(.185/10·(1 - 10/20)) = 0.096, t(.975, 9) = 2.262 → -+ 0.218
  expect(cell).toMatchObject({ interval: { low: 2.8, high: 3.2 } })
  // Told as it is, it would be 2.9 to 3.1.
  expect(spreadOut({ n: 10, mean: 3, variance: 0 }, 5)?.variance).toBeCloseTo(0.1852, 4)
})

test("of any size, what the ends of an interval say of the spread leaves k - 1 people a point of the scale", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 5, max: 12 }),
      fc.integer({ min: 0, max: 400 }),
      fc.integer({ min: 1, max: 300 }),
      fc.double({ min: 0, max: 2, noNaN: true }),
      (k, more, silent, variance) => {
        const n = Math.max(10, k) + more
        const allowed = { asked: true, cell: true, distribution: true }
        const { cell } = disclose(ofOneMind(n, variance), "construct", n + silent, k, allowed)
        if (cell.state !== "shown" || cell.interval === null) throw new Error("no interval")
        const half = (cell.interval.high - cell.interval.low) / 2 + 0.05
        const most = (half / studentQuantile(0.975, n - 1)) ** 2 * n * ((n + silent) / silent)
        const few = k - 1
        // All others make up for the few, who lie this far from the mean at most.
        const away = Math.sqrt((most * (n - 1) * (n - few)) / (few * n))
        expect(2 * away).toBeGreaterThan(1 - 1e-6)
      },
    ),
    { numRuns: 300 },
  )
})

test("a group of fewer than k has no spread that leaves anybody free", () => {
  expect(leastVariance(4, 5)).toBeUndefined()
  expect(spreadOut({ n: 4, mean: 3, variance: 1 }, 5)).toBeUndefined()
})
