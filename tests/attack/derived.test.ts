import { analyse, knowing } from "@throughline/analysis"
import { expect, test } from "vitest"
import type { Seen } from "./collect.ts"
import { readDerived } from "./derived.ts"
import { madeUp, randomCompany, seededRandom } from "./random-company.ts"

const survey = "00000000-0000-4000-8000-000000000000"
const seen = (what: string, role: string, json: unknown): Seen => ({
  ...{ look: "closed", role, route: `/api/surveys/{survey}/${what}`, path: `/api/surveys/${survey}/${what}` },
  ...{ accept: "application/json", status: 200, headers: {}, size: 0, hash: "", text: JSON.stringify(json) },
})

test("what follows from the release that the same looker has is read, anything else is not", () => {
  const random = seededRandom(5)
  const options = { id: "first", k: 5, response: 0.9, missing: 0.05 }
  const made = madeUp(random, randomCompany(random, 300), options)
  if (made === null) throw new Error("this seed makes no survey")
  const release = analyse(made.input)
  const own = seen("release", "leader", { ...release, groups: release.groups.slice(0, 3), choices: [] })
  const all = seen("release", "analyst", release)
  const told = readDerived([own, all, seen("knowing", "analyst", knowing(release))])
  expect(told.unread).toEqual([])
  expect(told.count).toBeGreaterThan(50)
  const more = readDerived([own, all, seen("knowing", "leader", knowing(release))])
  expect(more.unread).toEqual(["/api/surveys/{survey}/knowing of leader"])
})
