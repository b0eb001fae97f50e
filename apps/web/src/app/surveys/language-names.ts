import { type Language, languages, languageNames as own } from "@throughline/instrument"

const english = new Intl.DisplayNames("en", { type: "language" })
const record = (name: (language: Language) => string) =>
  Object.fromEntries(languages.map((language) => [language, name(language)])) as Record<Language, string>

/** For HR: "German". */
export const languageNames = record((language) => english.of(language) ?? language)

/** Also for those who look for their own: "German (Deutsch)". */
export const bothNames = record((language) =>
  languageNames[language] === own[language] ? own[language] : `${languageNames[language]} (${own[language]})`,
)
