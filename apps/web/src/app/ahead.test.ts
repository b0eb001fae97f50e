import { expect, test } from "vitest"
import { outlineWillDo, surveyLookedAt } from "./ahead.ts"
import { resultPlaces } from "./results/result-places.ts"

test("a survey is looked at where its results' address names it", () => {
  const named = ["/results/abc", "/results/abc/heat-map", "/results/abc/breaks", "/results/abc/across"]
  expect(named.map(surveyLookedAt)).toEqual(["abc", "abc", "abc", "abc"])
  // Every part of the results that can stand in place of a survey.
  const parts = resultPlaces("/results", "").map(({ href }) => href)
  expect(parts).toHaveLength(7)
  const none = ["/", "/results/", ...parts]
  for (const path of [...none, "/surveys/abc"]) expect(surveyLookedAt(path)).toBeUndefined()
})

test("the outline will do only where nothing in it is missed", () => {
  const will = (search: string) => outlineWillDo(new URLSearchParams(search))
  expect(["", "?from=mail", "?group=unit%3A7", "?measure=c1"].map(will)).toEqual([true, true, false, false])
})
