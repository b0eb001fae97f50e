import type { Answers } from "./answers.ts"
import { CANNOT_SAY, type LikertItem, type Question } from "./instrument.ts"
import type { Key, Option, Questionnaire } from "./questionnaire.ts"

/**
 * Answers as columns: `values[i][r]` is what respondent r gave to `itemIds[i]`; −1 is always "no answer".
 *
 * Likert items 1 to 5, higher always better for the construct (reversed items are turned round here), 0 "cannot say".
 * "mission" 5 recognised, 1 not, 0 "cannot say". "priorities" has a column for each option, official or not, named
 * "priorities/option": 5 named, 1 not, 0 "cannot say". Choice questions the place of the choice, from 0. A ranking has a column for each choice, named
 * "question/choice": its rank from 1, 0 not ranked. Texts have no column,
 * and neither has the question about the person that answers.
 */
export interface ItemColumns {
  itemIds: string[]
  values: Int8Array[]
}

const MISSING = -1

/** `answers` must have passed `answersSchema`; `key` is the one frozen with the questionnaire. */
export function toColumns(questionnaire: Questionnaire, key: Key, answers: readonly Answers[]): ItemColumns {
  const { instrument, attribute, priorityOptions } = questionnaire
  // What people are is never kept beside what they answered (attributeAnswers).
  const columns = instrument.questions
    .filter(({ id }) => id !== attribute?.question)
    .flatMap((question) => columnsOf(question, key, priorityOptions))
  return {
    itemIds: columns.map(({ id }) => id),
    values: columns.map(({ question, score }) =>
      Int8Array.from(answers, (given) => {
        const answer = given[question]
        return answer === undefined ? MISSING : score(answer)
      }),
    ),
  }
}

interface Column {
  id: string
  question: string
  score(answer: Answers[string]): number
}

function columnsOf(question: Question, key: Key, priorityOptions: readonly Option[]): Column[] {
  const one = (score: Column["score"]): Column[] => [{ id: question.id, question: question.id, score }]
  switch (question.type) {
    case "likert":
      return one((answer) => likertScore(question, answer))
    case "mission":
      return one((answer) => shownScore(answer, answer === key.mission))
    case "priorities":
      return priorityOptions.map(({ id }) => ({
        id: `${question.id}/${id}`,
        question: question.id,
        score: (answer) => shownScore(answer, Array.isArray(answer) && answer.includes(id)),
      }))
    case "choice":
      return one((answer) => question.choices.findIndex(({ id }) => id === answer))
    case "ranking":
      return question.choices.map(({ id }) => ({
        id: `${question.id}/${id}`,
        question: question.id,
        score: (answer) => (Array.isArray(answer) ? answer.indexOf(id) + 1 : MISSING),
      }))
    case "text":
      return []
  }
}

function shownScore(answer: Answers[string], shown: boolean): number {
  if (answer === CANNOT_SAY) return 0
  return shown ? 5 : 1
}

function likertScore(item: LikertItem, answer: Answers[string]): number {
  if (answer === CANNOT_SAY) return 0
  if (typeof answer !== "number") return MISSING
  return item.reverse ? 6 - answer : answer
}
