import type { Language } from "../instrument.ts"

/** Arabic with the digits that the whole Arab world reads and that stand in the surrounding text. */
export const LOCALE: Record<Language, string> = {
  en: "en-GB",
  de: "de-DE",
  fr: "fr-FR",
  es: "es-ES",
  tr: "tr-TR",
  ar: "ar-u-nu-latn-ca-gregory",
}

/** The forms of a counted noun by the plural rules of its language; "#" is where the number stands. */
type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

/** `counted("ar", { few: "# أشخاص", … })(5)`: the noun changes with the number, by the language's own rules. */
export function counted(language: Language, forms: Forms): (count: number) => string {
  return (count) => {
    const rule = rules(language).select(count)
    return (forms[rule] ?? forms.other).replace("#", number(count, language))
  }
}

/** As the language writes it: 1,234 · 1.234 · 1 234. */
export function number(count: number, language: Language): string {
  return numbers(language).format(count)
}

/** Kept, as making one takes a hundred times as long as using it, and thousands of mails use it. */
function kept<T>(make: (language: Language) => T): (language: Language) => T {
  const made = new Map<Language, T>()
  return (language) => {
    const known = made.get(language) ?? make(language)
    made.set(language, known)
    return known
  }
}
const rules = kept((language) => new Intl.PluralRules(LOCALE[language]))
const numbers = kept((language) => new Intl.NumberFormat(LOCALE[language]))
