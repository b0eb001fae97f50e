import { expect, test } from "vitest"
import { cutCohorts } from "./cohorts.ts"
import { demoCompany } from "./demo-company.ts"
import { freezeChart } from "./freeze-chart.ts"
import { buildOrgChart } from "./org-chart.ts"

test("the demo company has as many people as asked for, one head, eight functions, six layers", () => {
  for (const people of [1, 2, 9, 40, 300, 1200]) expect(demoCompany({ seed: 3, people })).toHaveLength(people)
  const chart = buildOrgChart(demoCompany({ seed: 1, people: 1200 }))
  expect(chart.tops).toHaveLength(1)
  expect(chart.unplaced).toEqual([])
  expect(chart.layer.filter((layer) => layer === 2)).toHaveLength(8)
  expect(Math.max(...chart.layer)).toBe(6)
})

test("it is the same for the same seed and another one for another", () => {
  const one = demoCompany({ seed: 5, people: 200 })
  expect(demoCompany({ seed: 5, people: 200 })).toEqual(one)
  expect(demoCompany({ seed: 6, people: 200 })).not.toEqual(one)
})

test("everybody has an own address at example.com, and functions are named after their departments", () => {
  const people = demoCompany({ seed: 2, people: 1200 })
  expect(new Set(people.map((person) => person.email)).size).toBe(1200)
  for (const { email } of people) expect(email).toMatch(/^[a-z0-9.]+@example\.com$/)
  expect(new Set(people.map((person) => person.language))).toEqual(new Set(["en", "ar"]))
  const { heads, layer } = freezeChart(buildOrgChart(people))
  expect(heads.filter((_, position) => layer[position] === 2)).toEqual([
    "Engineering",
    "Operations",
    "Field Service",
    "Sales",
    "Product",
    "Finance",
    "People & Culture",
    "Marketing",
  ])
})

test("its layers survive the cut: hardly anybody stands in a mixed cohort", () => {
  for (let seed = 1; seed <= 10; seed++) {
    const people = demoCompany({ seed, people: 1200 })
    const cohorts = cutCohorts(
      freezeChart(buildOrgChart(people)),
      people.map(() => true),
      5,
    )
    if ("refused" in cohorts) throw new Error("refused")
    const mixed = cohorts
      .filter((cohort) => cohort.kind === "mixed")
      .reduce((sum, cohort) => sum + cohort.size, 0)
    expect(mixed).toBeLessThan(60)
  }
})
