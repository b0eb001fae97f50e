import { expect, test } from "vitest"
import { standingOf } from "./standing.ts"

const periods = ["2026-Q1", "2026-Q2", "2026-Q3"]
const rows = (...values: number[][]) => values.map((row) => Float64Array.from(row))
const none = Number.NaN
const given = {
  ...{ periods, direction: "higher" as const, target: 80, deadline: "2026-06-30" },
  indicator: rows([20, 30, 40], [40, 50, 90], [none, none, none]),
}

test("before the deadline: behind its target, or there", () => {
  expect(standingOf({ ...given, today: "2026-06-30" })).toEqual({
    ...{ state: "behind", value: 60, period: "2026-Q2", unitsThere: 1, units: 3 },
  })
  expect(standingOf({ ...given, target: 60, today: "2026-06-30" }).state).toBe("reached")
  expect(standingOf({ ...given, target: null, today: "2026-06-30" })).toMatchObject({
    ...{ state: "no-target", value: 60, unitsThere: 0 },
  })
})

test("after the deadline the figure of its period decides, not a later one", () => {
  expect(standingOf({ ...given, today: "2026-07-01" }).state).toBe("missed")
  const late = { ...given, indicator: rows([20, 30, 40], [40, 50, 90], [95, 95, 95]) }
  expect(standingOf({ ...late, today: "2026-10-01" })).toMatchObject({ state: "missed", period: "2026-Q2" })
  const soon = { ...given, indicator: rows([20, 30, 40], [85, 85, 85], [1, 1, 1]) }
  expect(standingOf({ ...soon, today: "2026-10-01" })).toMatchObject({ state: "reached", value: 85 })
})

test("while that figure has not come nothing is missed", () => {
  const early = { ...given, deadline: "2026-09-30" }
  expect(standingOf({ ...early, today: "2026-10-05" })).toMatchObject({ state: "behind", period: "2026-Q2" })
  // Of a quarter that has only begun to arrive nothing is read yet.
  const arriving = { ...early, indicator: rows([20, 30, 40], [40, 50, 90], [99, none, none]) }
  expect(standingOf({ ...arriving, today: "2026-10-05" })).toMatchObject({ period: "2026-Q2" })
})

test("where lower is better, at or under the target is there", () => {
  const lower = { ...given, direction: "lower" as const, target: 60 }
  expect(standingOf({ ...lower, today: "2026-07-01" })).toMatchObject({ state: "reached", unitsThere: 2 })
  expect(standingOf({ ...lower, target: 59, today: "2026-07-01" }).state).toBe("missed")
})

test("without figures it says so", () => {
  expect(standingOf({ ...given, periods: [], indicator: [], today: "2026-07-01" })).toMatchObject({
    ...{ state: "no-values", value: null, period: null },
  })
})
