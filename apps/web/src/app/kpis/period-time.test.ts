import { expect, test } from "vitest"
import { periodTime, timeTicks } from "./period-time.ts"

test("the middle of every kind of period, and none for what is no period", () => {
  const days = (period: string) => new Date(periodTime(period) ?? 0).toISOString().slice(0, 10)
  expect(["2026", "2026-H2", "2026-Q3", "2026-07", "2026-W01", "2026-W53", "2026-07-14"].map(days)).toEqual([
    ...["2026-07-02", "2026-10-01", "2026-08-16", "2026-07-16", "2026-01-01", "2026-12-31", "2026-07-14"],
  ])
  expect([periodTime("soon"), periodTime("2026-Q")]).toEqual([undefined, undefined])
})

test("years, quarters or months under the axis, by how long it is, and never outside of it", () => {
  const labels = (from: string, to: string) =>
    timeTicks(Date.parse(from), Date.parse(to)).map(({ label }) => label)
  expect(labels("2022-03-01", "2026-07-01")).toEqual(["2023", "2024", "2025", "2026"])
  expect(labels("2025-02-10", "2026-01-20")).toEqual(["Q2 2025", "Q3 2025", "Q4 2025", "Q1 2026"])
  expect(labels("2025-11-15", "2026-02-02")).toEqual(["Dec 2025", "Jan 2026", "Feb 2026"])
})
