import { expect, test } from "vitest"
import { alertText } from "./alert-text.ts"

const unit = (number: number, indicator: number, expected: number, plan: number) => ({
  ...{ unit: number, indicator, last: plan, expected, low: expected - 4, high: expected + 4, plan },
  ...{ miss: 0.95, extrapolated: number === 2 },
})
const fit = {
  ...{ n: 240, units: 24, periods: 10, explained: 0.7, shock: 0, effect: { low: 0.4, high: 0.9 } },
  ...{ coefficients: { constant: 1, indicator: 0.6, last: 0.2 }, errors: null },
  backTest: { of: 168, error: 3.46, last: 7.91, without: 5, covered: 152 },
}
const alert = {
  ...{ receiver: "Ann", driver: "Release training", base: "2026-Q2", period: "2026-Q3", target: 80 },
  indicator: { name: "Training completed", measure: "%" },
  outcome: { name: "Sales of the new product", measure: "kEUR", direction: "higher" as const },
  ...{ deadline: "2026-06-30", fit },
  behind: { units: [1, 2], expected: 89, low: 86, high: 92, plan: 100 },
  predictions: [unit(1, 50, 88, 100), unit(2, 52, 90, 100), { ...unit(3, 90, 110, 100), miss: 0.1 }],
  labels: new Map([
    [1, "North"],
    [2, "South"],
    [3, "West"],
  ]),
}

test("the gap as the interval of the units together, with its data, how sure, and no word of a cause", () => {
  const { subject, paragraphs } = alertText(alert)
  expect(subject).toBe("Sales of the new product: likely 8–14% under plan in Q3 2026 in 2 units")
  expect(paragraphs).toEqual([
    "Hello Ann,",
    "Sales of the new product: likely 8–14% under plan (90% interval) in Q3 2026 in 2 units, taken together.",
    "Training completed in these units on average, Q2 2026: 51% (target 80% by 30 June 2026).",
    "North: expected 88 (84 to 92), plan 100 kEUR; Training completed 50%.",
    "South: expected 90 (86 to 94), plan 100 kEUR; Training completed 52%; outside what was seen before, so less sure.",
    'Foretold from 240 past figures of 24 units. Tried on the past, 152 of 168 of its 90% intervals held, and it was off by 3.46 kEUR as a rule; "same as last period" was off by 7.91 kEUR.',
    "The driver is called Release training. It says what has gone together so far, and not why.",
  ])
  expect(paragraphs.join(" ")).not.toMatch(/caus|prove|lead(s|ing) to|because/i)
})

test("a percent of the plan has no decimals, as on the page, unless it is less than one", () => {
  const behind = { ...alert.behind, low: 88.2, high: 94.7 }
  expect(alertText({ ...alert, behind }).subject).toContain("likely 5–12% under plan")
  expect(alertText({ ...alert, behind: { ...behind, high: 99.6 } }).subject).toContain("likely 0.4–12% under")
})

test("one unit is named; without target and deadline none is said", () => {
  const behind = { ...alert.behind, units: [1] }
  const { subject, paragraphs } = alertText({ ...alert, behind, target: null, deadline: null })
  expect(subject).toBe("Sales of the new product: likely 8–14% under plan in Q3 2026 in North")
  expect(paragraphs[2]).toBe("Training completed in this unit, Q2 2026: 50%.")
})

test("an interval that reaches beyond the plan is said with both its ends", () => {
  const { paragraphs } = alertText({
    ...alert,
    behind: { ...alert.behind, expected: 93, high: 101, low: 85 },
  })
  expect(paragraphs[1]).toBe(
    "Sales of the new product: likely 7% under plan (90% interval: from 15% under to 1% over plan) in Q3 2026 in 2 units, taken together.",
  )
})

test("where lower is better, worse is over plan", () => {
  const outcome = { name: "Complaints", measure: "", direction: "lower" as const }
  const behind = { units: [1, 2], expected: 111, low: 108, high: 114, plan: 100 }
  expect(alertText({ ...alert, outcome, behind }).subject).toBe(
    "Complaints: likely 8–14% over plan in Q3 2026 in 2 units",
  )
})

test("of percents the gap is said in points, and of a plan of nothing in the figure itself", () => {
  const percent = { name: "On time", measure: "percent", direction: "higher" as const }
  expect(alertText({ ...alert, outcome: percent }).subject).toContain("likely 8–14 points under plan")
  const behind = { units: [1, 2], expected: -11, low: -14, high: -8, plan: 0 }
  expect(alertText({ ...alert, behind }).subject).toContain("likely 8–14 kEUR under plan")
})
