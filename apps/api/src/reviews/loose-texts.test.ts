import { alignmentCore, freezeQuestionnaire } from "@throughline/instrument"
import { expect, test } from "vitest"
import { words } from "../testing.ts"
import { looseTexts } from "./loose-texts.ts"

const { questionnaire } = freezeQuestionnaire(alignmentCore, words, "Acme", "seed")
const texts = questionnaire.instrument.questions.filter(({ type }) => type === "text").map(({ id }) => id)
const [one = "", two = ""] = texts
/** 400 people of one group who wrote two texts each; the number in them is who wrote it, for this test only. */
const respondents = Array.from({ length: 400 }, (_, person) => ({
  cohort: 0,
  answers: { "explained-when": "month", [one]: `one ${person}`, [two]: `two ${person}` },
}))
const writer = (body: string) => Number(body.split(" ")[1])

/** The best an attacker does who pairs the n-th text of one question with the n-th of the other, or with its neighbour. */
function linked(list: readonly { question: string; body: string }[]): number {
  const [first = [], second = []] = [one, two].map((id) => list.filter(({ question }) => question === id))
  const byRank = first.filter(({ body }, at) => writer(body) === writer(second[at]?.body ?? "")).length
  const byNeighbour = list.filter(({ body }, at) => writer(body) === writer(list[at + 1]?.body ?? "")).length
  return Math.max(byRank, byNeighbour)
}

test("two texts of one person cannot be joined: no better than chance", () => {
  expect(texts.length).toBeGreaterThan(1)
  const list = looseTexts(questionnaire, respondents, () => 3)
  expect(list).toHaveLength(800)
  // About one is expected; more than 12 happens less than once in ten million runs.
  expect(linked(list)).toBeLessThanOrEqual(12)
  for (const text of list) expect(Object.keys(text).sort()).toEqual(["body", "coarse", "question"])
})

test("it is the shuffling that keeps them apart: without it all are joined", () => {
  expect(
    linked(
      looseTexts(
        questionnaire,
        respondents,
        () => 3,
        (list) => list,
      ),
    ),
  ).toBe(400)
})
