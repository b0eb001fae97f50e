import { languages } from "@throughline/instrument"
import { expect, test } from "vitest"
import { preferredLanguage } from "./preferred-language.ts"

test("the people file's language comes before the browser's", () => {
  expect(preferredLanguage(["de-DE", "en"], ["en", "de", "tr"], "tr")).toBe("tr")
})

test("the survey's first language, which stands for none in the file, gives way to the browser's", () => {
  expect(preferredLanguage(["de-AT", "en"], ["en", "de", "tr"], "en")).toBe("de")
  expect(preferredLanguage(["pl", "TR"], ["en", "de", "tr"], "en")).toBe("tr")
})

test("a browser that wants nothing on offer gets the survey's first", () => {
  expect(preferredLanguage(["pl", "ja-JP"], ["de", "tr"], "de")).toBe("de")
  expect(preferredLanguage([], languages)).toBe("en")
})

test("a language the survey no longer has is not taken from anywhere", () => {
  expect(preferredLanguage(["fr"], ["de", "tr"], "ar")).toBe("de")
})
