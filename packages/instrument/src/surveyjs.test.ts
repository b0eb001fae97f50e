import { Model } from "survey-core"
import { describe, expect, test } from "vitest"
import { alignmentCore } from "./alignment-core.ts"
import { answersSchema } from "./answers.ts"
import { answersFromSurveyJs } from "./answers-from-surveyjs.ts"
import type { Question } from "./instrument.ts"
import { leadershipTeam } from "./leadership-team.ts"
import { freezeQuestionnaire } from "./questionnaire.ts"
import { toSurveyJs } from "./surveyjs.ts"

const { questionnaire, key } = freezeQuestionnaire(
  alignmentCore,
  {
    mission: "We bring clean water to every household.",
    missionDecoys: ["We sell water.", "We bring power.", "We protect rivers.", "We serve towns."],
    vision: "Nobody in the valley boils water.",
    priorities: ["Repair the mains", "Halve the leaks", "Answer within a day"],
    priorityDecoys: ["New meters", "Lower prices", "A second plant", "More tankers"],
  },
  "Valley Water",
  "seed",
)
const schema = answersSchema(questionnaire)
const model = (language: "en" | "ar" = "en", hasReports = true) =>
  new Model(toSurveyJs(questionnaire, language, { hasReports }))
const passed = (survey: Model) => schema.parse(answersFromSurveyJs(survey.data, questionnaire))

describe.each(["en", "ar"] as const)("the questionnaire in SurveyJS (%s)", (language) => {
  test("loads without an error and shows every question", () => {
    const survey = model(language)
    expect(survey.jsonErrors ?? []).toEqual([])
    expect(survey.getAllQuestions().map(({ name }) => name)).toEqual(
      alignmentCore.questions.map(({ id }) => id),
    )
    expect(survey.getLocale() || "en").toBe(language)
  })

  test("has one construct a page, then what is shown rather than claimed", () => {
    expect(model(language).pages.map(({ name }) => name)).toEqual([
      ...alignmentCore.constructs.map(({ id }) => id),
      "page-heard",
      "page-priorities",
      "page-mission",
      "page-comments",
    ])
  })

  test("spares people without reports what is asked of people with reports", () => {
    const names = model(language, false)
      .getAllQuestions()
      .map(({ name }) => name)
    expect(names.filter((name) => name.startsWith("explaining"))).toEqual([])
    expect(names.length).toBe(alignmentCore.questions.length - 3)
  })

  test("has a text for every page, question, choice and button", () => {
    const survey = model(language)
    const titles = [...survey.pages, ...survey.getAllQuestions()].map(({ title, name }) => [title, name])
    for (const [title, name] of titles) expect(title, name).not.toBe(name)
    if (language === "en") return
    const shown = JSON.stringify(
      toSurveyJs({ ...questionnaire, missionOptions: [], priorityOptions: [] }, "ar", { hasReports: true }),
    )
    for (const [, text] of shown.matchAll(/"(?:title|text|description|\w+Text)":"([^"]*)"/g)) {
      expect(text).toMatch(/\p{Script=Arabic}/u)
    }
  })
})

describe("the questionnaire in SurveyJS", () => {
  test("uses only single choice, limited choice and text: no grid, nothing to drag, no HTML", () => {
    const json = JSON.stringify(toSurveyJs(questionnaire, "en", { hasReports: true }))
    const types = [...json.matchAll(/"type":"(\w+)"/g)].map((match) => match[1])
    expect(new Set(types)).toEqual(new Set(["radiogroup", "checkbox", "comment"]))
    expect(json).not.toMatch(/html/i)
    expect(json).not.toMatch(/[<>]/)
  })

  test("tells nobody which options are official, and never shows the vision", () => {
    const json = JSON.stringify(toSurveyJs(questionnaire, "en", { hasReports: true }))
    expect(json).not.toContain(questionnaire.vision)
    const swapped = freezeQuestionnaire(
      alignmentCore,
      {
        mission: "We sell water.",
        missionDecoys: [
          "We bring clean water to every household.",
          "We bring power.",
          "We protect rivers.",
          "We serve towns.",
        ],
        vision: "",
        priorities: ["New meters", "Lower prices", "A second plant"],
        priorityDecoys: ["Repair the mains", "Halve the leaks", "Answer within a day", "More tankers"],
      },
      "Valley Water",
      "seed",
    )
    expect(swapped.key).toEqual(key) // the same places …
    const anonymous = (text: string) => text.replace(/"text":"[^"]*"/g, "")
    const other = JSON.stringify(toSurveyJs(swapped.questionnaire, "en", { hasReports: true }))
    expect(anonymous(other)).toBe(anonymous(json)) // … and nothing else differs but the texts in them
  })

  test("may be sent with every question left out", () => {
    const survey = model()
    expect(survey.tryComplete()).toBe(true)
    expect(passed(survey)).toEqual({})
  })

  test("disables the fourth priority, and cannot say rules out the others", () => {
    const survey = model()
    survey.setValue("priorities", ["p1", "p2", "p3"])
    const question = survey.getQuestionByName("priorities")
    const enabled = question.visibleChoices.filter((choice: { isEnabled: boolean }) => choice.isEnabled)
    expect(enabled.map((choice: { value: string }) => choice.value)).toEqual(["p1", "p2", "p3", "none"])
    survey.setValue("priorities", ["none"])
    expect(passed(survey)).toEqual({ priorities: "cannot-say" })
  })

  test("asks who explained it only of those to whom it was explained, and forgets an answer when that changes", () => {
    const survey = model()
    const who = survey.getQuestionByName("explained-by")
    expect(who.isVisible).toBe(false)
    survey.setValue("explained-when", "month")
    expect(who.isVisible).toBe(true)
    survey.setValue("explained-by", "colleague")
    expect(passed(survey)).toEqual({ "explained-when": "month", "explained-by": "colleague" })
    survey.setValue("explained-when", "never")
    expect(who.isVisible).toBe(false)
    expect(passed(survey)).toEqual({ "explained-when": "never" })
  })
})

