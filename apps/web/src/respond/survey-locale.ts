import type { Language } from "@throughline/instrument"

/** What SurveyJS itself says, in each language but English, which it brings. */
const locales: Record<Exclude<Language, "en">, () => Promise<unknown>> = {
  de: () => import("survey-core/i18n/german"),
  fr: () => import("survey-core/i18n/french"),
  es: () => import("survey-core/i18n/spanish"),
  tr: () => import("survey-core/i18n/turkish"),
  ar: () => import("survey-core/i18n/arabic"),
}

export async function surveyLocale(language: Language): Promise<void> {
  if (language !== "en") await locales[language]()
}
