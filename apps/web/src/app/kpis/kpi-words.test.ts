import { describe, expect, test } from "vitest"
import type { CheckedKpis, UnitProfile } from "../api.ts"
import { importSentence, isAsked, rangeText, standingText, unitsSentence } from "./kpi-words.ts"
import { forestRows, pairsTable } from "./link-tables.ts"
import { kpiOf, linksOf, pairOf, untested } from "./links-example.ts"
import { profileFinding, profilePanels, profileTable } from "./profile-tables.ts"
import { keyOfTarget, targetOfKey, targetOptions } from "./unit-targets.ts"

const asked: CheckedKpis["asked"] = { decimals: [], dayFirst: null, periodKind: null, kpi: false }
const unit = (label: string, standing: CheckedKpis["units"][number]["standing"]) => ({
  ...{ label, standing, isNew: true, targetName: standing === "fits" ? `${label} unit` : null },
})
const checked = (more: Partial<CheckedKpis> = {}): CheckedKpis => ({
  ...{ layout: "columns", columns: {}, notes: [], issues: [], issueCount: 0, asked },
  kpis: [
    {
      ...{ name: "Sick leave", id: null, direction: "lower", measure: "days", periodKind: "quarter" },
      ...{ first: "2026-Q1", last: "2026-Q2", periods: 2, values: 4, added: 3, corrected: 1 },
    },
  ],
  units: [unit("Assembly", "fits"), unit("Werk 9", "unmapped"), unit("IT", "cuts-across")],
  ...{ corrections: [], rows: 2, values: 4, added: 3, corrected: 1, unchanged: 0 },
  ...more,
})

describe("a file before it is taken in", () => {
  test("what it holds and changes, and that nothing is stored", () => {
    expect(importSentence(checked())).toEqual({
      headline: "1 KPI of 3 units: 3 values are new, 1 corrects another",
      lead: "Read as one column a KPI. Every cell was understood. Nothing is stored yet.",
    })
    expect(importSentence(checked({ issueCount: 2 })).lead).toContain("2 cells or rows are refused")
    expect(importSentence(checked({ values: 0 })).headline).toBe(
      "Nothing in this file can be taken in as it stands",
    )
  })

  test("each thing that a file leaves open is asked first", () => {
    const open: Partial<CheckedKpis["asked"]>[] = [
      { kpi: true },
      { periodKind: { example: "31.3.2026", kinds: ["month", "quarter"] } },
      { dayFirst: { example: "3/4/2026", asDayFirst: "2026-04-03", asMonthFirst: "2026-03-04" } },
      { decimals: [{ column: "Cost", example: "1.234", asPoint: 1.234, asComma: 1234 }] },
    ]
    for (const one of open) {
      const file = checked({ asked: { ...asked, ...one } })
      expect([isAsked(file), importSentence(file).headline]).toEqual([true, "One thing has to be said first"])
    }
    expect(isAsked(checked())).toBe(false)
  })

  test("labels that stand for no unit are counted and their values kept", () => {
    expect(unitsSentence(checked())).toBe(
      "1 of 3 labels stand for a unit. 1 matches none yet: their values are kept, and after the import you say what they are. 1 department cuts across units: the values are kept and shown, and stand in no link.",
    )
    expect(standingText({ standing: "fits", targetName: "Assembly" })).toBe("Assembly")
    expect(standingText({ standing: "gone", targetName: null })).toBe(
      "what it was mapped to is there no more",
    )
  })
})

test("how long a KPI has been counted", () => {
  const said = (first: string | null, last: string | null) =>
    rangeText({ first, last, periods: 8, values: 240 })
  expect(said("2024-Q1", "2025-Q4")).toBe("8 periods, Q1 2024 to Q4 2025; 240 values")
  expect(said("2025", "2025")).toBe("2025; 240 values")
  expect(said(null, null)).toBe("no value yet")
})

