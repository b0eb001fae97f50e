import { expect, test } from "vitest"
import { itemsOf, withoutItems } from "./items-apart.ts"
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
test("there are no items of a construct that was not asked", () => {
  expect(itemsOf(release, "nothing")).toBeUndefined()
  expect(itemsOf(release, "__proto__")).toBeUndefined()
})
