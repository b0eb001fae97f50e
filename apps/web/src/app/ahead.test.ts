import { expect, test } from "vitest"
import { outlineWillDo, surveyLookedAt } from "./ahead.ts"

test("a survey is looked at where its results' address names it", () => {
  const named = ["/results/abc", "/results/abc/heat-map", "/results/abc/breaks"]
  expect(named.map(surveyLookedAt)).toEqual(["abc", "abc", "abc"])
  const none = ["/", "/results", "/results/", "/results/heat-map", "/results/breaks", "/results/comments"]
  for (const path of [...none, "/surveys/abc"]) expect(surveyLookedAt(path)).toBeUndefined()
})

test("the outline will do only where nothing in it is missed", () => {
  const will = (search: string) => outlineWillDo(new URLSearchParams(search))
  expect(["", "?from=mail", "?group=unit%3A7", "?measure=c1"].map(will)).toEqual([true, true, false, false])
})
