import { type Answers, alignmentCore, freezeQuestionnaire, toColumns } from "@throughline/instrument"
import { expect, test } from "vitest"
import { words } from "../testing.ts"
import { choiceInputs } from "./choice-inputs.ts"

const ranking = {
  type: "ranking" as const,
  ...{ id: "first", text: { en: "What first?" }, pick: 2 },
  choices: ["a", "b", "c"].map((id) => ({ id, text: { en: id } })),
}
const { questionnaire, key } = freezeQuestionnaire(
  { ...alignmentCore, questions: [...alignmentCore.questions, ranking] },
  ...([words, "Acme", "seed"] as const),
)
const [first = "", second = "", third = ""] = questionnaire.priorityOptions.map(({ id }) => id)
const answers: Answers[] = [
  { "explained-when": "month", "explained-by": "top", priorities: [first, third], first: ["c", "a"] },
  { "explained-when": "never", priorities: "cannot-say" },
  {},
]
const inputs = choiceInputs(questionnaire, key, toColumns(questionnaire, key, answers))
const chosen = (question: string, option: string) => {
  const found = inputs.find(({ id }) => id === question)
  return [...(found?.chosen[found.options.findIndex(({ id }) => id === option)] ?? [])]
}

test("who chose an option is 1, who chose others 0, and who chose nothing -1", () => {
  expect(chosen("explained-when", "month")).toEqual([1, 0, -1])
  expect(chosen("explained-when", "never")).toEqual([0, 1, -1])
  expect(chosen("explained-by", "top")).toEqual([1, -1, -1])
  expect(chosen("priorities", first)).toEqual([1, -1, -1])
  expect(chosen("priorities", second)).toEqual([0, -1, -1])
  expect(["a", "b", "c"].map((option) => chosen("first", option))).toEqual([
    [1, -1, -1],
    [0, -1, -1],
    [1, -1, -1],
  ])
})

test("only what hangs on another answer is marked so; official options are", () => {
  expect(inputs.filter(({ conditional }) => conditional).map(({ id }) => id)).toEqual(["explained-by"])
  const { options = [] } = inputs.find(({ id }) => id === "priorities") ?? {}
  expect(options.filter(({ official }) => official).map(({ id }) => id)).toEqual(key.priorities)
})
