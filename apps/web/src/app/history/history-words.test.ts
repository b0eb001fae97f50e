import { expect, test } from "vitest"
import type { PublishedQuestion } from "../api.ts"
import { groupsOf, historySentence, stepsTable, stripsOf, unitsTable } from "./history-words.ts"

const of = { group: "grade", question: "The vision is clear", code: "B43" }
const LEVELS = ["Staff", "Heads", "Top"]

function wave(name: string, values: number[], findings: PublishedQuestion["steps"][number]["finding"][]) {
  const figures = values.map((percent, at) => ({
    ...{ ...of, wave: name, level: LEVELS[at] ?? "", order: at + 1, respondents: 900, percent },
    interval: [percent - 3, percent + 3] as [number, number],
  }))
  const steps = findings.map((finding, at) => {
    const drop = (values[at + 1] ?? 0) - (values[at] ?? 0)
    const interval: [number, number] = [drop - 4, drop + 4]
    return {
      ...of,
      wave: name,
      from: LEVELS[at] ?? "",
      to: LEVELS[at + 1] ?? "",
      drop,
      interval,
      p: 0.01,
      finding,
    }
  })
  return { figures, steps }
}
const told = (...waves: ReturnType<typeof wave>[]): PublishedQuestion => ({
  question: of.question,
  figures: waves.flatMap(({ figures }) => figures).toReversed(),
  steps: waves.flatMap(({ steps }) => steps),
  missing: [],
})
const old = wave("2009", [34, 40, 61], ["drop", "largest-drop"])
const recent = wave("2010", [36, 41, 63], ["drop", "largest-drop"])
const none = wave("2011", [60, 41, 42], ["rise", "unclear"])
const elsewhere = wave("2012", [30, 61, 63], ["largest-drop", "unclear"])

test("the newest wave stands first, layers from the lowest up, the largest drop between the two it lies between", () => {
  const strips = stripsOf(told(old, recent, none), "grade")
  expect(strips.map(({ label }) => label)).toEqual(["2011", "2010", "2009"])
  expect(strips[1]?.points.map(({ label }) => label)).toEqual(LEVELS)
  expect(strips[1]?.largest).toEqual({
    from: 1,
    to: 2,
    words: "22.0 points (18.0 to 26.0) from Top to Heads",
  })
  expect(strips[0]?.largest).toBeNull()
})

test("the sentence says where most is lost, and in how many waves; a rise is not called lost", () => {
  expect(historySentence(told(old, recent), "grade")).toBe("In both waves most is lost from Top to Heads")
  expect(historySentence(told(old), "grade")).toBe(
    "Most is lost from Top to Heads: 21.0 points (17.0 to 25.0)",
  )
  expect(historySentence(told(none), "grade")).toBe(
    "Between no two neighbouring layers is there a clear drop",
  )
  expect(historySentence(told(old, none), "grade")).toBe("A clear drop in 1 of 2 waves, none in the last")
  expect(historySentence(told(old, elsewhere), "grade")).toBe(
    "In 2012 most is lost from Heads to Staff; in other waves it is elsewhere or unclear",
  )
})

test("tables hold every step and every figure of the group", () => {
  expect(stepsTable(told(old, none), "grade").rows).toEqual([
    ["2009", "Heads", "Staff", 6, "2.0 to 10.0", "drop"],
    ["2009", "Top", "Heads", 21, "17.0 to 25.0", "largest drop"],
    ["2011", "Heads", "Staff", -19, "−23.0 to −15.0", "rise"],
    ["2011", "Top", "Heads", 1, "−3.0 to 5.0", "cannot tell"],
  ])
  expect(stepsTable(told(old), null).rows).toEqual([])
  expect(unitsTable(told(old), "grade").rows[0]).toEqual(["Top", "2009", 61, "58% to 64%", 900])
  expect(groupsOf(told(old))).toEqual(["grade"])
})
