import { expect, test } from "vitest"
import { periodName, periodNoun, shortPeriod } from "./period-name.ts"

test("a period is said as people say it, long and short, and named by its kind", () => {
  const said = ["2026", "2026-H1", "2026-Q3", "2026-07", "2026-W05", "2026-07-04", "2026-13", "soon"].map(
    (period) => [periodName(period), shortPeriod(period), periodNoun(period)],
  )
  expect(said).toEqual([
    ["2026", "2026", "year"],
    ["H1 2026", "H1 2026", "half-year"],
    ["Q3 2026", "Q3 2026", "quarter"],
    ["July 2026", "Jul 2026", "month"],
    ["week 5 of 2026", "W5 2026", "week"],
    ["4 July 2026", "4 Jul 2026", "day"],
    ["2026-13", "2026-13", "month"],
    ["soon", "soon", "year"],
  ])
})
