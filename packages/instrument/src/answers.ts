import { z } from "zod"
import { CANNOT_SAY, type Question } from "./instrument.ts"
import type { Option, Questionnaire } from "./questionnaire.ts"

/**
 * Question id → answer, only for what was answered. Likert: 1 to 5 as clicked (reversal is scoring's business) or
 * "cannot-say"; choice: a choice's id; mission: an option id or "cannot-say"; priorities: one to three option ids, in
 * any order, or "cannot-say"; text: as written.
 */
export type Answers = Record<string, number | "cannot-say" | string | string[]>

/**
 * The gate: SurveyJS's own checks let much through, so every answer is held against this when the ballots are opened,
 * and in the browser before it is sealed. Unknown keys, wrong shapes, options of another survey, duplicates, numbers
 * outside the scale, texts that are empty or too long or hold control characters are refused; nothing is repaired.
 * Every question may be left out; the items for people with reports may be answered by anybody, for whether somebody
 * has reports is no part of a ballot.
 */
export function answersSchema(questionnaire: Questionnaire): z.ZodType<Answers> {
  const shape: Record<string, z.ZodType<Answers[string]>> = {}
  for (const question of questionnaire.instrument.questions) {
    shape[question.id] = answerSchema(question, questionnaire).exactOptional()
  }
  const skipped = questionnaire.instrument.questions.filter(
    (question) => question.type === "choice" && question.unless !== undefined,
  )
  return z
    .custom<object>(hasOnlyItsOwnKeys, "not a plain object")
    .pipe(z.strictObject(shape))
    .refine(
      (answers) =>
        skipped.every((question) => answers[question.id] === undefined || isAsked(question, answers)),
      "an answer to a question that was not asked",
    )
}

/** Whether the question is asked of somebody who gave these answers. */
export function isAsked(question: Question, answers: Record<string, unknown>): boolean {
  if (question.type !== "choice" || question.unless === undefined) return true
  const given = answers[question.unless.question]
  return given !== undefined && given !== question.unless.choice
}

/**
 * The most bytes that any accepted answers can take as JSON in UTF-8: what the survey's sealed size is made from. A
 * UTF-16 code unit takes at most 3 bytes, escaped ones (quotes, line breaks) 2.
 */
export function maximumAnswerBytes(questionnaire: Questionnaire): number {
  const longest = (options: readonly { id: string }[]) => Math.max(...options.map(({ id }) => id.length))
  const perQuestion = questionnaire.instrument.questions.map((question) => {
    const key = question.id.length + 4 // quotes, colon, comma
    if (question.type === "text") return key + 2 + question.maxLength * 3
    if (question.type === "choice") return key + 2 + longest(question.choices)
    if (question.type === "priorities") {
      const list = 2 + question.pick * (longest(questionnaire.priorityOptions) + 3)
      return key + Math.max(list, CANNOT_SAY.length + 2)
    }
    return key + 2 + Math.max(CANNOT_SAY.length, longest(questionnaire.missionOptions))
  })
  return 2 + perQuestion.reduce((sum, bytes) => sum + bytes, 0)
}

function answerSchema(question: Question, questionnaire: Questionnaire): z.ZodType<Answers[string]> {
  switch (question.type) {
    case "likert":
      return z.union([z.literal([1, 2, 3, 4, 5]), z.literal(CANNOT_SAY)])
    case "choice":
      return z.enum(question.choices.map(({ id }) => id))
    case "mission":
      return z.enum([...ids(questionnaire.missionOptions), CANNOT_SAY])
    case "priorities":
      return z.union([
        z.literal(CANNOT_SAY),
        z
          .array(z.enum(ids(questionnaire.priorityOptions)))
          .min(1)
          .max(question.pick)
          .refine((picked) => new Set(picked).size === picked.length, "the same priority twice"),
      ])
    case "text":
      return z
        .string()
        .max(question.maxLength)
        .refine((text) => text !== "" && text === text.trim(), "empty, or white space around it")
        .refine((text) => text.isWellFormed() && !CONTROL.test(text), "characters that no keyboard types")
  }
}

/** Control characters but line feed and tab. Marks of direction, which Arabic needs, are none of them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
export const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/

function ids(options: readonly Option[]): string[] {
  return options.map(({ id }) => id)
}

/** An own "__proto__" key, as JSON.parse makes it, may slip past a schema's check of unknown keys. */
function hasOnlyItsOwnKeys(value: unknown): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false
  const prototype = Object.getPrototypeOf(value)
  return (prototype === Object.prototype || prototype === null) && !Object.hasOwn(value, "__proto__")
}
