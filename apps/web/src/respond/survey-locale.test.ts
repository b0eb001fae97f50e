import { languages } from "@throughline/instrument"
import { getLocaleString, surveyLocalization } from "survey-core"
import { expect, test } from "vitest"
import { surveyLocale } from "./survey-locale.ts"

test("SurveyJS speaks every language once it is learned, and only English before", async () => {
  const said = () => languages.map((language) => getLocaleString("requiredError", language))
  expect(new Set(said()).size).toBe(1)
  await Promise.all(languages.map(surveyLocale))
  expect(new Set(said()).size).toBe(languages.length)
  for (const language of languages) expect(surveyLocalization.locales[language], language).toBeDefined()
})
