import { Model } from "survey-core"
import { describe, expect, test } from "vitest"
import type { Instrument } from "./instrument.ts"
import { literal, WORD_JOINER } from "./literal.ts"
import { freezeQuestionnaire } from "./questionnaire.ts"
import { toSurveyJs } from "./surveyjs.ts"

const nasty =
  "<b>Bold</b> <img src=x onerror=alert(1)> **strong** [here](https://evil.example) {own-words} {locale}"

const instrument: Instrument = {
  id: "own",
  version: 1,
  name: { en: nasty },
  constructs: [{ id: "topic", name: { en: nasty }, about: {}, page: {} }],
  questions: [
    { type: "text", id: "own-words", text: { en: "Say something." }, maxLength: 100, lines: 1 },
    { type: "likert", id: "item", construct: "topic", text: { en: nasty }, audience: "everyone" },
    { type: "choice", id: "pick", text: { en: nasty }, choices: [{ id: "a", text: { en: nasty } }] },
  ],
  pages: [{ id: "first", title: { en: nasty }, questions: ["own-words", "pick"] }],
  composites: [],
}
const { questionnaire } = freezeQuestionnaire(instrument, null, "Valley Water", "seed")

/** Every text that SurveyJS would put on the page, after somebody has answered the question named in them. */
function shown(json: object): { texts: string[]; html: boolean } {
  const survey = new Model(json)
  survey.setValue("own-words", "PIPED")
  const questions = survey.getAllQuestions()
  const strings = [
    ...survey.pages.map((page) => page.locTitle),
    ...questions.map((question) => question.locTitle),
    ...questions.flatMap((question) =>
      question.name === "pick"
        ? question.visibleChoices.map((choice: { locText: unknown }) => choice.locText)
        : [],
    ),
  ] as { textOrHtml: string; hasHtml: boolean }[]
  return { texts: strings.map(({ textOrHtml }) => textOrHtml), html: strings.some(({ hasHtml }) => hasHtml) }
}

describe("an own text in SurveyJS", () => {
  test("comes out letter by letter: no markup, no Markdown, no answer in the place of a name", () => {
    const { texts, html } = shown(toSurveyJs(questionnaire, "en", { hasReports: true }))
    const visible = texts.map((text) => text.replaceAll(WORD_JOINER, ""))
    expect(visible.filter((text) => text === nasty)).toHaveLength(5)
    expect(visible).toHaveLength(6)
    expect(html).toBe(false)
  })

  test("would repeat an answer without the joiner behind each brace", () => {
    const json = JSON.stringify(toSurveyJs(questionnaire, "en", { hasReports: true }))
    const { texts } = shown(JSON.parse(json.replaceAll(WORD_JOINER, "")) as object)
    expect(texts.filter((text) => text.includes("PIPED"))).toHaveLength(5)
  })

  test("of the organization's words is as literal as one of a question", () => {
    const words = {
      mission: "We serve {own-words}.",
      missionDecoys: ["{a}", "b", "c", "d"],
      vision: "",
      priorities: ["{p1}", "2", "3"],
      priorityDecoys: ["4", "5", "6", "7"],
    }
    const asking: Instrument = {
      ...instrument,
      questions: [
        { type: "priorities", id: "priorities", text: { en: "?" }, pick: 3 },
        { type: "mission", id: "mission", text: { en: "?" } },
      ],
      pages: [],
    }
    const frozen = freezeQuestionnaire(asking, words, "Valley Water", "seed").questionnaire
    const json = JSON.stringify(toSurveyJs(frozen, "en", { hasReports: true }))
    expect(json).toContain(literal("We serve {own-words}."))
    expect(json).not.toMatch(/\{(?:own-words|a|p1)\}/)
  })
})
