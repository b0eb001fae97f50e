import { z } from "zod"
import { CANNOT_SAY, type Question, type Unless } from "./instrument.ts"
import type { Questionnaire } from "./questionnaire.ts"

/**
 * Question id → answer, only for what was answered. Likert: 1 to 5 as clicked (reversal is scoring's business) or
 * "cannot-say"; choice: a choice's id; mission: an option id or "cannot-say"; priorities: one to three option ids, in
 * any order, or "cannot-say"; ranking: choices' ids, what comes first first; text: as written.
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
  const skipped = questionnaire.instrument.questions.filter((question) => unlessOf(question) !== undefined)
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
  const unless = unlessOf(question)
  if (unless === undefined) return true
  const given = Object.hasOwn(answers, unless.question) ? answers[unless.question] : undefined
  return given !== undefined && given !== unless.choice
}

function unlessOf(question: Question): Unless | undefined {
  return "unless" in question ? question.unless : undefined
}

/**
 * The most bytes that any accepted answers can take as JSON in UTF-8: what the survey's sealed size is made from. A
 * UTF-16 code unit takes at most 3 bytes, escaped ones (quotes, line breaks) 2.
 */
export function maximumAnswerBytes(questionnaire: Questionnaire): number {
  const perQuestion = questionnaire.instrument.questions.map((question) => {
    const key = question.id.length + 4 // quotes, colon, comma
    return key + longestAnswer(question, questionnaire)
  })
  return 2 + perQuestion.reduce((sum, bytes) => sum + bytes, 0)
}

function longestAnswer(question: Question, { missionOptions, priorityOptions }: Questionnaire): number {
  const lengths = (options: readonly { id: string }[]) => options.map(({ id }) => id.length + 2)
  const list = (options: readonly { id: string }[], pick: number) => {
    const longest = lengths(options).sort((a, b) => b - a)
    return 2 + longest.slice(0, pick).reduce((sum, length) => sum + length + 1, 0)
  }
  switch (question.type) {
    case "likert":
      return CANNOT_SAY.length + 2
    case "mission":
      return Math.max(CANNOT_SAY.length + 2, ...lengths(missionOptions))
    case "priorities":
      return Math.max(CANNOT_SAY.length + 2, list(priorityOptions, question.pick))
    case "choice":
      return Math.max(0, ...lengths(question.choices))
    case "ranking":
      return list(question.choices, question.pick)
    case "text":
      return 2 + question.maxLength * 3
  }
}

function answerSchema(question: Question, questionnaire: Questionnaire): z.ZodType<Answers[string]> {
  switch (question.type) {
    case "likert":
      return z.union([z.literal([1, 2, 3, 4, 5]), z.literal(CANNOT_SAY)])
    case "choice":
      return z.enum(ids(question.choices))
    case "mission":
      return z.enum([...ids(questionnaire.missionOptions), CANNOT_SAY])
    case "priorities":
      return z.union([
        z.literal(CANNOT_SAY),
        z
          .array(z.enum(ids(questionnaire.priorityOptions)))
          .min(1)
          .max(question.pick)
          .refine(allDiffer, "the same priority twice"),
      ])
    case "ranking":
      return z
        .array(z.enum(ids(question.choices)))
        .min(1)
        .max(question.pick)
        .refine(allDiffer, "the same choice twice")
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

function allDiffer(picked: readonly string[]): boolean {
  return new Set(picked).size === picked.length
}

function ids(options: readonly { id: string }[]): string[] {
  return options.map(({ id }) => id)
}

/** An own "__proto__" key, as JSON.parse makes it, may slip past a schema's check of unknown keys. */
function hasOnlyItsOwnKeys(value: unknown): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false
  const prototype = Object.getPrototypeOf(value)
  return (prototype === Object.prototype || prototype === null) && !Object.hasOwn(value, "__proto__")
}
