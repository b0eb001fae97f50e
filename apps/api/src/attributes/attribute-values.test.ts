import type { Questionnaire } from "@throughline/instrument"
import { buildOrgChart, type OrgChart } from "@throughline/org"
import { expect, test } from "vitest"
import { columnValues, valuesByPosition } from "./attribute-values.ts"
import { freezeAttribute } from "./freeze-attribute.ts"

/** So many people at each place, all reporting to the first. */
function company(places: Record<string, number>): OrgChart {
  const people = Object.entries(places).flatMap(([location, count]) =>
    Array.from({ length: count }, () => location),
  )
  return buildOrgChart(
    people.map((location, row) => ({
      ...{ row, id: `p${row}`, name: `Person ${row}`, email: null, title: "", department: "", location },
      ...{ language: null, managerId: row === 0 ? null : "p0", active: true },
    })),
  )
}
const all = (chart: OrgChart) => chart.people.map(() => true)
const look = (places: Record<string, number>) => {
  const chart = company(places)
  return columnValues(chart, all(chart), "location", 5)
}

test("values that at least k + 3 invited people have are asked, the largest first, the others together as Other", () => {
  const found = look({ Berlin: 20, " berlin ": 2, Munich: 8, Ulm: 7, Bonn: 1, "": 3 })
  expect(found.values).toEqual([
    { value: "Berlin", people: 22 },
    { value: "Munich", people: 8 },
    { value: null, people: 8 },
  ])
  expect(found).toMatchObject({ joined: { people: 8, values: 2 }, none: 3, refused: null })
})

test("one value for all, none for anybody, only rare ones, or more than twelve cannot be asked", () => {
  expect(look({ Berlin: 40 }).refused).toBe("too-few")
  expect(look({ "": 40 }).refused).toBe("too-few")
  expect(look(Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`Place ${at}`, 3]))).refused).toBe(
    "too-few",
  )
  const places = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, at) => [`Place ${at}`, 8]))
  expect(look(places(12)).refused).toBeNull()
  expect(look(places(13)).refused).toBe("too-many")
})

test("people who are not invited are not counted and have no value; rare values stand at Other", () => {
  const chart = company({ Berlin: 10, Munich: 10, Ulm: 2, "": 1 })
  const invited = all(chart)
  invited[0] = false
  const column = columnValues(chart, invited, "location", 5)
  expect(column.values.map(({ people }) => people)).toEqual([10, 9, 2])
  const given = valuesByPosition(chart, invited, column)
  const of = (location: string) =>
    new Set(given.filter((_, at) => invited[at] && chart.people[at]?.location === location))
  expect([of("Munich"), of("Berlin"), of("Ulm"), of("")]).toEqual([
    new Set([0]),
    new Set([1]),
    new Set([2]),
    new Set([null]),
  ])
  expect(given[0]).toBeNull()
})

test("a launch is refused when the people have changed so that the column cannot be asked any more", () => {
  const chart = company({ Berlin: 40 })
  const asked = { attribute: "location", k: 5 } as const
  expect(() => freezeAttribute({} as Questionnaire, asked, chart, all(chart))).toThrow("survey.not-ready")
})