describe("pairs as a picture and as a table", () => {
  const links = linksOf({ kpis: [kpiOf({ direction: "lower" })], pairs: [pairOf(), pairOf(untested)] })

  test("what is not told stays empty and never becomes a zero", () => {
    const [, row] = forestRows(links, links.pairs)
    expect(row).toMatchObject({ r: null, low: null, high: null, detectable: null, finding: "cannot-tell" })
    const [, told] = pairsTable(links, links.pairs).rows
    expect(told).toEqual([
      ...["Mission clarity", "On-time delivery", "in the quarter after the survey", "cannot tell"],
      ...["", "", "", "", "", "", 6, "", "", ""],
    ])
  })

  test("a row names the pair, the moment and that lower is better; the table names who matters most", () => {
    const [row] = forestRows(links, links.pairs)
    expect([row?.label, row?.note]).toEqual([
      ...["Mission clarity and on-time delivery", "in the quarter after the survey; lower is better"],
    ])
    expect(pairsTable(links, links.pairs).rows[0]).toEqual([
      ...["Mission clarity", "On-time delivery", "in the quarter after the survey", "link"],
      ...[".62", ".27 to .82", ".58", ".002", ".041", ".57", 22, ".51 to .70", "Logistics", ".71"],
    ])
  })
})

describe("a unit over time", () => {
  const profile: UnitProfile = {
    unit: { group: "unit:1", name: "Assembly" },
    measures: [
      {
        ...{ id: "message", name: "The message" },
        waves: [
          {
            ...{ survey: "a", name: "Spring", closedAt: "2025-04-01T00:00:00Z", hidden: "too-few" },
            told: null,
          },
          {
            ...{ survey: "b", name: "Summer", closedAt: "2025-08-01T00:00:00Z", hidden: null },
            told: { mean: 4.6, bound: "at-least", n: 9, interval: null },
          },
          {
            ...{ survey: "c", name: "Autumn", closedAt: "2025-10-01T00:00:00Z", hidden: null },
            told: { mean: 3.4, bound: null, n: 14, interval: { low: 3.1, high: 3.7 } },
          },
        ],
      },
    ],
    kpis: [
      {
        ...{ id: "k", name: "Sick leave", measure: "days", direction: "lower", label: "ASM" },
        values: [
          { period: "2025-Q1", value: 3 },
          { period: "2025-Q2", value: null },
        ],
      },
    ],
  }

  test("what is hidden and what is only a bound is no point of the picture, and is said", () => {
    const [message, leave] = profilePanels(profile)
    expect(message?.points.map(({ value }) => value)).toEqual([null, null, 3.4])
    expect(message?.note).toContain("not drawn: Spring: too few to show, Summer: ≥ 4.6")
    expect(leave?.points.map(({ value }) => value)).toEqual([3, null])
    expect(profileTable(profile).rows.map(([, , value]) => value)).toEqual([
      ...["too few to show", "≥ 4.6", 3.4, 3, "no value"],
    ])
  })

  test("the sentence tells what is last told, and that two lines are no finding", () => {
    const { headline, sure } = profileFinding(profile)
    expect(headline).toBe("Assembly: the message 3.4 in “Autumn”, beside 1 KPI")
    expect(sure).toContain("is no finding")
    expect(profileFinding({ ...profile, measures: [], kpis: [] }).headline).toBe(
      "Assembly: no survey tells of this unit; no KPI has a value of it",
    )
  })
})

test("what a label can stand for goes through the list and back unchanged", () => {
  const targets = {
    units: [{ personId: "9f0a", name: "Assembly", head: "Ada Holm" }],
    departments: ["unit:odd", "Sales"],
  }
  const options = targetOptions(targets).flatMap(({ items }) => items)
  expect(options.map(({ value }) => keyOfTarget(targetOfKey(value)))).toEqual(
    options.map(({ value }) => value),
  )
  expect(options.map(({ value }) => targetOfKey(value))).toEqual([
    { kind: "unit", personId: "9f0a" },
    { kind: "department", department: "unit:odd" },
    { kind: "department", department: "Sales" },
    { kind: "whole" },
    { kind: "none" },
  ])
  expect(options[0]?.label).toBe("Assembly (Ada Holm)")
})
