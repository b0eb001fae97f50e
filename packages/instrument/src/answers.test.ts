import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { alignmentCore } from "./alignment-core.ts"
import { answersSchema, maximumAnswerBytes } from "./answers.ts"
import type { Instrument, Question } from "./instrument.ts"
import { freezeQuestionnaire } from "./questionnaire.ts"

const { questionnaire } = freezeQuestionnaire(
  alignmentCore,
  {
    mission: "M",
    missionDecoys: ["a", "b", "c", "d"],
    vision: "V",
    priorities: ["1", "2", "3"],
    priorityDecoys: ["4", "5", "6", "7"],
  },
  "Valley Water",
  "seed",
)
const schema = answersSchema(questionnaire)
const accepts = (answers: unknown) => schema.safeParse(answers).success

describe("the gate", () => {
  test("lets through every kind of answer, and none at all", () => {
    expect(accepts({})).toBe(true)
    const answers = {
      "strategy-1": 1,
      "strategy-2": 5,
      "strategy-3": "cannot-say",
      "explaining-1": 3,
      "explained-when": "month",
      "explained-by": "top",
      "top-priority": "Repair the mains\nفي الشمال 👩🏽‍🔧",
      priorities: ["p7", "p1"],
      mission: "m2",
      "comment-helps": "x".repeat(800),
    }
    expect(schema.parse(answers)).toEqual(answers)
    expect(accepts({ priorities: "cannot-say", mission: "cannot-say" })).toBe(true)
  })

  test.each<[string, unknown]>([
    ["more than three priorities", { priorities: ["p1", "p2", "p3", "p4"] }],
    ["an unknown option", { priorities: ["p8"] }],
    ["an unknown mission", { mission: "m6" }],
    ["an unknown choice", { "explained-when": "yesterday" }],
    ["the same priority twice", { priorities: ["p1", "p1"] }],
    ["an empty list", { priorities: [] }],
    ["SurveyJS's own word for none", { priorities: ["none"] }],
    ["a text for a list", { priorities: "p1" }],
    ["a list for a text", { "top-priority": ["x"] }],
    ["a list for a number", { "strategy-1": [4] }],
    ["an object for a choice", { mission: { value: "m1" } }],
    ["a number as text", { "strategy-1": "4" }],
    ["a rating above the scale", { "strategy-1": 6 }],
    ["a rating below the scale", { "strategy-1": 0 }],
    ["a rating between two points", { "strategy-1": 2.5 }],
    ["no number", { "strategy-1": Number.NaN }],
    ["true", { "strategy-1": true }],
    ["null", { "strategy-1": null }],
    ["undefined", { "strategy-1": undefined }],
    ["a text that is too long", { "top-priority": "x".repeat(201) }],
    ["a comment that is too long", { "comment-helps": "x".repeat(801) }],
    ["an empty text", { "comment-helps": "" }],
    ["a text of white space", { "comment-helps": " \n" }],
    ["a text with a control character", { "comment-helps": "a\u0000b" }],
    ["a text with half a character", { "comment-helps": "a\ud800b" }],
    ["an unknown key", { "strategy-1": 4, "strategy-99": 4 }],
    ["SurveyJS's comment key", { "mission-Comment": "x" }],
    ["an answer to a question that was not asked", { "explained-when": "never", "explained-by": "top" }],
    ["an answer to a question that hangs on an unanswered one", { "explained-by": "top" }],
    ["a __proto__ key", JSON.parse('{"__proto__": {"strategy-1": 4}}')],
    ["a constructor key", JSON.parse('{"constructor": 1}')],
    ["a toString key", JSON.parse('{"toString": 1}')],
    ["a list instead of answers", []],
    ["a text instead of answers", "{}"],
    ["nothing", null],
    ["a date", new Date(0)],
    ["answers that are inherited", Object.create({ "strategy-1": 4 })],
  ])("refuses %s", (_, answers) => {
    expect(accepts(answers)).toBe(false)
  })

  test("refuses every other type of value for every question", () => {
    for (const { id } of alignmentCore.questions) {
      for (const value of [null, true, -1, 1e9, "\u0007", [], {}, [[]], [null]]) {
        expect(accepts({ "explained-when": "month", [id]: value }), `${id} ${JSON.stringify(value)}`).toBe(
          false,
        )
      }
    }
  })
})

