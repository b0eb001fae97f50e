import * as fc from "fast-check"
import { Model } from "survey-core"
import { describe, expect, test } from "vitest"
import { alignmentCore } from "../alignment-core.ts"
import { checkInstrument } from "../check-instrument.ts"
import type { Instrument } from "../instrument.ts"
import { instrumentSchema } from "../instrument-schema.ts"
import { readyMade } from "../ready-made.ts"
import { anyInstrument } from "../testing/any-instrument.ts"
import { fromSurveyJson } from "./from-survey-json.ts"
import { toSurveyJson } from "./to-survey-json.ts"

function read(json: unknown): Instrument {
  const result = fromSurveyJson(json)
  if ("faults" in result) throw new Error(JSON.stringify(result.faults, null, 1))
  return result.instrument
}
const overTheWire = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown

/** Empty texts are not written, and neither are lists of nothing. */
const withoutEmpty = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_, inner: unknown) => (inner === "" ? undefined : inner)))

describe("an instrument as SurveyJS JSON", () => {
  test.each(readyMade.map((instrument) => [instrument.id, instrument] as const))(
    "comes back as it went (%s)",
    (_, instrument) => {
      expect(read(overTheWire(toSurveyJson(instrument)))).toEqual(instrument)
    },
  )

  test("comes back as it went, whatever it asks, ids and all", () => {
    fc.assert(
      fc.property(anyInstrument, (instrument) => {
        const back = read(overTheWire(toSurveyJson(instrument)))
        expect(withoutEmpty(back)).toEqual(withoutEmpty(instrument))
      }),
    )
  })

  test("of a draft comes back as a draft that exports the same again", () => {
    const draft: Instrument = {
      ...alignmentCore,
      constructs: [],
      pages: [{ id: "mission", title: {}, questions: ["mission", "gone"] }],
      questions: [...alignmentCore.questions, { type: "choice", id: "half", text: {}, choices: [] }],
    }
    const once = toSurveyJson(read(overTheWire(toSurveyJson(instrumentSchema.parse(draft)))))
    expect(toSurveyJson(read(overTheWire(once)))).toEqual(once)
  })

  test("is drawn by SurveyJS in each language, with every question and choice", () => {
    for (const instrument of readyMade) {
      const survey = new Model(overTheWire(toSurveyJson(instrument)) as object)
      expect(survey.getAllQuestions().map(({ name }) => name)).toEqual(
        instrument.questions.map(({ id }) => id),
      )
      // All that SurveyJS does not know is what we have written for ourselves.
      const unknown = new Set(
        (survey.jsonErrors ?? []).map((error) => (error as { propertyName?: string }).propertyName),
      )
      expect([...unknown]).toEqual(["throughline"])
      for (const [locale, language] of [
        ["", "en"],
        ["de", "de"],
        ["ar", "ar"],
      ] as const) {
        survey.locale = locale
        for (const { id, text } of instrument.questions) {
          expect(survey.getQuestionByName(id).title).toBe(text[language])
        }
      }
    }
  })
})

