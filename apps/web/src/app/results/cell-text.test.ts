import { expect, test } from "vitest"
import { hiddenText, nothingShown } from "./cell-text.ts"

test("each reason why a figure is hidden has its own words", () => {
  const words = ["too-few", "not-asked", "earlier-survey"].map((reason) => hiddenText({ reason }))
  expect(words).toEqual(["too few to show", "not asked here", "hidden beside an earlier survey"])
})

test("a page without a figure says that too few answered only where that is the reason", () => {
  const headline = (...reasons: string[]) => nothingShown(reasons, " in Sales", 5).headline
  expect(headline("earlier-survey", "earlier-survey")).toBe(
    "Hidden in Sales: shown beside an earlier survey it would single somebody out",
  )
  expect(headline("earlier-survey", "too-few")).toBe("Too few answered in Sales to show anything")
  expect(headline()).toBe("Too few answered in Sales to show anything")
})
