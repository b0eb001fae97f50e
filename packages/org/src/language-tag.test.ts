import { expect, test } from "vitest"
import { languageTag } from "./language-tag.ts"

test("a language is known by code and by name, in each of the six languages", () => {
  const known = {
    en: [
      "en",
      "EN",
      "en-US",
      "en_GB",
      "English",
      "Englisch",
      "anglais",
      "Inglés",
      "İngilizce",
      "الإنجليزية",
      "English (UK)",
      "eng",
    ],
    de: ["de", "de-AT", "German", "Deutsch", "Allemand", "alemán", "Almanca", "الألمانية"],
    fr: [
      "fr",
      "fr_CA",
      "French",
      "Französisch",
      "Français",
      "francés",
      "Fransızca",
      "الفرنسية",
      "français / anglais",
    ],
    es: [
      "es",
      "es-MX",
      "Spanish",
      "Spanisch",
      "Espagnol",
      "Español",
      "Castellano",
      "İspanyolca",
      "الإسبانية",
    ],
    tr: ["tr", "tr-TR", "Turkish", "Türkisch", "Turc", "Turco", "Türkçe", "التركية"],
    ar: ["ar", "ar-SA", "Arabic", "Arabisch", "Arabe", "Árabe", "Arapça", "العربية", "عربي"],
  }
  for (const [tag, words] of Object.entries(known))
    for (const word of words) expect([word, languageTag(word)]).toEqual([word, tag])
})

test("another language keeps its code, what is none says nothing", () => {
  expect(["pt-BR", "nl", "fil"].map(languageTag)).toEqual(["pt", "nl", "fil"])
  expect(["", "-", "unknown language", "42"].map(languageTag)).toEqual([null, null, null, null])
})