describe("a survey of somebody else's", () => {
  const survey = {
    title: { default: "How we work", de: "Wie wir arbeiten", "pt-br": "Como" },
    showProgressBar: "top",
    completeText: "Done",
    pages: [
      {
        name: "page1",
        title: "About you",
        elements: [
          {
            type: "radiogroup",
            name: "Where do you work?",
            isRequired: true,
            choices: ["Office", { value: "home", text: { default: "At home", de: "Zu Hause" } }, 3],
          },
          { type: "boolean", name: "remote", title: "Would you rather work at home?", labelTrue: "Gladly" },
          {
            type: "panel",
            name: "frame",
            title: "More",
            elements: [
              {
                type: "comment",
                name: "why",
                title: "Why?",
                rows: 3,
                maxLength: 500,
                visibleIf: "{remote} = true",
              },
            ],
          },
        ],
      },
      {
        name: "page2",
        elements: [
          {
            type: "matrix",
            name: "Meetings",
            title: "Our meetings",
            columns: [1, 2, 3, 4, 5],
            rows: ["I know why we meet.", { value: "r2", text: "I say what I think." }],
          },
          {
            type: "rating",
            name: "nps",
            title: "Would you recommend us?",
            rateMin: 0,
            rateMax: 10,
            minRateDescription: "not at all",
          },
          { type: "rating", name: "fair", title: "Work is shared fairly." },
          {
            type: "checkbox",
            name: "helps",
            title: "What helps you?",
            choices: ["Quiet", "Time", "Tools"],
            maxSelectedChoices: 2,
            visibleIf: "{Where do you work?} != 'Office'",
          },
          { type: "ranking", name: "first", title: "What first?", choices: ["a", "b"] },
          { type: "text", name: "mission", title: "One word?" },
          { type: "dropdown", name: "constructor", title: "Pick", choices: ["x", "cannot-say"] },
        ],
      },
    ],
  }

  test("becomes an instrument: pages, statements with a topic, choices, conditions, texts in each language", () => {
    const instrument = read(survey)
    expect(instrument.name).toEqual({ en: "How we work", de: "Wie wir arbeiten" })
    expect(instrument.pages).toEqual([
      { id: "page1", title: { en: "About you" }, questions: ["where-do-you-work", "remote", "why"] },
      {
        id: "page2",
        title: {},
        questions: [
          "meetings-4",
          "meetings-5",
          "nps",
          "fair",
          "helps",
          "first",
          "own-mission",
          "constructor-2",
        ],
      },
    ])
    expect(instrument.constructs).toEqual([
      { id: "meetings", name: { en: "Our meetings" }, about: {}, page: {} },
    ])
    expect(instrument.questions).toMatchObject([
      {
        type: "choice",
        text: { en: "Where do you work?" },
        choices: [
          { id: "office", text: { en: "Office" } },
          { id: "home", text: { en: "At home", de: "Zu Hause" } },
          { id: "3", text: { en: "3" } },
        ],
      },
      {
        type: "choice",
        choices: [
          { id: "yes", text: { en: "Gladly" } },
          { id: "no", text: { en: "No", de: "Nein" } },
        ],
      },
      { type: "text", maxLength: 500, lines: 3, unless: { question: "remote", choice: "no" } },
      { type: "likert", construct: "meetings", text: { en: "I know why we meet." } },
      { type: "likert", construct: "meetings", text: { en: "I say what I think." } },
      { type: "choice", choices: Array.from({ length: 11 }, (_, at) => ({ id: `${at}` })) },
      { type: "likert", construct: "", text: { en: "Work is shared fairly." } },
      { type: "ranking", pick: 2, unless: { question: "where-do-you-work", choice: "office" } },
      { type: "ranking", pick: 2 },
      { type: "text", text: { en: "One word?" }, maxLength: 200, lines: 1 },
      { type: "choice", choices: [{ id: "x" }, { id: "cannot-say-2" }] },
    ])
    const nps = instrument.questions[5]
    expect(nps?.type === "choice" && nps.choices[0]?.text).toEqual({ en: "0: not at all" })
    // Only what nobody but HR can know is left to do: a topic, a heading.
    expect(checkInstrument(instrument, ["en"]).map(({ path }) => path)).toEqual([
      "questions.6.construct",
      "pages.1.title.en",
    ])
  })

  test("says what was left out, or is asked in another way", () => {
    const result = fromSurveyJson(survey)
    const notes =
      "notes" in result ? result.notes.map(({ path, property }) => `${path} ${property}`.trim()) : []
    expect(notes).toEqual([
      "showProgressBar",
      "completeText",
      "title",
      "pages.0.elements.0 isRequired",
      "pages.0.elements.2 title",
      "pages.1.elements.0 columns",
      "pages.1.elements.2 type",
      "pages.1.elements.3 type",
    ])
  })

  test("of version 1, without pages and in another language of its own, is read too", () => {
    const old = {
      locale: "de",
      elements: [{ type: "comment", name: "q1", title: { default: "Warum?", en: "Why?" } }],
    }
    expect(read(old)).toMatchObject({
      questions: [{ id: "q1", text: { de: "Warum?", en: "Why?" } }],
      pages: [{ questions: ["q1"] }],
    })
  })
})
