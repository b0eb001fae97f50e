import type { Answers } from "./answers.ts"
import { CANNOT_SAY, type LikertItem, type Question } from "./instrument.ts"
import type { Key, Questionnaire } from "./questionnaire.ts"

/**
 * Answers as columns: `values[i][r]` is what respondent r gave to `itemIds[i]`; −1 is always "no answer".
 *
 * Likert items 1 to 5, higher always better for the construct (reversed items are turned round here), 0 "cannot say".
 * "mission" 1 recognised, 0 not (a wrong one, or "cannot say"). "priorities" how many official ones were named, 0 to 3
 * ("cannot say": 0). Choice questions the place of the choice, from 0. Texts have no column.
 */
export interface ItemColumns {
  itemIds: string[]
  values: Int8Array[]
}

const MISSING = -1

/** `answers` must have passed `answersSchema`; `key` is the one frozen with the questionnaire. */
export function toColumns(questionnaire: Questionnaire, key: Key, answers: readonly Answers[]): ItemColumns {
  const scored = questionnaire.instrument.questions.filter(({ type }) => type !== "text")
  return {
    itemIds: scored.map(({ id }) => id),
    values: scored.map((question) =>
      Int8Array.from(answers, (given) => score(question, given[question.id], key)),
    ),
  }
}

function score(question: Question, answer: Answers[string] | undefined, key: Key): number {
  if (answer === undefined) return MISSING
  switch (question.type) {
    case "likert":
      return likertScore(question, answer)
    case "mission":
      return answer === key.mission ? 1 : 0
    case "priorities":
      return Array.isArray(answer) ? answer.filter((id) => key.priorities.includes(id)).length : 0
    case "choice":
      return question.choices.findIndex(({ id }) => id === answer)
    case "text":
      return MISSING
  }
}

function likertScore(item: LikertItem, answer: Answers[string]): number {
  if (answer === CANNOT_SAY) return 0
  if (typeof answer !== "number") return MISSING
  return item.reverse ? 6 - answer : answer
}
