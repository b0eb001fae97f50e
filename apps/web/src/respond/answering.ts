import { answersFromSurveyJs, answersSchema } from "@throughline/instrument"
import type { Draft } from "./draft.ts"

/** The large part of the page (SurveyJS with React, zod), fetched as one while the promise is being read. */
export { showQuestions } from "./questionnaire.tsx"

/** The answers as the close will check them. "unfit": it would not take them; "empty": nothing is answered. */
export function checkedAnswers({ data, invitation }: Draft): Record<string, unknown> | "unfit" | "empty" {
  const { questionnaire } = invitation
  const answers = answersSchema(questionnaire).safeParse(answersFromSurveyJs(data, questionnaire))
  if (!answers.success) return "unfit"
  return Object.keys(answers.data).length === 0 ? "empty" : answers.data
}
