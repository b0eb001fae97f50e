import { expect, test } from "vitest"
import { alignmentCore } from "./alignment-core.ts"
import { toColumns } from "./columns.ts"
import { type Language, languages } from "./instrument.ts"
import { measures } from "./measures.ts"
import { freezeQuestionnaire } from "./questionnaire.ts"

const words = { mission: "", missionDecoys: [], vision: "", priorities: [], priorityDecoys: [] }
const { questionnaire, key } = freezeQuestionnaire(alignmentCore, words, "Valley Water", "seed")

test("the measures name every construct with its items, and each item has a column", () => {
  const { constructs, composites } = measures(questionnaire)
  expect(constructs.map(({ id, items }) => `${id} ${items.length}`)).toEqual([
    "mission-clarity 4",
    "vision-clarity 3",
    "strategy 4",
    "line-of-sight 4",
    "leader-communication 4",
    "cross-team 3",
    "feedback 3",
    "explaining 3",
  ])
  expect(composites.map(({ id }) => id)).toEqual(["message"])
  const { itemIds } = toColumns(questionnaire, key, [])
  expect(
    constructs.flatMap(({ items }) => items.map(({ id }) => id)).every((id) => itemIds.includes(id)),
  ).toBe(true)
})

test("a reversed item says so, in every language, and no other does", () => {
  const marked = (language: Language, mark: string) =>
    measures(questionnaire, language)
      .constructs.flatMap(({ items }) => items)
      .filter(({ text }) => text.includes(mark))
      .map(({ id }) => id)
  const reversed = ["mission-clarity-3", "strategy-3", "cross-team-3", "feedback-3"]
  const marks = { en: "reversed", de: "umgekehrt", fr: "inversé", es: "invertido", tr: "ters:", ar: "معكوسة" }
  for (const language of languages) expect(marked(language, marks[language]), language).toEqual(reversed)
})
