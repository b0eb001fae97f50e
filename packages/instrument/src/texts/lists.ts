import type { Language } from "../instrument.ts"
import { LOCALE } from "./locale.ts"
import { isolate, nameIn, oneLine } from "./names.ts"

/** "a, b and c". */
export function listed(items: readonly string[], language: Language): string {
  return new Intl.ListFormat(LOCALE[language], { type: "conjunction" }).format(items)
}

/** The languages of a survey, each by its name in the language that is read. */
export function languagesIn(languages: readonly Language[], language: Language): string {
  const names = new Intl.DisplayNames(LOCALE[language], { type: "language" })
  return listed(
    languages.map((one) => names.of(one) ?? one),
    language,
  )
}

/** Names of people, each kept apart from the sentence where the two are written in different directions. */
export function namesIn(names: readonly string[], language: Language): string {
  return listed(
    names.map((name) => (language === "ar" ? isolate(oneLine(name) || "…") : nameIn(name, "…"))),
    language,
  )
}
