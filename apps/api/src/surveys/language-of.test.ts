import { expect, test } from "vitest"
import { knownLanguage, languageOf } from "./language-of.ts"

test("a person's language is the one of the people file where the survey has it", () => {
  const written = ["ar", "AR-eg", "Arabic", "العربية", "en-GB", "English", "fr", "", null]
  expect(written.map((text) => languageOf(text, ["en", "ar"]))).toEqual([
    ...["ar", "ar", "ar", "ar"],
    ...["en", "en", "en", "en", "en"],
  ])
  expect(languageOf("ar", ["en"])).toBe("en")
  expect(languageOf("fr", ["ar", "en"])).toBe("ar")
})

test("each of the six languages is known by its tag, its English name and its own", () => {
  const told = {
    en: ["en", "EN_us", "eng", "English"],
    de: ["de", "de-AT", "deu", "ger", "German", "Deutsch"],
    fr: ["fr", "fr_CA", "fra", "French", "Français", "francais"],
    es: ["es", "es-MX", "spa", "Spanish", "Español", "Castellano"],
    tr: ["tr", "tr-TR", "tur", "Turkish", "Türkçe"],
    ar: ["ar", "ara", "Arabic", "العربية", "عربي"],
  }
  for (const [language, texts] of Object.entries(told)) {
    expect([language, texts.map(knownLanguage)]).toEqual([language, texts.map(() => language)])
  }
})

test("what is none of ours, or no language, is not taken for one", () => {
  const others = [
    "",
    null,
    "it",
    "Italiano",
    "pt-BR",
    "Estonian",
    "et",
    "Frisian",
    "Turkmen",
    "Esperanto",
    "Desi",
    "n/a",
    "1",
  ]
  expect(others.map(knownLanguage)).toEqual(others.map(() => undefined))
})
