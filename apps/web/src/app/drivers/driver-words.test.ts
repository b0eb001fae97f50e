import { describe, expect, test } from "vitest"
import { amount, effectText, range } from "./amount.ts"
import {
  backTestSentence,
  type Foretelling,
  foretellingSentence,
  scoreSentence,
  targetSentence,
} from "./driver-words.ts"
import { refusalText } from "./refusal-words.ts"

const sales: Foretelling = {
  outcome: { name: "Sales of the retrofit kit", measure: "thousand €", direction: "higher" },
  period: "2026-Q3",
  units: 22,
  hasPlan: true,
  behind: { units: [1, 4, 7, 9], expected: 534, low: 516, high: 552, plan: 600 },
  expected: { low: 480, high: 690 },
}

describe("what is about to happen", () => {
  test("units that will likely miss their plan, by how much, and of how many", () => {
    expect(foretellingSentence(sales)).toBe(
      "Sales of the retrofit kit: likely 8 to 14% under plan in Q3 2026 in 4 of 22 units",
    )
  })
  test("what is better when lower lies over its plan", () => {
    const faults = { name: "Faults", measure: "per 100", direction: "lower" } as const
    const behind = { units: [0], expected: 6, low: 5.5, high: 6.5, plan: 5 }
    expect(foretellingSentence({ ...sales, outcome: faults, behind })).toBe(
      "Faults: likely 10 to 30% over plan in Q3 2026 in 1 of 22 units",
    )
  })
  test("an interval that reaches the plan is told by its far end", () => {
    const behind = { units: [0, 1], expected: 560, low: 510, high: 610, plan: 600 }
    expect(foretellingSentence({ ...sales, behind })).toContain("likely under plan, by up to 15%, in Q3 2026")
  })
  test("of shares no share is taken, and of a plan of zero neither", () => {
    const behind = { units: [0, 1], expected: 63.5, low: 61, high: 66, plan: 72 }
    const share = { name: "Delivered on time", measure: "%", direction: "higher" } as const
    expect(foretellingSentence({ ...sales, outcome: share, behind })).toBe(
      "Delivered on time: likely 61 to 66% on average, planned 72%, in Q3 2026 in 2 of 22 units",
    )
    const nothing = { ...sales, behind: { ...behind, low: -3, high: -1, plan: 0 } }
    expect(foretellingSentence(nothing)).toContain(
      "likely −3 to −1 thousand € on average, planned 0 thousand €,",
    )
  })
  test("nobody off plan is no promise, and without a plan nobody is under it", () => {
    expect(foretellingSentence({ ...sales, behind: null })).toBe(
      "No unit is clearly off its plan for sales of the retrofit kit in Q3 2026",
    )
    expect(foretellingSentence({ ...sales, behind: null, hasPlan: false })).toBe(
      "Sales of the retrofit kit: likely 480 to 690 thousand € in Q3 2026, by unit",
    )
  })
})

test("the indicator stands against its target, before the deadline and after it", () => {
  const trained = {
    indicator: { name: "Trained before the release", measure: "%", direction: "higher" },
    value: 51,
    period: "2026-Q2",
    target: 80,
    deadline: "2026-06-30",
    isOver: true,
    where: "there",
  } as const
  expect(targetSentence(trained)).toBe(
    "Trained before the release: 51% there in Q2 2026; the target was 80% by 30 June 2026.",
  )
  expect(targetSentence({ ...trained, isOver: false })).toContain("the target is 80%")
  expect(targetSentence({ ...trained, target: null })).toBe(
    "Trained before the release: 51% there in Q2 2026.",
  )
  expect(targetSentence({ ...trained, value: null })).toBeUndefined()
})

test("past predictions are counted, none is said to be none", () => {
  expect(scoreSentence(40, 44)).toBe("Of 44 past predictions 40 lay inside their 90% interval")
  expect(scoreSentence(1, 1)).toBe("Of 1 past prediction 1 lay inside its 90% interval")
  expect(scoreSentence(0, 0)).toMatch(/^No prediction has come due yet/)
})

test("the back-test says what it was measured against", () => {
  const test = { of: 176, error: 23.36, last: 53.4, without: 49, covered: 164 }
  expect(backTestSentence(test, "thousand €", "quarter")).toBe(
    "Each past quarter was foretold from what was known before it: 176 predictions. They were wrong by 23.4 thousand €; “same as last quarter” by 53.4 thousand €, and the KPI's own last value without the indicator by 49 thousand €. Of their 90% intervals 164 of 176 held what came.",
  )
})

test("a refused driver says what is missing, with the figures", () => {
  expect(
    [
      { reason: "too-few-rows", have: 18, need: 30 } as const,
      { reason: "too-few-units", have: 6, need: 10 } as const,
      { reason: "too-few-periods", have: 1, need: 3 } as const,
      { reason: "no-better-than-last-period", error: 31, last: 29.4 } as const,
      { reason: "interval-misses", covered: 60, of: 90 } as const,
    ].map((refusal) => refusalText(refusal, "quarter")),
  ).toEqual([
    "needs 30 unit-quarters, has 18",
    "needs 10 units, has 6",
    "needs 3 quarters of both figures, has 1",
    "tried on the past it was wrong by 31, and “same as last quarter” by 29.4",
    "of its 90% intervals only 60 of 90 held what came",
  ])
})

test("no sentence speaks of causes", () => {
  const reasons = [
    { reason: "constant", what: "indicator" } as const,
    { reason: "constant", what: "outcome" } as const,
    { reason: "no-spread" } as const,
    { reason: "indicator-adds-nothing", error: 2, without: 2, low: -1, high: 1 } as const,
  ].map((refusal) => refusalText(refusal, "month"))
  for (const text of [...reasons, foretellingSentence(sales)]) {
    expect(text).not.toMatch(/caus|prove|because of|leads to|no link|no problem/i)
    expect(text.length).toBeGreaterThan(20)
  }
})

test("an indicator whose effect is not known is not said to add nothing where it did better", () => {
  const refusal = { reason: "indicator-adds-nothing", without: 2, low: -1, high: 3 } as const
  expect(refusalText({ ...refusal, error: 2.1 }, "month")).toContain("does as well alone")
  expect(refusalText({ ...refusal, error: 1.6 }, "month")).toMatch(/^whether .* cannot be told/)
})

test("a figure comes with what it is measured in", () => {
  expect([
    amount(51, "%"),
    amount(1204, "thousand €"),
    amount(3.25, ""),
    range(8, 8, "%"),
    range(-2, 3, "days"),
  ]).toEqual(["51%", "1,204 thousand €", "3.25", "8%", "−2 to 3 days"])
})

test("what went together is told as more or as less", () => {
  expect([
    effectText({ low: 2.9, high: 3.36 }, "thousand €"),
    effectText({ low: -0.4, high: -0.1 }, "percent"),
  ]).toEqual(["2.9 to 3.36 thousand € more", "0.1 to 0.4% less"])
})
