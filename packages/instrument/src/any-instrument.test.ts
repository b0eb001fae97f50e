import * as fc from "fast-check"
import { Model } from "survey-core"
import { describe, expect, test } from "vitest"
import { answersSchema, isAsked, maximumAnswerBytes } from "./answers.ts"
import { answersFromSurveyJs } from "./answers-from-surveyjs.ts"
import { toColumns } from "./columns.ts"
import type { Instrument, Question } from "./instrument.ts"
import { instrumentSchema } from "./instrument-schema.ts"
import { WORD_JOINER } from "./literal.ts"
import { measures } from "./measures.ts"
import { freezeQuestionnaire, type Questionnaire } from "./questionnaire.ts"
import { toSurveyJs } from "./surveyjs.ts"
import { anyInstrument, someWords } from "./testing/any-instrument.ts"

const frozen = (instrument: Instrument) => freezeQuestionnaire(instrument, someWords, "Valley Water", "seed")
const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value)).length

/** One SurveyJS value that a person can give to this question. */
function anyValue(question: Question, questionnaire: Questionnaire): fc.Arbitrary<unknown> {
  const picked = (options: readonly { id: string }[], pick: number) =>
    fc.uniqueArray(fc.constantFrom(...options.map(({ id }) => id)), { minLength: 1, maxLength: pick })
  switch (question.type) {
    case "likert":
      return fc.constantFrom(1, 2, 3, 4, 5, "cannot-say")
    case "choice":
      return fc.constantFrom(...question.choices.map(({ id }) => id))
    case "ranking":
      return picked(question.choices, question.pick)
    case "priorities":
      return fc.oneof(fc.constant(["none"]), picked(questionnaire.priorityOptions, question.pick))
    case "mission":
      return fc.constantFrom("m1", "m5", "cannot-say")
    case "text":
      return fc
        .string({
          unit: fc.constantFrom('"', "\\", "\n", "ع", "ࠀ", "👩🏽‍🔧", " ", "x"),
          maxLength: question.maxLength,
        })
        .map((text) => text.slice(0, question.maxLength))
  }
}

const answered = anyInstrument.chain((instrument) => {
  const { questionnaire, key } = frozen(instrument)
  const values = instrument.questions.map((question) =>
    fc.option(anyValue(question, questionnaire), { nil: undefined, freq: 8 }),
  )
  return fc.record({
    questionnaire: fc.constant(questionnaire),
    key: fc.constant(key),
    values: fc.tuple(...values),
  })
})

describe("any instrument", () => {
  test("passes the schema, also after a trip through JSON, and keeps every text as it is", () => {
    fc.assert(
      fc.property(anyInstrument, (instrument) => {
        expect(instrumentSchema.parse(JSON.parse(JSON.stringify(instrument)))).toEqual(instrument)
      }),
    )
  })

  test("is taken by SurveyJS without an error, every question with its text, letter by letter", () => {
    fc.assert(
      fc.property(anyInstrument, (instrument) => {
        const survey = new Model(toSurveyJs(frozen(instrument).questionnaire, "en", { hasReports: true }))
        expect(survey.jsonErrors ?? []).toEqual([])
        const shown = survey.getAllQuestions()
        expect(shown.map(({ name }) => name).sort()).toEqual(instrument.questions.map(({ id }) => id).sort())
        for (const question of instrument.questions) {
          const title = survey.getQuestionByName(question.id).locTitle.textOrHtml
          expect(title.replaceAll(WORD_JOINER, "")).toBe((question.text.en ?? "").replaceAll(WORD_JOINER, ""))
        }
      }),
    )
  })

  test("lets answers that SurveyJS takes pass the gate, within the bytes of the sealed size", () => {
    fc.assert(
      fc.property(answered, ({ questionnaire, values }) => {
        const { questions } = questionnaire.instrument
        const survey = new Model(toSurveyJs(questionnaire, "en", { hasReports: true }))
        values.forEach((value, at) => {
          if (value !== undefined) survey.setValue(questions[at]?.id ?? "", value)
        })
        expect(survey.tryComplete()).toBe(true)
        const given = answersFromSurveyJs(survey.data, questionnaire)
        const answers = answersSchema(questionnaire).parse(given)
        expect(bytes(answers)).toBeLessThanOrEqual(maximumAnswerBytes(questionnaire))
        // Nothing is lost on the way but what is empty or not asked.
        questions.forEach((question, at) => {
          const value = values[at]
          const empty = value === undefined || (typeof value === "string" && value.trim() === "")
          expect(question.id in answers, question.id).toBe(!empty && isAsked(question, answers))
          if (question.type === "ranking" && question.id in answers)
            expect(answers[question.id]).toEqual(value)
        })
      }),
    )
  })

  test("has columns of different names, each as long as there are respondents, and measures that have columns", () => {
    fc.assert(
      fc.property(answered, ({ questionnaire, key }) => {
        const { itemIds, values } = toColumns(questionnaire, key, [{}, {}])
        expect(new Set(itemIds).size).toBe(itemIds.length)
        expect(values.map((column) => [...column])).toEqual(itemIds.map(() => [-1, -1]))
        const { constructs, composites } = measures(questionnaire)
        for (const { items } of constructs) for (const { id } of items) expect(itemIds).toContain(id)
        expect(constructs.every(({ items }) => items.length > 0)).toBe(true)
        for (const composite of composites) expect(composite.constructs.length).toBeGreaterThan(0)
      }),
    )
  })
})
