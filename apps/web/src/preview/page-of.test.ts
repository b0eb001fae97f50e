import { alignmentCore, type Instrument } from "@throughline/instrument"
import { expect, test } from "vitest"
import { answersThatAsk, pageOf } from "./page-of.ts"

const conditional: Instrument = {
  ...alignmentCore,
  questions: alignmentCore.questions.map((question) =>
    question.type === "text"
      ? { ...question, unless: { question: "explained-when", choice: "never" } }
      : question,
  ),
}

test("a question under a condition comes with an answer that leads to it", () => {
  expect(answersThatAsk(alignmentCore, "mission")).toEqual({})
  expect(answersThatAsk(alignmentCore, "explained-by")).toEqual({ "explained-when": "month" })
})

test("pages that nobody would see are not counted", () => {
  const last = pageOf(alignmentCore, "comment-helps", {})
  expect(last).toBe(pageOf(alignmentCore, "mission", {}) + 1)
  expect(pageOf(conditional, "comment-helps", {})).toBe(last)
  const split: Instrument = {
    ...conditional,
    pages: [{ id: "first", title: {}, questions: ["top-priority"] }, ...alignmentCore.pages],
  }
  expect(pageOf(split, "mission", {})).toBe(pageOf(alignmentCore, "mission", {}))
  expect(pageOf(split, "mission", { "explained-when": "month" })).toBe(
    pageOf(alignmentCore, "mission", {}) + 1,
  )
  expect(pageOf(alignmentCore, "nobody", {})).toBe(0)
})
