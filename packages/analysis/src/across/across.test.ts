import { expect, test } from "vitest"
import type { ChoiceGroup, ChoiceTable } from "../choices/types.ts"
import { group, release } from "../knowing/testing-release.ts"
import type { ReleaseGroup } from "../release.ts"
import { across } from "./across.ts"

const options = Array.from({ length: 8 }, (_, at) => ({ id: `p${at}`, text: `P${at}`, official: at < 3 }))
const measures = { constructs: [], composites: [{ id: "message", name: "Message", constructs: [] }] }
const list = [75, 75, 70, 15, 15, 15, 15, 20]
const other = [15, 15, 20, 75, 75, 70, 15, 15]
const scattered = [40, 35, 35, 40, 40, 35, 40, 35]

function of(groups: ReleaseGroup[], shares: ChoiceGroup[], rest: Partial<ChoiceTable> = {}) {
  const choices = [{ id: "priorities", text: "Which?", pick: 3, options, groups: shares, ...rest }]
  return across(release(groups, { measures, choices }))
}
const company = [
  group("all", "organization", null, {}, 0),
  { ...group("layer:2", "layer", "all"), layers: [1, 2] as [number, number] },
  group("unit:1", "unit", "all"),
  group("unit:2", "unit", "all"),
  group("unit:3", "unit", "all"),
  group("unit:4", "unit", "unit:1", {}, 2),
]
const told = [
  { group: "all", n: 300, shares: list },
  { group: "unit:1", n: 100, shares: list },
  { group: "unit:2", n: 100, shares: other },
  { group: "unit:3", n: 100, shares: scattered },
  { group: "unit:4", n: 50, shares: list },
]

test("units are united with the top, united elsewhere, or scattered", () => {
  const { questions, groups } = of(company, told)
  const question = questions[0]
  expect(question?.reference).toEqual({
    kind: "official",
    group: null,
    shares: [100, 100, 100, 0, 0, 0, 0, 0],
  })
  expect(question?.units.map(({ group, finding, tau }) => [group, finding, tau])).toEqual([
    ["unit:1", "united-with-top", 1],
    ["unit:2", "united-elsewhere", -0.6],
    ["unit:3", "scattered", null],
    ["unit:4", "united-with-top", 1],
  ])
  expect(groups.map(({ id }) => id)).toEqual(["all", "unit:1", "unit:2", "unit:3", "unit:4"])
})

test("only units without anybody in common are compared with each other, and none that has no order", () => {
  const question = of(company, told).questions[0]
  expect(question?.matrix).toEqual({
    units: ["unit:1", "unit:2", "unit:3"],
    tau: [
      [1, -0.6, null],
      [-0.6, 1, null],
      [null, null, null],
    ],
  })
  expect(question?.dividing[0]).toMatchObject({ most: { share: 75 }, least: { share: 15 } })
  expect(new Set(question?.dividing.flatMap(({ least, most }) => [least.group, most.group]))).not.toContain(
    "unit:4",
  )
})

test("the top group's order is the reference where it is told", () => {
  const top = { group: "layer:2", n: 40, shares: [15, 15, 20, 80, 70, 50, 30, 15] }
  const question = of(company, [...told, top]).questions[0]
  expect(question?.reference).toMatchObject({ kind: "top", group: "layer:2" })
  expect(question?.units.map(({ finding }) => finding).slice(0, 2)).toEqual([
    "united-elsewhere",
    "united-with-top",
  ])
})

test("in a leader's part the own unit is not one of the units compared", () => {
  const own = [
    group("unit:1", "unit", null, {}, 1),
    group("unit:5", "unit", "unit:1", {}, 2),
    group("unit:6", "unit", "unit:1", {}, 2),
  ]
  const shares = own.map(({ id }) => ({ group: id, n: 60, shares: list }))
  const question = of(own, shares).questions[0]
  expect(question?.matrix.units).toEqual(["unit:5", "unit:6"])
  expect(question?.units.map(({ group }) => group)).toEqual(["unit:5", "unit:6"])
  // Not shown itself, it leaves the units below it without one around them.
  const orphans = own.slice(1).map((one) => ({ ...one, parent: null }))
  expect(of(orphans, shares.slice(1)).questions[0]?.matrix.units).toEqual(["unit:5", "unit:6"])
})

test("of a question that hangs on another answer no number of people is told", () => {
  const question = of(
    company,
    told.map(({ group, shares }) => ({ group, shares })),
  ).questions[0]
  expect(question?.units.map(({ n }) => n)).toEqual([null, null, null, null])
  expect(question?.units[0]?.finding).toBe("united-with-top")
})

test("without official options and without the top group there is no order to be united with", () => {
  const question = of(company, told, { options: options.map(({ id, text }) => ({ id, text })) }).questions[0]
  expect(question?.reference).toBeNull()
  expect(question?.units.map(({ finding }) => finding)).toEqual([
    ...["cannot-tell", "cannot-tell", "scattered", "cannot-tell"],
  ])
})

test("questions with one choice are left out; a release without choices gives empty lists", () => {
  expect(of(company, told, { pick: 1 })).toEqual({ questions: [], groups: [] })
  expect(across(release(company, { measures }))).toEqual({ questions: [], groups: [] })
})

test("the agreement on the message is told beside, as the release has it", () => {
  const agreement = { uniform: 0.8, slightSkew: 0.7, averageDeviation: 0.6 }
  const units = { "unit:1": { reliability: 0.8, shrunk: 3.4, agreement } }
  const statistics = { message: { alpha: null, omega: null, icc1: null, icc2: null, units } }
  const choices = [{ id: "priorities", text: "Which?", pick: 3, options, groups: told }]
  const question = across(release(company, { measures, choices, statistics })).questions[0]
  expect(question?.units.map((unit) => unit.agreement)).toEqual([agreement, null, null, null])
})
