import { describe, expect, test } from "vitest"
import { checkInstrument } from "./check-instrument.ts"
import type { Instrument, Question } from "./instrument.ts"
import { instrumentSchema } from "./instrument-schema.ts"
import { languagesOf } from "./languages-of.ts"

const good: Instrument = {
  id: "own",
  version: 1,
  name: { en: "Our own" },
  constructs: [{ id: "calm", name: { en: "Calm", de: "Ruhe" }, about: {}, page: {} }],
  questions: [
    {
      type: "likert",
      id: "calm-1",
      construct: "calm",
      text: { en: "I work in peace.", de: "Ich arbeite in Ruhe." },
      audience: "everyone",
    },
    {
      type: "choice",
      id: "where",
      text: { en: "Where do you work?", de: "Wo arbeiten Sie?" },
      choices: [
        { id: "office", text: { en: "Office", de: "Büro" } },
        { id: "home", text: { en: "At home", de: "Zu Hause" } },
      ],
    },
    {
      type: "ranking",
      id: "helps",
      text: { en: "What helps?", de: "Was hilft?" },
      choices: [
        { id: "desk", text: { en: "A desk", de: "Ein Tisch" } },
        { id: "door", text: { en: "A door", de: "Eine Tür" } },
      ],
      pick: 2,
      unless: { question: "where", choice: "home" },
    },
  ],
  pages: [{ id: "place", title: { en: "Your place", de: "Ihr Platz" }, questions: ["where", "helps"] }],
  composites: [{ id: "all-of-it", name: { en: "All" }, constructs: ["calm"] }],
}
const [item, where, helps] = good.questions as [Question, Question, Question]

/** Faults as "path: message", of drafts that the schema lets through. */
function faults(change: Partial<Instrument>, languages: ("en" | "de")[] = ["en", "de"]): string[] {
  const draft = instrumentSchema.parse({ ...good, ...change })
  return checkInstrument(draft, languages).map(({ path, message }) => `${path}: ${message}`)
}
const with2 = (changed: object, at: 0 | 1 | 2 = 2) =>
  faults({
    questions: good.questions.map((one, place) =>
      place === at ? { ...one, ...changed } : one,
    ) as Question[],
  })

