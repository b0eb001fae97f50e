import type { Cell } from "@throughline/analysis"
import { expect, test } from "vitest"
import { itemsOf, withoutItems, withoutUnits } from "./items-apart.ts"
import { madeUpSurvey } from "./testing.ts"

const made = madeUpSurvey({ seed: 4, people: 200, missing: 0.1 })
if (made === null) throw new Error("this seed makes no survey")
const { release } = made
const constructs = release.measures.constructs

test("a release without its items and the items of every construct are together the release, and nothing twice", () => {
  const rest = withoutItems(release)
  const parts = constructs.map(({ id }) => itemsOf(release, id))
  const joined = rest.groups.map((group) => {
    const own = parts.map((part) => part?.groups.find(({ id }) => id === group.id))
    return {
      ...group,
      cells: Object.assign({}, group.cells, ...own.map((one) => one?.cells)),
      distributions: Object.assign({}, group.distributions, ...own.map((one) => one?.distributions)),
    }
  })
  expect({ ...rest, groups: joined, steps: release.steps }).toEqual(release)
  expect(rest.steps.length + parts.reduce((sum, part) => sum + (part?.steps.length ?? 0), 0)).toBe(
    release.steps.length,
  )
})
test("what is left out is every question and nothing else; the release itself stays whole", () => {
  const before = structuredClone(release)
  const items = new Set(constructs.flatMap((construct) => construct.items.map(({ id }) => id)))
  const told = new Set(withoutItems(release).groups.flatMap(({ cells }) => Object.keys(cells)))
  expect([...told].filter((id) => items.has(id))).toEqual([])
  for (const { id } of constructs) expect(told).toContain(id)
  expect(release).toEqual(before)
})
test("without units there is the whole and its layers as they were; a leader's has the own unit's layers", () => {
  const rest = withoutItems(release)
  const outline = withoutUnits(release)
  expect(new Set(outline.groups.map(({ kind }) => kind))).toEqual(new Set(["organization", "layer"]))
  expect(outline.groups).toEqual(
    rest.groups.filter(({ kind }) => kind === "organization" || kind === "layer"),
  )
  expect(outline.steps.length).toBeGreaterThan(0)
  expect(outline.steps).toEqual(rest.steps.filter(({ group }) => group === "all"))
  const unit = rest.groups.find(
    ({ kind, id }) => kind === "unit" && rest.steps.some(({ group }) => group === id),
  )
  if (unit === undefined) throw new Error("no unit with a step")
  const own = withoutUnits({ ...release, own: { group: unit.id, name: unit.name } })
  expect(own.groups).toEqual(
    rest.groups.filter(
      ({ id, kind, parent }) => id === unit.id || (kind === "unit-layer" && parent === unit.id),
    ),
  )
  expect(own.steps).toEqual(rest.steps.filter(({ group }) => group === unit.id))
})
test("what people show and which options they chose go with neither part: routes of their own tell that", () => {
  const [first] = release.groups
  if (first?.cells.message === undefined) throw new Error("nothing is told")
  const options = [{ id: "month", text: "Within the last month" }]
  const more: typeof release = {
    ...release,
    measures: {
      ...release.measures,
      objectives: [{ id: "mission", text: "Which?", columns: ["mission"], chance: 0.2, claim: null }],
    },
    groups: release.groups.map((group) => ({
      ...group,
      cells: { ...group.cells, mission: first.cells.message as Cell },
    })),
    choices: [
      {
        id: "explained-when",
        text: "When?",
        pick: 1,
        options,
        groups: [{ group: "all", n: 90, shares: [40] }],
      },
    ],
  }
  for (const part of [withoutItems(more), withoutUnits(more)]) {
    expect(part.groups.some(({ cells }) => "mission" in cells)).toBe(false)
    expect(part.groups.some(({ cells }) => "message" in cells)).toBe(true)
    expect("choices" in part).toBe(false)
  }
  expect(itemsOf(more, constructs[0]?.id ?? "")).toEqual(itemsOf(release, constructs[0]?.id ?? ""))
  expect(more.choices).toHaveLength(1)
})
test("there are no items of a construct that was not asked", () => {
  expect(itemsOf(release, "nothing")).toBeUndefined()
  expect(itemsOf(release, "__proto__")).toBeUndefined()
})
