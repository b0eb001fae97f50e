import { expect, test } from "vitest"
import type { CodingView } from "../api.ts"
import { agreementText, codeName, isCodable, numbered, progressText, topicsWait } from "./coding-words.ts"

const coding: CodingView = {
  state: "coding",
  question: { id: "top-priority", text: "In your own words?" },
  codes: [
    { code: "p1", text: "Old buildings" },
    { code: "other", text: "Something else" },
  ],
  texts: 40,
  mine: [{ comment: "a", code: "p1" }],
  other: { name: "Ines", done: 12 },
  agreement: null,
  differences: [],
  changes: 0,
}

test("each choice has a number that chooses it, and a name", () => {
  expect(numbered(coding).map(({ label }) => label)).toEqual(["1. Old buildings", "2. Something else"])
  expect([codeName(coding, "other"), codeName(coding, "gone")]).toEqual(["Something else", "gone"])
})

test("the page says how far each is, and never what the other said", () => {
  expect(progressText(coding)).toContain("You have coded 1 of 40 texts, Ines 12.")
  const one = { comment: "a", mine: "p1", theirs: "other", settled: null }
  const settled = { ...one, comment: "b", settled: { code: "p1", revision: 1, by: "Ines" } }
  const settling: CodingView = { ...coding, state: "settling", differences: [one, settled] }
  expect(progressText(settling)).toContain("1 text waits to be settled")
  expect(progressText({ ...coding, state: "published" })).toContain("stay as they are")
})

test("agreement is said in words, with how sure", () => {
  const agreement = { same: 86, kappa: { value: 0.714, low: 0.6, high: 0.83 } }
  expect(agreementText({ ...coding, agreement })).toBe(
    "Of 40 texts you coded 86% alike. Beyond what two people agree on by habit alone, that is good (Cohen’s kappa 0.71, 95% interval 0.60 to 0.83).",
  )
  expect(agreementText({ ...coding, agreement: { same: 100, kappa: null } })).toContain(
    "one and the same choice",
  )
  expect(agreementText(coding)).toBe("")
})

test("words alone leave where nobody or one could code, or words have left already", () => {
  const states = ["not-asked", "one-coder", "words-told", "coding", "settling", "ready", "published"] as const
  expect(states.filter((state) => isCodable({ state }))).toEqual(["coding", "settling", "ready", "published"])
})

test("topics wait from the first code of either to the last of both", () => {
  expect(topicsWait(coding)).toBe(true)
  expect(topicsWait({ ...coding, mine: [] })).toBe(true)
  expect(topicsWait({ ...coding, mine: [], other: { name: "Ines", done: 0 } })).toBe(false)
  expect(topicsWait({ ...coding, state: "settling" })).toBe(false)
})
