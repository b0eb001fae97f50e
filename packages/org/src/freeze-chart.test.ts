import { expect, test } from "vitest"
import { freezeChart } from "./freeze-chart.ts"
import { buildOrgChart } from "./org-chart.ts"
import type { Person } from "./person.ts"
import { person, staff } from "./testing.ts"

const frozen = (people: Person[]) => {
  const chart = buildOrgChart(people)
  const { layer, heads } = freezeChart(chart)
  const at = (values: ArrayLike<string | number>) =>
    Object.fromEntries(chart.people.map(({ id }, position) => [id, values[position]]))
  return { layer: at(layer), heads: at(heads) }
}

test("one head stands on layer 1, several tops on layer 2 under an empty virtual head", () => {
  expect(frozen([person("a", null), person("b", "a")]).layer).toEqual({ a: 1, b: 2 })
  expect(frozen([person("a", null), person("b", "a"), person("c", null)]).layer).toEqual({ a: 2, b: 3, c: 2 })
})

test("a leaver with a blank manager cell and nobody active below is no second top", () => {
  const gone = person("gone", null, { active: false })
  const people = [person("a", null), person("b", "a"), gone, person("old", "gone", { active: false })]
  expect(frozen(people).layer).toEqual({ a: 1, b: 2, gone: 0, old: 0 })
  expect(frozen([...people, person("here", "gone")]).layer).toMatchObject({ a: 2, gone: 2, here: 3 })
})

test("unplaced people have no place", () => {
  expect(frozen([person("a", null), person("lost", "?x"), person("below", "lost")]).layer).toEqual({
    a: 1,
    lost: 0,
    below: 0,
  })
})

test("a unit is called after its department where that is mainly this unit, else after its head", () => {
  const sales = { department: "Sales" }
  const people = [
    ...[person("ceo", null), person("cso", "ceo", sales), person("cfo", "ceo", { department: "Finance" })],
    ...[
      person("north", "cso", sales),
      ...staff("north", 4, sales),
      person("south", "cso", sales),
      ...staff("south", 3, sales),
    ],
    // A third of Sales works elsewhere, in a unit that is not mainly Sales.
    ...[...staff("cfo", 3, { department: "Finance" }), ...staff("cfo-1", 2, sales)],
  ]
  expect(frozen(people).heads).toMatchObject({
    ceo: "Name ceo",
    cso: "Sales",
    cfo: "Finance",
    north: "Name north",
    south: "Name south",
    "cfo-1": "Name cfo-1",
  })
})

test("names given to units do not depend on the order of rows", () => {
  const people = [
    person("a", null),
    ...staff("a", 3, { department: "X" }),
    ...staff("a-1", 4, { department: "Y" }),
    ...staff("a-2", 4, { department: "Y" }),
  ]
  expect(frozen([...people].reverse())).toEqual(frozen(people))
})
