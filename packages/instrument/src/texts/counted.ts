import type { Language } from "../instrument.ts"
import { LOCALE } from "./locale.ts"

/** The forms of a counted noun by the plural rules of its language; "#" is where the number stands. */
type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

/** `counted("ar", { few: "# أشخاص", … })(5)`: the noun changes with the number, by the language's own rules. */
export function counted(language: Language, forms: Forms): (count: number) => string {
  return (count) => {
    const rule = new Intl.PluralRules(LOCALE[language]).select(count)
    return (forms[rule] ?? forms.other).replace("#", number(count, language))
  }
}

/** As the language writes it: 1,234 · 1.234 · 1 234. */
export function number(count: number, language: Language): string {
  return new Intl.NumberFormat(LOCALE[language]).format(count)
}
