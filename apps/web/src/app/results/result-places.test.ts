import { expect, test } from "vitest"
import { resultPlaces } from "./result-places.ts"

const hrefs = (path: string, query = "") => resultPlaces(path, query).map(({ href }) => href)
const here = (path: string) => resultPlaces(path, "").flatMap(({ name, isHere }) => (isHere ? [name] : []))

test("the parts of the results lead to each other, of the same survey", () => {
  const all = [
    "/results/s1",
    "/results/s1/breaks",
    "/results/s1/heat-map",
    "/results/s1/knowing",
    "/results/s1/across",
    "/results/s1/engagement",
    "/results/s1/comments",
  ]
  for (const path of all) expect(hrefs(path)).toEqual(all)
  expect(hrefs("/results/breaks")).toEqual([
    "/results",
    "/results/breaks",
    "/results/heat-map",
    "/results/knowing",
    "/results/across",
    "/results/engagement",
    "/results/comments",
  ])
})

test("measure and group go along, nothing else does", () => {
  expect(hrefs("/results/s1/breaks", "group=unit%3A7&from=x&measure=st1")[0]).toBe(
    "/results/s1?group=unit%3A7&measure=st1",
  )
})

test("one part is the one that is open", () => {
  expect(["/results", "/results/s1", "/results/s1/breaks", "/results/s1/heat-map"].map(here)).toEqual([
    ["Layers"],
    ["Layers"],
    ["Breaks"],
    ["Heat map"],
  ])
})
