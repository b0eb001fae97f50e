import { expect, test } from "vitest"
import { buildOrgChart } from "./org-chart.ts"
import type { Person } from "./person.ts"
import { person } from "./testing.ts"

test("managers stand before their reports, and the order of rows does not matter", () => {
  const people = [person("a", null), person("c", "a"), person("b", "a"), person("e", "b"), person("d", "c")]
  const chart = buildOrgChart(people)
  expect(chart.people.map(({ id }) => id)).toEqual(["a", "b", "c", "e", "d"])
  expect([...chart.parent]).toEqual([-1, 0, 0, 1, 2])
  expect([...chart.layer]).toEqual([1, 2, 2, 3, 3])
  expect(buildOrgChart([...people].reverse())).toEqual(chart)
})

test("who hangs on a loop, a self-manager or somebody absent is unplaced, with all below", () => {
  const people = [
    ...[person("top", null), person("own", "own"), person("below", "own")],
    ...[person("x", "y"), person("y", "x"), person("z", "y"), person("lost", "?nobody")],
  ]
  const chart = buildOrgChart(people)
  expect(chart.tops).toEqual([0])
  expect(chart.unplaced.map((at) => chart.people[at]?.id)).toEqual(["below", "lost", "own", "x", "y", "z"])
  expect(chart.unplaced.every((at) => chart.layer[at] === 0 && chart.parent[at] === -1)).toBe(true)
})

test("a chain of 10,000 managers has 10,000 layers", () => {
  const people: Person[] = []
  for (let i = 0; i < 10_000; i++) people.push(person(String(i), i === 0 ? null : String(i - 1)))
  expect(Math.max(...buildOrgChart(people).layer)).toBe(10_000)
})