describe("SurveyJS's data", () => {
  test.each(alignmentCore.questions)("of $id pass the gate, whatever can be chosen", (question) => {
    const survey = model()
    survey.setValue("explained-when", "month")
    for (const [value, expected] of offered(question)) {
      survey.setValue(question.id, value)
      expect(passed(survey)).toEqual({ "explained-when": "month", [question.id]: expected })
    }
  })

  test("of a whole questionnaire pass the gate after a trip through storage", () => {
    const survey = model()
    for (const question of alignmentCore.questions) survey.setValue(question.id, offered(question)[0]?.[0])
    const resumed = model()
    resumed.data = JSON.parse(JSON.stringify(survey.data))
    expect(resumed.tryComplete()).toBe(true)
    expect(Object.keys(passed(resumed)).length).toBe(alignmentCore.questions.length)
  })

  test("are tidied where people leave things behind", () => {
    const data = {
      "top-priority": "  a\r\nb\u0000\ud800 ",
      "comment-helps": " ",
      "strategy-1": null,
      priorities: [],
      old: 1,
    }
    expect(answersFromSurveyJs(data, questionnaire)).toEqual({ "top-priority": "a\nb\ufffd" })
  })

  test("that are wrong are not repaired but left for the gate to refuse", () => {
    const wrong = [
      { priorities: "p1" },
      { "strategy-1": 9 },
      { mission: ["m1"] },
      { priorities: ["none", "p1"] },
      [],
      "x",
      null,
    ]
    for (const data of wrong) {
      expect(schema.safeParse(answersFromSurveyJs(data, questionnaire)).success, JSON.stringify(data)).toBe(
        false,
      )
    }
  })
})

const catalogue = model()

/** What SurveyJS offers for a question: its value and the answer it stands for. */
function offered(question: Question): [unknown, unknown][] {
  if (question.type === "text") return [["x".repeat(question.maxLength), "x".repeat(question.maxLength)]]
  const choices = catalogue.getQuestionByName(question.id).visibleChoices
  const values: unknown[] = choices.map((choice: { value: unknown }) => choice.value)
  expect(values.length).toBeGreaterThan(4)
  if (question.type !== "priorities") return values.map((value) => [value, value])
  return values.map((value) => [[value], value === "none" ? "cannot-say" : [value]])
}

describe("a ranking in SurveyJS", () => {
  const { questionnaire: ranked } = freezeQuestionnaire(leadershipTeam, null, "Valley Water", "seed")
  const ranking = () => {
    const survey = new Model(toSurveyJs(ranked, "en", { hasReports: true }))
    return { survey, question: survey.getQuestionByName("team-time") }
  }

  test("is drawn by us and has nothing to drag", () => {
    const { question } = ranking()
    expect([question.getType(), question.renderAs]).toEqual(["checkbox", "tap-rank"])
    expect(JSON.stringify(toSurveyJs(ranked, "en", { hasReports: true }))).not.toContain('"ranking"')
  })

  test("keeps what was tapped in the order of tapping, and closes the gap of what was taken out", () => {
    const { survey, question } = ranking()
    const tap = (id: string, on = true) =>
      question.clickItemHandler(
        question.visibleChoices.find((choice: { value: string }) => choice.value === id),
        on,
      )
    for (const id of ["people", "direction", "urgent"]) tap(id)
    expect(survey.data["team-time"]).toEqual(["people", "direction", "urgent"])
    const enabled = question.visibleChoices.filter((choice: { isEnabled: boolean }) => choice.isEnabled)
    expect(enabled).toHaveLength(3)
    tap("people", false)
    tap("figures")
    expect(survey.data["team-time"]).toEqual(["direction", "urgent", "figures"])
    expect(answersSchema(ranked).parse(answersFromSurveyJs(survey.data, ranked))).toEqual({
      "team-time": ["direction", "urgent", "figures"],
    })
  })

  test("without a tap is left out of the answers", () => {
    expect(answersFromSurveyJs({ "team-time": [] }, ranked)).toEqual({})
  })
})
