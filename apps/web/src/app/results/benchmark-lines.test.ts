import { expect, test } from "vitest"
import type { PublishedQuestion, ViewedRelease } from "../api.ts"
import { benchmarkTable, besideProfile, besidesOf, ownProfile } from "./benchmark-lines.ts"

const figure = (wave: string, group: string, level: string, order: number, percent: number) => ({
  ...{ wave, group, level, order, percent, code: "B43", question: "Vision", respondents: 900 },
  interval: [percent - 2, percent + 2] as [number, number],
})
const told: PublishedQuestion = {
  question: "Vision",
  figures: [
    figure("2016", "grade", "Staff", 1, 38),
    figure("2017", "grade", "Staff", 1, 40),
    figure("2017", "grade", "Top", 5, 66),
    figure("2017", "managers", "Managers", 2, 49),
  ],
  steps: [],
  missing: [],
}

const layer = (at: number, cell: object) => ({
  ...{ id: `layer-${at}`, kind: "layer", name: "", parent: null, layers: [at, at], anchor: null },
  ...{ invited: 90, covered: 90, cells: { vision: cell }, distributions: {} },
})
const release = {
  survey: { id: "s", name: "Ours" },
  groups: [
    layer(2, { state: "hidden", reason: "too-few" }),
    layer(1, { state: "shown", favourable: 86, bounds: { favourable: "at-least" } }),
    layer(3, { state: "shown", favourable: 38 }),
  ],
  steps: [],
} as unknown as ViewedRelease

test("each wave and set of layers is a line of its own, the newest first", () => {
  expect(besidesOf(told).map(({ label }) => label)).toEqual(["2017, grade", "2017, managers", "2016, grade"])
  const [newest] = besidesOf(told)
  expect(newest && besideProfile(told, newest, "A service")).toEqual({
    label: "A service, 2017",
    points: [
      { label: "Top", value: 66, low: 64, high: 68 },
      { label: "Staff", value: 40, low: 38, high: 42 },
    ],
  })
})

test("what the release hides stays hidden beside a table that hides nothing, and a bound stays a bound", () => {
  const front = ownProfile(release, "all", "vision")
  expect(front.points).toEqual([
    { label: "Layer 1", value: 86, bound: "at-least" },
    { label: "Layer 2", value: null },
    { label: "Layer 3", value: 38 },
  ])
  const behind = { label: "A service, 2017", points: [{ label: "Top", value: 66 }] }
  expect(benchmarkTable(front, behind, "Vision").rows).toEqual([
    ["Ours", "Layer 1", "≥ 86"],
    ["Ours", "Layer 2", "too few to show"],
    ["Ours", "Layer 3", 38],
    ["A service, 2017", "Top", 66],
  ])
})
