import { describe, expect, test } from "vitest"
import { alignmentCore } from "./alignment-core.ts"
import { checkInstrument } from "./check-instrument.ts"
import { asksForWords, languages, likertItems } from "./instrument.ts"
import { instrumentSchema } from "./instrument-schema.ts"
import { respondentsRead } from "./instrument-texts.ts"
import { languagesOf } from "./languages-of.ts"
import { leadershipTeam } from "./leadership-team.ts"
import { minutesOf } from "./minutes-of.ts"
import { pulse } from "./pulse.ts"
import { readyMade } from "./ready-made.ts"

describe.each(readyMade.map((instrument) => [instrument.id, instrument] as const))("%s", (_, instrument) => {
  test("is an instrument like any other, and can be asked in all six languages", () => {
    expect(instrumentSchema.parse(JSON.parse(JSON.stringify(instrument)))).toEqual(instrument)
    expect(checkInstrument(instrument, languages)).toEqual([])
    expect(languagesOf(instrument)).toEqual(languages)
  })

  test("says every text in each language's own script, without stray white space", () => {
    const texts = [
      instrument.name,
      ...instrument.constructs.flatMap(({ name, about, page }) => [name, about, page]),
      ...instrument.composites.map(({ name }) => name),
      ...respondentsRead(instrument).map(({ wording }) => wording),
    ]
    for (const wording of texts) {
      for (const language of languages) {
        const text = wording[language] ?? ""
        expect(text, JSON.stringify(wording)).toMatch(
          language === "ar" ? /^[^A-Za-z]*\p{Script=Arabic}[^A-Za-z]*$/u : /^[^\p{Script=Arabic}]+$/u,
        )
        expect(text).not.toMatch(/^\s|\s$|\s{2}/)
      }
      // Short headings may be the same word in two languages ("Mission"); sentences never are.
      const sentences = Object.values(wording).filter((text) => (text?.length ?? 0) > 25)
      expect(new Set(sentences).size, JSON.stringify(wording)).toBe(sentences.length)
    }
  })

  test("words statements in English without a negation, as one short sentence", () => {
    for (const { text } of likertItems(instrument)) {
      expect(text.en).not.toMatch(/\b(not|no|never|nobody|cannot)\b|n[’']t\b/i)
      expect(text.en?.split(" ").length, text.en).toBeLessThanOrEqual(17)
      for (const language of languages) expect(text[language]).toMatch(/\.$/)
    }
  })
})

test("the pulse asks four statements of the full survey on one page, in a minute, and needs no words", () => {
  expect(pulse.questions.map(({ id }) => id)).toEqual([
    "mission-clarity-1",
    "vision-clarity-1",
    "strategy-1",
    "line-of-sight-1",
  ])
  for (const question of pulse.questions) expect(alignmentCore.questions).toContainEqual(question)
  expect(pulse.pages).toHaveLength(1)
  expect(minutesOf(pulse)).toBe(1)
  expect(asksForWords(pulse)).toBe(false)
})

test("the leadership team check measures six things with two or three statements each, then ranks and picks", () => {
  const items = likertItems(leadershipTeam)
  expect(
    leadershipTeam.constructs.map(({ id }) => items.filter(({ construct }) => construct === id).length),
  ).toEqual([2, 2, 2, 3, 2, 2])
  expect(items.filter(({ reverse }) => reverse).map(({ construct }) => construct)).toEqual([
    "team-disagreement",
    "team-decisions",
  ])
  expect(leadershipTeam.questions.slice(items.length).map(({ type }) => type)).toEqual([
    "ranking",
    "priorities",
    "text",
  ])
  expect(minutesOf(leadershipTeam)).toBeLessThanOrEqual(4)
  expect(asksForWords(leadershipTeam)).toBe(true)
})

test("the full survey takes five to six minutes, comments apart", () => {
  expect([5, 6]).toContain(minutesOf(alignmentCore))
})
