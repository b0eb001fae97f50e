import { existsSync, readFileSync } from "node:fs"
import { describe, expect, test } from "vitest"
import { comparePeople } from "./compare-people.ts"
import { repairAll } from "./repair-all.ts"
import type { Difference } from "./stored-person.ts"
import { person } from "./testing.ts"

const counts = (difference: Difference) =>
  Object.fromEntries(
    Object.entries(difference).map(([key, value]) => [key, Array.isArray(value) ? value.length : value]),
  )
const NOTHING = { joined: 0, left: 0, moved: 0, attached: 0, detached: 0, changed: 0, rekeyed: 0 }

describe("what a new people file changes", () => {
  const company = [person("1", null), person("2", "1"), person("3", "1"), person("4", "2")]

  test("is nothing when nothing changed, whatever the order of rows", () => {
    expect(counts(comparePeople(company, [...company].reverse()))).toEqual({ ...NOTHING, unchanged: 4 })
  })

  test("is who joined, left, moved and changed", () => {
    const now = [
      person("1", null),
      person("2", "1", { title: "Director" }),
      person("4", "1"),
      person("5", "4"),
    ]
    expect(comparePeople(company, now)).toEqual({
      ...{ joined: ["5"], left: ["3"], moved: [{ id: "4", from: "2", to: "1" }], attached: [], detached: [] },
      changed: [{ id: "2", fields: [{ field: "title", from: "", to: "Director" }] }],
      ...{ unchanged: 1, rekeyed: [] },
    })
  })

  test("tells a first manager and a lost one from another one", () => {
    const now = [person("0", null), person("1", "0"), person("2", null), person("3", "1"), person("4", "2")]
    expect(comparePeople(company, now)).toMatchObject({
      ...{ joined: ["0"], moved: [], attached: [{ id: "1", to: "0" }], detached: [{ id: "2", from: "1" }] },
    })
  })

  test("counts who is said to have left, and whoever comes back; a vacant post is nobody", () => {
    const away = company.map((each) => (each.id === "4" ? { ...each, active: false } : each))
    expect(comparePeople(company, away)).toMatchObject({ joined: [], left: ["4"], unchanged: 3 })
    expect(comparePeople(away, company)).toMatchObject({ joined: ["4"], left: [], unchanged: 3 })
    const post = person("5", "1", { active: false })
    expect(counts(comparePeople(company, [...company, post]))).toEqual({ ...NOTHING, unchanged: 4 })
    expect(counts(comparePeople([...company, post], company))).toEqual({ ...NOTHING, unchanged: 4 })
  })

  test("knows people again by address, else by a name nobody else has, when the key is another one", () => {
    const now = company.map((each) => ({
      ...each,
      id: `E${each.id}`,
      managerId: each.managerId && `E${each.managerId}`,
    }))
    const same = { ...NOTHING, rekeyed: 4, unchanged: 4 }
    expect(counts(comparePeople(company, now))).toEqual(same)
    const without = company.map((each) => ({ ...each, email: null }))
    expect(counts(comparePeople(without, now))).toEqual({ ...same, changed: 4, unchanged: 0 })
    const namesakes = without.map((each) => ({ ...each, name: "Jo Doe" }))
    expect(counts(comparePeople(namesakes, now))).toMatchObject({ joined: 4, left: 4, rekeyed: 0 })
  })

  test("does not take a namesake with another address for the same person, unless only the domain is new", () => {
    const old = [person("1", null), person("2", "1", { name: "Jo Doe", email: "jo@example.com" })]
    const other = (email: string) => [person("1", null), person("3", "1", { name: "Jo Doe", email })]
    expect(counts(comparePeople(old, other("jo.doe2@example.com")))).toMatchObject({ joined: 1, left: 1 })
    expect(counts(comparePeople(old, other("jo@example.org")))).toMatchObject({ rekeyed: 1, changed: 1 })
  })

  test("leaves a team where it is when the absent manager gets a row", () => {
    const post = person("vacant:Eva Long", "1", { name: "Eva Long", active: false, email: null })
    const stored = [person("1", null), post, person("2", "vacant:Eva Long")]
    const eva = person("9", "1", { name: "Eva Long" })
    expect(counts(comparePeople(stored, [person("1", null), eva, person("2", "9")]))).toEqual({
      ...{ ...NOTHING, joined: 1, rekeyed: 1, unchanged: 2 },
    })
    expect(comparePeople(stored, [person("1", null), eva, person("2", "1")]).moved).toHaveLength(1)
  })

  test("somebody stored without a place has no manager", () => {
    const lost = [person("1", null), person("2", "2")]
    expect(comparePeople(lost, [person("1", null), person("2", "1")]).attached).toHaveLength(1)
    expect(comparePeople(lost, [person("1", null), person("2", "?x")])).toMatchObject({ unchanged: 1 })
  })
})

const reference = new URL("../../../../shared/reference/orgs/sourcegraph/", import.meta.url)
const present = existsSync(reference)
describe.skipIf(!present)(`two exports of one company${present ? "" : " (no reference data)"}`, () => {
  test("three months apart: 42 joined, 17 left, 45 with another manager, 21 with a first one", () => {
    const people = (date: string) =>
      repairAll(readFileSync(new URL(`employees-${date}.csv`, reference), "utf8")).file.people
    const difference = comparePeople(people("2022-02-17"), people("2022-05-11"))
    expect(counts(difference)).toMatchObject({
      ...{ joined: 42, left: 17, moved: 45, attached: 21, detached: 0, rekeyed: 5 },
    })
    const titles = difference.changed.filter(({ fields }) => fields.some(({ field }) => field === "title"))
    expect(titles).toHaveLength(23)
  })
})
