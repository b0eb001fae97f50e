import { alignmentCore, type Instrument } from "@throughline/instrument"
import { expect, test } from "vitest"
import {
  addConstruct,
  addQuestion,
  changeQuestion,
  moveQuestion,
  putQuestion,
  removeConstruct,
  removeQuestion,
} from "./change-instrument.ts"
import { changesSince, comparable } from "./changes-since.ts"
import { withText } from "./instrument-texts.ts"
import { putAt } from "./merge-drafts.ts"
import { newQuestion } from "./new-question.ts"
import { small } from "./testing-instrument.ts"

const changes = (after: Instrument) => changesSince(small, after, "en")

test("nothing has changed in a copy", () => {
  expect(changes(structuredClone(small))).toEqual([])
  expect(changesSince(alignmentCore, structuredClone(alignmentCore), "en")).toEqual([])
})

test("a rewording names its languages, and tells a new translation from another wording", () => {
  const reworded = withText(
    withText(small, "questions/aims-1/text", "de", "Ich weiß es."),
    "questions/aims-1/text",
    "fr",
    "Je sais.",
  )
  expect(changes(reworded)).toEqual([
    "“I know our aims.” is worded differently in German.",
    "“I know our aims.” is now worded in French too.",
  ])
  expect(changes(withText(small, "questions/aims-1/text", "de", ""))).toEqual([
    "“I know our aims.” has no words in German any more.",
  ])
})

test("added, removed and renamed things are named", () => {
  expect(changes(withText(small, "name", "en", "Tiny"))).toEqual(["The questionnaire is now called “Tiny”."])
  expect(changes(removeQuestion(small, "more"))).toEqual(["Removed: “Anything else?”."])
  const added = withText(
    addQuestion(small, newQuestion("likert", "q-1", "teams"), "construct", "teams"),
    "questions/q-1/text",
    "en",
    "Teams meet.",
  )
  expect(changes(added)).toEqual(["Added to “Teams”: “Teams meet.”."])
  expect(changes(withText(addConstruct(small, "new"), "constructs/new/name", "en", "Trust"))).toEqual([
    "New topic: “Trust”.",
  ])
  expect(changes(removeConstruct(small, "teams"))).toEqual([
    "Topic removed: “Teams”.",
    "Removed: “Teams help each other.”.",
    "What the summary “Both” is made of has changed.",
  ])
})

test("one question that was moved is told as one, not as all that made way", () => {
  const down = moveQuestion(moveQuestion(small, "aims-1", 1), "aims-1", 1)
  expect(changes(down)).toEqual(["“I know our aims.” has another place."])
  expect(changes(putQuestion(small, "aims-1", "page", "end"))).toEqual([
    "“I know our aims.” now stands in “At the end”.",
  ])
})

test("what changes the scoring is told", () => {
  const turned = changeQuestion(small, "aims-3", (item) => ({ ...item, reverse: true }) as never)
  expect(changes(turned)).toEqual(["“Our aims change too often.” now counts the other way round."])
  const asked = changeQuestion(
    small,
    "aims-3",
    (item) => ({ ...item, audience: "people-with-reports" }) as never,
  )
  expect(changes(asked)).toEqual(["“Our aims change too often.” is now asked of people with reports only."])
  expect(comparable(small, asked)).toBe(6)
})

test("answers that were added, removed, worded or moved are told", () => {
  const choices = "questions/heard/choices"
  expect(changes(withText(small, `${choices}/boss/text`, "en", "My boss"))).toEqual([
    "The answer “My boss” is worded differently in English.",
  ])
  const swapped = putAt(
    small,
    choices,
    small.questions[4] && "choices" in small.questions[4] ? small.questions[4].choices.toReversed() : [],
  )
  expect(changes(swapped)).toEqual(["The answers of “Who told you?” stand in another order."])
})