describe("the gate, of a ranking", () => {
  const own: Instrument = {
    id: "own",
    version: 1,
    name: { en: "Own" },
    constructs: [],
    questions: [
      {
        type: "choice",
        id: "where",
        text: { en: "Where?" },
        choices: ["here", "there"].map((id) => ({ id, text: { en: id } })),
      },
      {
        type: "ranking",
        id: "first",
        text: { en: "What first?" },
        choices: ["a", "bb", "ccc", "dddd"].map((id) => ({ id, text: { en: id } })),
        pick: 3,
        unless: { question: "where", choice: "there" },
      },
    ],
    pages: [],
    composites: [],
  }
  const ranked = freezeQuestionnaire(own, null, "Valley Water", "seed").questionnaire
  const passes = (first: unknown, where: unknown = "here") =>
    answersSchema(ranked).safeParse({ where, first }).success

  test("lets up to so many of its choices through, in any order, each once", () => {
    for (const given of [["a"], ["dddd", "a"], ["ccc", "bb", "a"]]) expect(passes(given)).toBe(true)
    const refused = [
      [],
      ["a", "a"],
      ["a", "bb", "ccc", "dddd"],
      ["e"],
      "a",
      ["cannot-say"],
      "cannot-say",
      [1],
      [["a"]],
    ]
    for (const given of [...refused, { 0: "a" }, null])
      expect(passes(given), JSON.stringify(given)).toBe(false)
  })

  test("refuses it of those who were not asked", () => {
    expect(passes(["a"], "there")).toBe(false)
    expect(answersSchema(ranked).safeParse({ first: ["a"] }).success).toBe(false)
  })

  test("reserves the bytes of its longest answer, and not one more", () => {
    const longest = { where: "there", first: ["dddd", "ccc", "bb"] }
    const bytes = new TextEncoder().encode(JSON.stringify({ ...longest, where: "there" })).length
    expect(maximumAnswerBytes(ranked) - bytes).toBeLessThanOrEqual(4)
    expect(maximumAnswerBytes(ranked)).toBeGreaterThanOrEqual(bytes)
  })
})

describe("the size of an answer", () => {
  test("never exceeds the bytes that the survey's sealed size is made from", () => {
    const most = maximumAnswerBytes(questionnaire)
    fc.assert(
      fc.property(
        fc.record(Object.fromEntries(alignmentCore.questions.map((q) => [q.id, anyAnswer(q)]))),
        (answers) => {
          if (answers["explained-when"] === "never") delete answers["explained-by"]
          expect(accepts(answers)).toBe(true)
          expect(new TextEncoder().encode(JSON.stringify(answers)).length).toBeLessThanOrEqual(most)
        },
      ),
    )
  })

  test("is reached almost fully by the longest answers, so that no ballot carries needless padding", () => {
    const longest: Record<string, unknown> = {}
    for (const question of alignmentCore.questions) {
      longest[question.id] =
        question.type === "text"
          ? "ࠀ".repeat(question.maxLength) // three bytes in UTF-8, one code unit
          : question.type === "choice"
            ? question.choices.map(({ id }) => id).sort((a, b) => b.length - a.length)[0]
            : question.type === "priorities"
              ? ["p1", "p2", "p3"]
              : "cannot-say"
    }
    expect(accepts(longest)).toBe(true)
    const bytes = new TextEncoder().encode(JSON.stringify(longest)).length
    expect(maximumAnswerBytes(questionnaire) - bytes).toBeLessThan(40)
    expect(maximumAnswerBytes(questionnaire)).toBeGreaterThanOrEqual(bytes)
  })
})

function anyAnswer(question: Question): fc.Arbitrary<unknown> {
  switch (question.type) {
    case "likert":
      return fc.constantFrom(1, 2, 3, 4, 5, "cannot-say")
    case "choice":
      return fc.constantFrom(...question.choices.map(({ id }) => id))
    case "mission":
      return fc.constantFrom("m1", "m5", "cannot-say")
    case "priorities":
      return fc.oneof(
        fc.constant("cannot-say"),
        fc.uniqueArray(fc.constantFrom("p1", "p2", "p3", "p7"), { minLength: 1, maxLength: 3 }),
      )
    case "ranking":
      return fc.uniqueArray(fc.constantFrom(...question.choices.map(({ id }) => id)), {
        minLength: 1,
        maxLength: question.pick,
      })
    case "text":
      return fc
        .string({
          unit: fc.constantFrom('"', "\\", "\n", "ع", "ࠀ", "👩🏽‍🔧", "x"),
          minLength: 1,
          maxLength: 900,
        })
        .map((text) => `x${text.slice(0, question.maxLength - 2).toWellFormed()}x`)
  }
}
