import { settings } from "survey-core"
import { describe, expect, test } from "vitest"
import { alignmentCore } from "./alignment-core.ts"
import { instrumentSchema, isReserved, LIMITS } from "./instrument-schema.ts"

const copy = () => JSON.parse(JSON.stringify(alignmentCore)) as Record<string, never[]> & object
const accepts = (change: object) => instrumentSchema.safeParse({ ...copy(), ...change }).success
const question = { type: "text", id: "note", text: { en: "Note" }, maxLength: 10, lines: 1 }
const acceptsQuestion = (change: object) => accepts({ questions: [{ ...question, ...change }], pages: [] })

describe("the shape of an instrument", () => {
  test("lets half-written drafts through: what is missing is said by name, not by refusing to save it", () => {
    expect(accepts({ name: {}, constructs: [], questions: [], pages: [], composites: [] })).toBe(true)
    expect(acceptsQuestion({ text: {} })).toBe(true)
    expect(acceptsQuestion({ type: "choice", choices: [], maxLength: undefined, lines: undefined })).toBe(
      false,
    )
    expect(accepts({ questions: [{ type: "choice", id: "a", text: {}, choices: [] }] })).toBe(true)
    expect(accepts({ composites: [{ id: "c", name: {}, constructs: ["gone"] }] })).toBe(true)
  })

  test.each<[string, object]>([
    ["an unknown property", { html: "<b>" }],
    ["an unknown property of a question", { questions: [{ ...question, visibleIf: "{a} = 1" }] }],
    ["an unknown type", { questions: [{ ...question, type: "html" }] }],
    ["an unknown language", { name: { xx: "a" } }],
    ["a text that is no text", { name: { en: 1 } }],
    ["a text with a line break", { name: { en: "a\nb" } }],
    ["a text with a NUL", { name: { en: "a\u0000b" } }],
    ["a text with half a character", { name: { en: "a\ud800b" } }],
    ["a text that is too long", { name: { en: "x".repeat(LIMITS.text + 1) } }],
    ["an id with capitals", { questions: [{ ...question, id: "Note" }] }],
    ["an id with a slash, as columns have it", { questions: [{ ...question, id: "a/b" }] }],
    ["an id with a brace", { questions: [{ ...question, id: "a}" }] }],
    ["an empty id", { questions: [{ ...question, id: "" }] }],
    ["an id that every object has", { questions: [{ ...question, id: "constructor" }] }],
    ["an id that is an answer", { questions: [{ ...question, id: "cannot-say" }] }],
    ["the id of the atoms' column", { questions: [{ ...question, id: "atom" }] }],
    ["the mission's id for another question", { questions: [{ ...question, id: "mission" }] }],
    ["a question twice", { questions: [question, question] }],
    ["a question with the id of a construct", { questions: [{ ...question, id: "strategy" }] }],
    [
      "a composite with the id of a construct",
      { composites: [{ id: "strategy", name: {}, constructs: [] }] },
    ],
    [
      "a construct that could be taken for a page",
      { constructs: [{ id: "page-a", name: {}, about: {}, page: {} }] },
    ],
    ["a page twice", { pages: [alignmentCore.pages[0], alignmentCore.pages[0]] }],
    ["no version", { version: 0 }],
    ["a text question without bounds", { questions: [{ ...question, maxLength: 1e9 }] }],
    [
      "too many questions",
      { questions: Array.from({ length: 121 }, (_, at) => ({ ...question, id: `q${at}` })) },
    ],
    ["a __proto__ key", JSON.parse('{"questions": [{"__proto__": {"type": "text"}}]}')],
    ["a date", { name: new Date(0) }],
    ["a function", { name: () => "a" }],
  ])("refuses %s", (_, change) => {
    expect(accepts({})).toBe(true)
    expect(accepts(change)).toBe(false)
  })

  test("refuses choices that share an id, and more than anybody reads", () => {
    const choices = (ids: string[]) => ids.map((id) => ({ id, text: { en: id } }))
    const ask = (ids: string[]) =>
      accepts({ questions: [{ type: "choice", id: "a", text: {}, choices: choices(ids) }], pages: [] })
    expect(ask(["x", "y"])).toBe(true)
    expect(ask(["x", "x"])).toBe(false)
    expect(ask(Array.from({ length: LIMITS.choices + 1 }, (_, at) => `c${at}`))).toBe(false)
  })

  test("refuses a whole that is larger than a request may be, and never throws", () => {
    const long = Object.fromEntries(["en", "de", "fr", "es", "tr", "ar"].map((one) => [one, "ع".repeat(600)]))
    const questions = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ ...question, id: `q${at}`, text: long }))
    expect(accepts({ questions: questions(20), pages: [] })).toBe(true)
    expect(accepts({ questions: questions(60), pages: [] })).toBe(false)
    const round: { inner?: unknown } = {}
    round.inner = round
    for (const value of [undefined, null, 1, "x", [], round, 1n, Symbol("x"), new Map()]) {
      expect(instrumentSchema.safeParse(value).success).toBe(false)
    }
  })

  test("reserves every variable that SurveyJS knows in an expression", () => {
    const names = Object.values(settings.expressionVariables) as string[]
    expect(names.length).toBeGreaterThan(10)
    // It reads names whatever their case.
    for (const name of names) {
      const id = name.startsWith("-") ? `question${name}` : name.toLowerCase()
      expect(isReserved(id), name).toBe(true)
    }
  })
})
