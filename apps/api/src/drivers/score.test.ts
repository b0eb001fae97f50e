import { expect, test } from "vitest"
import { scorePast } from "./score.ts"

const unit = (number: number, low: number, high: number) => ({
  ...{ unit: number, indicator: 1, last: 1, expected: (low + high) / 2, low, high, plan: 5, miss: 0.5 },
  extrapolated: false,
})
const made = (number: number, period: string, units: ReturnType<typeof unit>[]) => ({
  ...{ number, base: "2026-Q1", period, madeAt: `2026-04-0${number}T00:00:00.000Z`, units },
})

test("inside the interval is a hit, its ends too; what has not come is neither", () => {
  const came = (_: string, of: number) => [3, 7.01, undefined][of]
  const { past } = scorePast([made(1, "2026-Q2", [unit(0, 3, 7), unit(1, 3, 7), unit(2, 3, 7)])], came)
  expect(past[0]?.units.map(({ inside }) => inside)).toEqual([true, false, null])
  expect(past[0]).toMatchObject({ scored: 2, inside: 1 })
})

test("the calibration counts the first prediction of each unit and period, however often it is made again", () => {
  const came = (period: string) => (period === "2026-Q4" ? undefined : 10)
  const predictions = [
    made(1, "2026-Q2", [unit(0, 0, 5)]),
    // Again, after corrections: wide enough this time, and with a unit that was not there before.
    made(2, "2026-Q2", [unit(0, 0, 20), unit(1, 0, 20)]),
    made(3, "2026-Q3", [unit(0, 0, 20)]),
    made(4, "2026-Q4", [unit(0, 0, 20)]),
  ]
  expect(scorePast(predictions, came).calibration).toEqual({
    ...{ scored: 3, inside: 2 },
    byPeriod: [
      { period: "2026-Q2", scored: 2, inside: 1 },
      { period: "2026-Q3", scored: 1, inside: 1 },
    ],
  })
})
