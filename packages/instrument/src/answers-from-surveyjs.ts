import { CONTROL, isAsked } from "./answers.ts"
import { CANNOT_SAY, type Question } from "./instrument.ts"
import type { Questionnaire } from "./questionnaire.ts"

/** How SurveyJS writes a checkbox's "none of these", which stands for "I cannot say". */
const NONE = "none"

/**
 * SurveyJS's data in the shape of `Answers`, to be checked by `answersSchema`. Tidies what a person may well leave
 * behind (empty fields, white space, pasted control characters, an answer to a question that is hidden by now, keys
 * that are no question of ours); whatever is wrong in any other way is passed on as it is, for the schema to refuse.
 */
export function answersFromSurveyJs(data: unknown, questionnaire: Questionnaire): unknown {
  if (typeof data !== "object" || data === null || Array.isArray(data)) return data
  const given = new Map<string, unknown>(Object.entries(data))
  const answers: Record<string, unknown> = {}
  for (const question of questionnaire.instrument.questions) {
    const answer = tidyAnswer(question, given.get(question.id))
    if (answer !== undefined && isAsked(question, answers)) answers[question.id] = answer
  }
  return answers
}

function tidyAnswer(question: Question, answer: unknown): unknown {
  if (answer === null || answer === "") return undefined
  if (question.type === "text" && typeof answer === "string") return tidyText(answer)
  if (Array.isArray(answer) && answer.length === 0) return undefined
  if (question.type === "priorities" && Array.isArray(answer) && answer.length === 1 && answer[0] === NONE) {
    return CANNOT_SAY
  }
  return answer
}

function tidyText(text: string): string | undefined {
  const oneLineEnd = text.toWellFormed().replace(/\r\n?/g, "\n")
  const clean = [...oneLineEnd]
    .filter((character) => !CONTROL.test(character))
    .join("")
    .trim()
  return clean === "" ? undefined : clean
}