describe("an own instrument", () => {
  test("without a fault can be asked, in the languages in which it is complete", () => {
    expect(faults({})).toEqual([])
    expect(languagesOf(good)).toEqual(["en", "de"])
    expect(languagesOf({ ...good, questions: [] })).toEqual([])
  })

  test("names every text that a language lacks, at its place", () => {
    expect(
      languagesOf({ ...good, pages: [{ ...good.pages[0], title: { en: "Your place" } } as never] }),
    ).toEqual(["en"])
    expect(with2({ text: { en: "What helps?" } })).toEqual([
      "questions.2.text.de: The German text is missing.",
    ])
    expect(faults({ constructs: [{ id: "calm", name: { en: "Calm" }, about: {}, page: {} }] })).toEqual([
      "constructs.0.name.de: The German text is missing.",
    ])
    expect(
      faults({
        constructs: [{ id: "calm", name: { en: "Calm" }, about: {}, page: { en: "Calm", de: " " } }],
      }),
    ).toEqual(["constructs.0.page.de: The German text is missing."])
  })

  test("does not need a construct's heading that nobody sees, nor the sentence about it", () => {
    const pages = [{ id: "place", title: { en: "x", de: "x" }, questions: ["calm-1", "where", "helps"] }]
    expect(
      faults({ pages, constructs: [{ id: "calm", name: { en: "Calm" }, about: {}, page: {} }] }),
    ).toEqual([])
  })

  test("names texts that say the same, and choices, whatever the case and the full stop", () => {
    expect(with2({ text: { en: "where do you  work", de: "Was hilft?" } })).toEqual([
      "questions.2.text.en: This says the same as another one.",
    ])
    const same = [
      { id: "a", text: { en: "Yes", de: "Ja" } },
      { id: "b", text: { en: "yes.", de: "Nein" } },
    ]
    expect(with2({ choices: same })).toEqual([
      "questions.2.choices.1.text.en: This says the same as another one.",
    ])
  })

  test("names a topic without a statement, and one whose only statement is reversed", () => {
    expect(faults({ questions: [where, helps] })).toEqual([
      "constructs.0: No statement belongs to this topic. Add one, or remove the topic.",
    ])
    expect(with2({ reverse: true }, 0)[0]).toMatch(
      /^constructs.0: The only statement of this topic is reversed/,
    )
  })

  test("names a topic that asks some of its statements of people with reports only", () => {
    const apart: Question = {
      type: "likert",
      id: "calm-2",
      construct: "calm",
      text: { en: "I give my team peace.", de: "Ich gebe meinem Team Ruhe." },
      audience: "people-with-reports",
    }
    expect(faults({ questions: [...good.questions, apart] })[0]).toMatch(
      /^constructs.0: Some statements of this topic are for everybody, some for people with reports only/,
    )
  })

  test("names a statement without a topic, or with one that is gone", () => {
    expect(with2({ construct: "" }, 0)).toContain(
      "questions.0.construct: Choose the topic that this statement belongs to.",
    )
    expect(with2({ construct: "gone" }, 0)).toContain(
      "questions.0.construct: The topic of this statement does not exist any more. Choose another.",
    )
  })

  test("names what is too long to be read on a phone", () => {
    expect(with2({ text: { en: "x".repeat(181), de: "kurz" } }, 0)).toEqual([
      "questions.0.text.en: This has 181 characters; at most 180 can be read well on a phone.",
    ])
    expect(with2({ text: { en: "x".repeat(180), de: "kurz" } }, 0)).toEqual([])
  })

  test("names conditions that cannot be met: no such question, no such choice, asked later", () => {
    expect(with2({ unless: { question: "calm-1", choice: "home" } })).toEqual([
      "questions.2.unless: It depends on a question with choices that does not exist.",
    ])
    expect(with2({ unless: { question: "where", choice: "train" } })).toEqual([
      "questions.2.unless: It depends on a choice that does not exist any more.",
    ])
    expect(faults({ questions: [item, helps, where] })).toEqual([
      "questions.1.unless: It depends on a question that is asked later. Move that one up, or this one down.",
    ])
    expect(with2({ unless: { question: "where", choice: "home" } }, 1)).toEqual([
      "questions.1.unless: It depends on a question that is asked later. Move that one up, or this one down.",
    ])
  })

  test("names pages of nothing, twice the same question, and questions on no page", () => {
    const pages = [...good.pages, { id: "two", title: {}, questions: ["where", "gone"] }]
    expect(faults({ pages })).toEqual([
      "pages.1.questions.0: This question stands on a page already.",
      "pages.1.questions.1: This question does not exist any more. Take it off the page.",
    ])
    expect(faults({ pages: [] })).toEqual([
      "questions.1: This question is on no page. Put it on one, so that it has a heading.",
      "questions.2: This question is on no page. Put it on one, so that it has a heading.",
    ])
    expect(faults({ pages: [...good.pages, { id: "two", title: {}, questions: [] }] })).toEqual([
      "pages.1: Nothing is asked on this page. Put a question on it, or remove it.",
    ])
  })

  test("names summaries of topics that are not there", () => {
    expect(faults({ composites: [{ id: "c", name: {}, constructs: ["calm", "calm", "gone"] }] })).toEqual([
      "composites.0.name: Give this summary a name.",
      "composites.0.constructs.1: This topic is in the summary twice.",
      "composites.0.constructs.2: This topic does not exist any more. Take it out of the summary.",
    ])
    expect(faults({ composites: [{ id: "c", name: { en: "C" }, constructs: [] }] })).toEqual([
      "composites.0.constructs: Choose the topics that this summary is made of.",
    ])
  })

  test("names an instrument that asks nothing, or nobody could name", () => {
    expect(faults({ name: {}, questions: [], constructs: [], pages: [], composites: [] })).toEqual([
      "name: Give the questionnaire a name.",
      "questions: There is no question yet. Add at least one.",
    ])
  })

  test("names choices that are no choice", () => {
    expect(with2({ choices: [], pick: 1 })).toEqual(["questions.2.choices: Give at least two choices."])
    expect(with2({ pick: 3 })).toEqual(["questions.2.pick: There are only 2 choices to put in order."])
  })

  test("names answers that no ballot could hold", () => {
    const texts = Array.from({ length: 4 }, (_, at): Question => {
      const text = { en: `Question ${at}?`, de: `Frage ${at}?` }
      return { type: "text", id: `text-${at}`, text, maxLength: 4_000, lines: 4 }
    })
    const questions = [...good.questions, ...texts]
    const pages = [
      ...good.pages,
      { id: "t", title: { en: "T", de: "T" }, questions: texts.map(({ id }) => id) },
    ]
    expect(faults({ questions, pages })[0]).toMatch(
      /^questions: The answers in people’s own words may become too/,
    )
    expect(
      faults({
        questions: questions.slice(0, -1),
        pages: [good.pages[0], { ...pages[1], questions: ["text-0", "text-1", "text-2"] }] as never,
      }),
    ).toEqual([])
  })

  test("names ids that Throughline needs itself, should one have come past the schema", () => {
    const draft = { ...good, questions: [{ ...item, id: "cannot-say" }] } as Instrument
    expect(checkInstrument(draft, ["en"]).map(({ path }) => path)).toContain("questions.0.id")
  })
})
