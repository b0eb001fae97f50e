import { expect, test } from "vitest"
import { exampleDriver } from "./driver-example.ts"
import {
  bandOf,
  bandTable,
  indicatorTable,
  linesOf,
  predictionRows,
  predictionTable,
  scoredOf,
  scoredTable,
} from "./driver-tables.ts"
import { driverHeadline, listHeadline, standingText, stateText, targetOfPrediction } from "./driver-words.ts"

const driver = exampleDriver()
const prediction = driver.prediction as NonNullable<typeof driver.prediction>

test("the driver to date ends with its newest value, and whoever is not at the target is marked", () => {
  const { periods, units, overall } = linesOf(driver)
  expect(periods).toEqual(["Q1 2026", "Q2 2026"])
  expect(overall).toEqual([65, 61])
  expect(units.map(({ label, behind }) => [label, behind])).toEqual([
    ["North", true],
    ["South", false],
    ["Export", true],
  ])
  const lower = exampleDriver({ indicator: { ...driver.indicator, direction: "lower" } })
  expect(linesOf(lower).units.map(({ behind }) => behind)).toEqual([false, true, false])
  expect(linesOf(exampleDriver({ target: null })).units.some(({ behind }) => behind)).toBe(false)
  expect(indicatorTable(driver).rows).toEqual([
    ["All units, mean", 65, 61],
    ["North", 60, 45],
    ["South", 70, 82],
    ["Export", null, 56],
  ])
})

test("whoever will likely miss the plan stands first, and is marked; the others by their chance", () => {
  expect(predictionRows(driver, prediction).map(({ label, attention }) => [label, attention])).toEqual([
    ["North", true],
    ["Export", false],
    ["South", false],
  ])
  const { columns, rows } = predictionTable(driver, prediction)
  expect(columns).toEqual([
    ...["Unit", "Likely", "90% from", "90% to", "Plan", "Told as", "Newest, Q2 2026"],
    ...["Trained before the release", "Note"],
  ])
  expect(rows[0]).toEqual(["North", 95, 88, 102, 110, "likely off plan", 100, 45, ""])
  expect(rows[1]?.at(-1)).toBe("outside what was seen so far")
  const noPlan = {
    ...prediction,
    behind: null,
    units: prediction.units.map((one) => ({ ...one, plan: null, miss: null })),
  }
  expect(predictionTable(driver, noPlan).columns).not.toContain("Plan")
  expect(predictionRows(driver, noPlan).map(({ expected }) => expected)).toEqual([82, 95, 96])
})

test("a unit's band has what came, what was foretold of it first, and what is foretold now", () => {
  expect(bandOf(driver, 4)).toEqual({
    periods: ["2026-Q1", "2026-Q2", "2026-Q3"],
    values: [100, 120, null],
    plan: [100, 100, 110],
    past: [{ at: 1, expected: 100, low: 90, high: 110 }],
    next: { at: 2, expected: 95, low: 88, high: 102 },
  })
  expect(bandTable(driver, 4).rows).toEqual([
    ["Q1 2026", 100, 100, null, null, null],
    ["Q2 2026", 120, 100, 100, 90, 110],
    ["Q3 2026", null, 110, 95, 88, 102],
  ])
  // The period that is foretold may be one that no figure has yet.
  const shorter = exampleDriver({ periods: ["2026-Q1", "2026-Q2"] })
  expect(bandOf(shorter, 4).periods).toEqual(["2026-Q1", "2026-Q2", "2026-Q3"])
  expect(bandOf(shorter, 4).plan).toEqual([100, 100, 110])
  expect(bandOf(exampleDriver({ prediction: null, state: "refused" }), 4).next).toBeNull()
})

test("of each unit and period the first prediction is scored, and one whose value has not come is no hit", () => {
  expect(
    scoredOf(driver).map(({ label, predictions }) => [
      label,
      predictions.map(({ label, low }) => [label, low]),
    ]),
  ).toEqual([
    [
      "Q2 2026",
      [
        ["North", 90],
        ["Export", 65],
      ],
    ],
  ])
  expect(scoredTable(driver).rows).toEqual([
    ["North", "Q3 2026", 95, 88, 102, null, "not come yet"],
    ["North", "Q2 2026", 100, 90, 110, 120, "miss"],
    ["Export", "Q2 2026", 75, 65, 85, 70, "hit"],
  ])
})

test("one sentence says what is about to happen, the next where the indicator stood there", () => {
  expect(driverHeadline(driver)).toBe(
    "Sales of the retrofit kit: likely 7 to 20% under plan in Q3 2026 in 1 of 3 units",
  )
  expect(targetOfPrediction(driver)).toBe(
    "Trained before the release: 45% there in Q2 2026; the target was 80% by 30 June 2026.",
  )
  expect(targetOfPrediction(exampleDriver({ prediction: { ...prediction, behind: null } }))).toBeUndefined()
})

test("a refused driver shows no prediction, also where one of earlier is still there", () => {
  const refused = exampleDriver({
    state: "refused",
    refusals: [
      { reason: "too-few-rows", have: 18, need: 30 },
      { reason: "too-few-units", have: 6, need: 10 },
    ],
  })
  expect(driverHeadline(refused)).toBe("Training before the release: nothing is foretold")
  expect(targetOfPrediction(refused)).toBeUndefined()
  expect(stateText(refused).text).toBe(
    "Refused, so it foretells nothing: needs 30 unit-quarters, has 18; needs 10 units, has 6",
  )
})

test("the list says where each driver stands, and what waits for somebody", () => {
  const behind = { ...driver.foretold, behind: prediction.behind } as typeof driver.foretold
  expect(stateText(exampleDriver({ foretold: behind }))).toEqual({
    text: "Published: sales of the retrofit kit likely off plan in Q3 2026",
    needsYou: true,
  })
  expect(stateText(driver)).toEqual({ text: "Published for Q3 2026", needsYou: false })
  expect(stateText(exampleDriver({ active: false })).text).toMatch(/^Switched off/)
  expect(stateText(exampleDriver({ state: "waiting", waiting: "no-values" }))).toEqual({
    text: "No values yet",
    needsYou: true,
  })
  expect(standingText(driver)).toBe(
    "Trained before the release 61% in Q2 2026, missed its target of 80% by 30 June 2026; 1 of 3 units there",
  )
  expect(standingText(exampleDriver({ target: null }))).toBeUndefined()
  expect([
    listHeadline([]),
    listHeadline([driver]),
    listHeadline([exampleDriver({ foretold: behind })]),
  ]).toEqual([
    "What is about to happen?",
    "1 driver foretells, and no unit is clearly off its plan",
    "1 driver foretells that a plan will likely be missed",
  ])
})
