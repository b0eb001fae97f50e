import { expect, test } from "vitest"
import { feedPeriods, placeOf } from "./feed-periods.ts"

const series = (indicator: (number | null)[][]) => ({ indicator, outcome: [], plan: null })
const periods = ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"]

test("a keeper begins with the period after the newest value, as far as it has begun", () => {
  const upTo = (count: number) => series(periods.map((_, at) => [at < count ? 5 : null]))
  expect(feedPeriods({ periods, series: upTo(2) }, "2026-11-22T10:00:00Z")).toEqual({
    periods: ["2026-Q4", "2026-Q3", "2026-Q2", "2026-Q1", "2025-Q4", "2025-Q3"],
    first: "2026-Q3",
  })
  expect(feedPeriods({ periods, series: upTo(4) }, "2026-11-22T10:00:00Z")?.first).toBe("2026-Q4")
  expect(feedPeriods({ periods, series: upTo(0) }, "2026-11-22T10:00:00Z")?.first).toBe("2026-Q4")
  expect(feedPeriods({ periods: [], series: series([]) }, "2026-11-22T10:00:00Z")).toBeUndefined()
})

test("a deadline stands at the period it falls in, also after the last", () => {
  expect(
    ["2026-02-01", "2026-09-30", "2027-03-31", "2025-12-31"].map((date) => placeOf(date, periods)),
  ).toEqual([0, 2, 4, undefined])
  expect(placeOf("2026-02-01", [])).toBeUndefined()
})
