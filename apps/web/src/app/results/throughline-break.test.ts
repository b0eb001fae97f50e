import { describe, expect, test } from "vitest"
import { boundary, breaks, companyWithBreaks, found } from "./breaks-example.ts"
import { leaderRelease, step } from "./release-example.ts"
import { largestDrop } from "./sentences.ts"
import { lineBranch, lineFinding, lineSteps } from "./throughline-break.ts"

const company = companyWithBreaks()
const torn = (release: typeof company, measure = "message") =>
  lineSteps(release, "all", measure).flatMap(({ confirmed, from }) => (confirmed ? [from] : []))
const wholeBreaks = companyWithBreaks({
  whole: { boundaries: [boundary({ fromLayer: 3, toLayer: 4 })], profile: [], leftOut: [] },
})

describe("a break in one unit", () => {
  test("is that unit's own line from the layer where it begins, and the whole line is not torn", () => {
    expect(lineBranch(company, "all", "message")).toEqual({
      label: "Break: Operations from layer 4 down, −0.6",
      points: [
        { id: "layer:4", mean: 3.3 },
        { id: "layer:5", mean: 3 },
        { id: "layer:6", mean: 2.9 },
      ],
    })
    expect(torn(company)).toEqual([])
    expect(lineFinding(company, "all", "message").headline).toMatch(/^In Operations, the message is 0\.6/)
  })
  test("has no line of its own where its layers are not shown", () => {
    const hidden = companyWithBreaks({ findings: [found({ unit: "unit:17", name: "Finance" })] })
    expect(lineBranch(hidden, "all", "message")).toBeUndefined()
  })
  test("is not drawn beside another unit's line, nor by another measure", () => {
    expect(lineBranch(company, "unit:14", "message")).toBeUndefined()
    expect(lineBranch(company, "all", "safety")).toBeUndefined()
    expect(lineFinding(company, "unit:14", "message")).toEqual(largestDrop(company, "unit:14", "message"))
  })
})

test("a break of the whole organization tears the line at its step and nowhere else", () => {
  expect(torn(wholeBreaks)).toEqual(["layer:3"])
  // The size of the headline stands at the tear too, and at no other step.
  const noted = lineSteps(wholeBreaks, "all", "message").flatMap(({ note, from }) =>
    note ? [[from, note]] : [],
  )
  expect(noted).toEqual([["layer:3", "−0.4 beyond a gradual change"]])
  expect(lineBranch(wholeBreaks, "all", "message")).toBeUndefined()
  expect(lineFinding(wholeBreaks, "all", "message").headline).toMatch(/^In the whole organization/)
})

test("a leader's own line is torn where the own unit breaks, and a unit inside it breaks off beside it", () => {
  const steps = [3, 4, 5].map((at) => ({ ...step(at, -0.4, null), group: "unit:7" }))
  const own = { ...leaderRelease(company.groups, steps), breaks: breaks() }
  expect(lineSteps(own, "unit:7", "message").map(({ confirmed }) => confirmed)).toEqual([true, false, false])
  expect(lineSteps(own, "unit:7", "message").map(({ note }) => note)).toEqual([
    "−0.6 to those elsewhere",
    undefined,
    undefined,
  ])
  expect(lineBranch(own, "unit:7", "message")).toBeUndefined()
  const inside = { ...own, breaks: breaks({ findings: [found({ unit: "unit:8", name: "Depot North" })] }) }
  expect(lineSteps(inside, "unit:7", "message").some(({ confirmed }) => confirmed)).toBe(false)
  expect(lineBranch(inside, "unit:7", "message")?.points).toEqual([{ id: "unit:7/layer:4", mean: 3.2 }])
})

test("without a finding the line is whole and the headline calm; breaks of another measure do not disturb it", () => {
  const calm = companyWithBreaks({ findings: [found({ measure: "strategy" })] })
  expect([torn(calm), lineBranch(calm, "all", "message")]).toEqual([[], undefined])
  expect(lineFinding(calm, "all", "message").headline).toBe("No evidence that the message breaks anywhere")
})

test("where too few answered to judge, the largest drop is described and that is said beside it", () => {
  const measures = breaks().measures.map((one) => ({ ...one, tested: false, p: null }))
  const untested = companyWithBreaks({ findings: [], measures })
  const told = lineFinding(untested, "all", "message")
  expect(told).toEqual(largestDrop(untested, "all", "message"))
  expect(told.headline).toMatch(/^The message falls most/)
  expect(told.sure).toMatch(/Too few answered to tell whether this is more than leaders ordinarily differ\.$/)
})

test("results in which breaks were not judged keep the largest drop", () => {
  const { breaks: _, ...old } = company
  expect(lineFinding(old, "all", "message")).toEqual(largestDrop(old, "all", "message"))
  expect([torn(old), lineBranch(old, "all", "message")]).toEqual([[], undefined])
  expect(lineFinding({ ...old, breaks: breaks({ measures: [] }) }, "all", "message")).toEqual(
    largestDrop(old, "all", "message"),
  )
})
