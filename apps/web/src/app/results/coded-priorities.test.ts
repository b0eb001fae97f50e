import { expect, test } from "vitest"
import { codedFinding, codedTable } from "./coded-priorities.ts"

const coded = {
  question: "top-priority",
  text: "What comes first?",
  agreement: { same: 91, kappa: { value: 0.82, low: 0.74, high: 0.9 } },
  whole: { texts: 140, official: 38, low: 30, high: 46 },
  groups: [
    { group: 1, label: "Sales, layer 4", texts: 60, official: 45 },
    { group: null, label: "Smaller groups, taken together", texts: 80, official: 5 },
  ],
}

test("the share is told with its interval, how many wrote, and how alike two coded", () => {
  expect(codedFinding(coded)).toEqual({
    headline: "In their own words 38% name an official priority",
    sure: "Of 140 who wrote one, 95% interval 30% to 46%. Two reviewers coded each text apart from each other, 91% of them alike, which beyond habit is very good (Cohen’s kappa 0.82, 95% interval 0.74 to 0.90); what differed was settled. Shares by group are told in steps of five percent, where at least 20 wrote.",
  })
  expect(codedFinding({ ...coded, agreement: { same: 100, kappa: null } }).sure).not.toContain("kappa")
  expect(codedFinding({ ...coded, agreement: null }).sure).not.toContain("alike")
})

test("the ends of what is told are bounds", () => {
  const few = { ...coded, whole: { texts: 40, official: 5, low: 0, high: 20 } }
  expect(codedFinding(few).headline).toBe("In their own words ≤ 7% name an official priority")
  expect(codedTable(coded).rows).toEqual([
    ["Sales, layer 4", "45%", 60],
    ["Smaller groups, taken together", "≤ 7%", 80],
  ])
})
