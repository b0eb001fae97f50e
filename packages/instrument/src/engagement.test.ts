import { expect, test } from "vitest"
import { alignmentCore } from "./alignment-core.ts"
import { checkInstrument } from "./check-instrument.ts"
import { asksEngagement, engagementItems, withEngagement } from "./engagement.ts"
import { type Instrument, languages, likertItems } from "./instrument.ts"
import { instrumentSchema } from "./instrument-schema.ts"
import { languagesOf } from "./languages-of.ts"
import { measures } from "./measures.ts"
import { pagesOf } from "./pages-of.ts"

const full = withEngagement(alignmentCore)

test("the full survey with engagement can be asked in all six languages", () => {
  expect(instrumentSchema.parse(JSON.parse(JSON.stringify(full)))).toEqual(full)
  expect(checkInstrument(full, languages)).toEqual([])
  expect(languagesOf(full)).toEqual(languages)
  expect(
    measures(
      { instrument: full, organization: "", vision: "", missionOptions: [], priorityOptions: [] },
      "en",
    ).constructs.at(-1),
  ).toMatchObject({
    id: "engagement",
    items: engagementItems.map(({ id }) => ({ id })),
  })
})

test("it is a page of its own behind the last statement, before any official wording", () => {
  const pages = pagesOf(full).map(({ id }) => id)
  expect(pages.slice(-6)).toEqual([
    "explaining",
    "engagement",
    "page-heard",
    "page-priorities",
    "page-mission",
    "page-comments",
  ])
  expect(full.composites).toEqual(alignmentCore.composites)
})

test("it is added once, and never beside an item of the same name", () => {
  expect(asksEngagement(alignmentCore)).toBe(false)
  expect(withEngagement(full)).toBe(full)
  const [first] = engagementItems
  const partly: Instrument = {
    ...alignmentCore,
    questions: [...alignmentCore.questions, ...(first ? [first] : [])],
  }
  expect(withEngagement(partly)).toBe(partly)
})

test("an empty questionnaire gets nothing else", () => {
  const empty: Instrument = { ...alignmentCore, constructs: [], questions: [], pages: [], composites: [] }
  expect(withEngagement(empty).questions).toEqual(engagementItems)
})

test("statements are like ours: no negation in English, one short sentence, each in its own script", () => {
  for (const { text } of engagementItems) {
    expect(text.en).not.toMatch(/\b(not|no|never|nobody|cannot)\b|n[’']t\b/i)
    expect(text.en.split(" ").length, text.en).toBeLessThanOrEqual(17)
    for (const language of languages) {
      expect(text[language]).toMatch(/\.$/)
      expect(text[language]).toMatch(language === "ar" ? /^[^A-Za-z]+$/ : /^[^\p{Script=Arabic}]+$/u)
    }
    expect(new Set(Object.values(text)).size).toBe(languages.length)
  }
  expect(likertItems(full)).toHaveLength(likertItems(alignmentCore).length + 4)
})
