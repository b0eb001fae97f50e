import { alignmentCore, checkInstrument, type Instrument, languages } from "@throughline/instrument"
import { describe, expect, test } from "vitest"
import { missingTexts, pathById, textsOf, withText } from "./instrument-texts.ts"
import { small } from "./testing-instrument.ts"

describe("the texts of an instrument", () => {
  test("are missing in a language exactly where the check says so", () => {
    const emptied: Instrument = {
      ...small,
      constructs: small.constructs.map((construct) => ({ ...construct, page: {} })),
    }
    const bare: Instrument = { ...small, questions: [], pages: [{ id: "end", title: {}, questions: [] }] }
    for (const instrument of [small, emptied, bare, alignmentCore]) {
      for (const language of languages) {
        const checked = checkInstrument(instrument, [language])
          .filter(({ message }) => message.endsWith("text is missing."))
          .map(({ path }) => pathById(instrument, path))
        const found = missingTexts(instrument, language).map(({ path }) => `${path}/${language}`)
        expect(found.toSorted()).toEqual(checked.toSorted())
      }
    }
    expect(missingTexts(small, "de").map(({ path }) => path)).toEqual([
      "questions/heard/choices/nobody/text",
      "questions/how/text",
      "pages/end/title",
      "questions/more/text",
    ])
  })

  test("are all reached by their path", () => {
    for (const { path } of textsOf(small)) {
      const written = withText(small, path, "fr", "Oui.")
      expect(textsOf(written).find((one) => one.path === path)?.wording.fr).toBe("Oui.")
      expect(withText(written, path, "fr", "")).toEqual(small)
    }
  })

  test("are one line, whatever is pasted", () => {
    const pasted = withText(small, "name", "en", "A\r\nB\u0000C\tD")
    expect(pasted.name.en).toBe("A B C D")
  })
})
