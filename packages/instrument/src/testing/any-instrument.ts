import * as fc from "fast-check"
import type { Choice, Instrument, Page, Question, Unless, Wording } from "../instrument.ts"
import { isReserved } from "../instrument-schema.ts"
import type { StrategyWords } from "../words.ts"

/** Texts that try to be more than text, beside plain ones. */
const text = fc.oneof(
  fc.string({ minLength: 1, maxLength: 60, unit: "grapheme" }).filter((one) => !/\p{Cc}/u.test(one)),
  fc.constantFrom(
    "<b>bold</b>",
    "<img src=x onerror=alert(1)>",
    "**bold** [link](https://example.com)",
    "{mission}",
    "{a{b}c}",
    "a | b",
    "{no} {title}",
    "'quoted' \"twice\" \\ back",
    "نص عربي {x}",
  ),
)
const wording: fc.Arbitrary<Wording> = fc.record({ en: text, de: text, ar: text }, { requiredKeys: ["en"] })

const id = fc
  .oneof(
    fc
      .tuple(fc.integer({ min: 0, max: 25 }), fc.integer({ min: 0, max: 999 }))
      .map(([letter, number]) => `${String.fromCharCode(97 + letter)}${number}`),
    fc.constantFrom("other", "7", "a-b", "not", "and", "empty", "true", "default", "length", "x".repeat(40)),
  )
  .filter((one) => !isReserved(one) && one !== "mission" && one !== "priorities")

const choices: fc.Arbitrary<Choice[]> = fc.uniqueArray(fc.record({ id, text: wording }), {
  minLength: 2,
  maxLength: 6,
  selector: (choice) => choice.id,
})

type Kind = "likert" | "choice" | "ranking" | "text" | "mission" | "priorities"

interface Seed {
  id: string
  text: Wording
  kind: Kind
  choices: Choice[]
  number: number
  flag: boolean
}

const seed: fc.Arbitrary<Seed> = fc.record({
  id,
  text: wording,
  kind: fc.constantFrom<Kind>("likert", "likert", "choice", "ranking", "text", "mission", "priorities"),
  choices,
  number: fc.nat(1_000),
  flag: fc.boolean(),
})

/**
 * Any instrument that has nothing to be mended but texts that sound alike: every reference resolves, whatever has to be
 * on a page is, and its lists stand in the order of asking, as `fromSurveyJson` writes them.
 */
export const anyInstrument: fc.Arbitrary<Instrument> = fc
  .record({
    id,
    version: fc.integer({ min: 1, max: 99 }),
    name: wording,
    seeds: fc.uniqueArray(seed, { minLength: 1, maxLength: 12, selector: (one) => one.id }),
    constructs: fc.uniqueArray(fc.record({ id, name: wording, about: wording, page: wording }), {
      minLength: 1,
      maxLength: 3,
      selector: (one) => one.id,
    }),
    pageTitle: wording,
    perPage: fc.integer({ min: 1, max: 4 }),
  })
  .filter(({ seeds, constructs }) => constructs.every((one) => !seeds.some((other) => other.id === one.id)))
  .map(({ id, version, name, seeds, constructs, pageTitle, perPage }) => {
    const asked = questionsFrom(seeds, constructs)
    const onConstructs = constructs.flatMap(({ id }) =>
      asked.filter((one) => one.type === "likert" && one.construct === id && one.reverse === undefined),
    )
    const rest = asked.filter((one) => !onConstructs.includes(one))
    const pages: Page[] = []
    for (let at = 0; at < rest.length; at += perPage) {
      const questions = rest.slice(at, at + perPage).map((one) => one.id)
      pages.push({ id: `p${at}`, title: pageTitle, questions })
    }
    return {
      id,
      version,
      name,
      constructs,
      questions: [...onConstructs, ...rest],
      pages,
      composites: [{ id: "whole-of-it", name, constructs: constructs.map((one) => one.id) }],
    }
  })

function questionsFrom(seeds: readonly Seed[], constructs: readonly { id: string }[]): Question[] {
  const questions: Question[] = []
  for (const { id, text, kind, choices, number, flag } of seeds) {
    const earlier = questions.filter((one) => one.type === "choice")
    const on = earlier[number % Math.max(1, earlier.length)]
    const unless: { unless?: Unless } =
      on !== undefined && flag ? { unless: { question: on.id, choice: on.choices[0]?.id ?? "" } } : {}
    if (kind === "likert") {
      questions.push({
        type: "likert",
        id,
        construct: constructs[number % constructs.length]?.id ?? "",
        text,
        audience: number % 5 === 0 ? "people-with-reports" : "everyone",
        ...(flag ? { reverse: true } : {}),
      })
    } else if (kind === "choice") questions.push({ type: "choice", id, text, choices, ...unless })
    else if (kind === "ranking") {
      questions.push({ type: "ranking", id, text, choices, pick: 1 + (number % choices.length), ...unless })
    } else if (kind === "text") {
      questions.push({ type: "text", id, text, maxLength: 1 + number, lines: 1 + (number % 20), ...unless })
    } else if (!questions.some((one) => one.id === kind)) {
      questions.push(
        kind === "mission"
          ? { type: "mission", id: "mission", text }
          : { type: "priorities", id: "priorities", text, pick: 3 },
      )
    }
  }
  return questions
}

export const someWords: StrategyWords = {
  mission: "We bring clean water to {every} household.",
  missionDecoys: ["We sell water.", "We bring power.", "We protect rivers.", "We serve towns."],
  vision: "Nobody in the valley boils water.",
  priorities: ["Repair the mains", "Halve the leaks", "Answer within a day"],
  priorityDecoys: ["New meters", "Lower prices", "A second plant", "More tankers"],
}
