import type { Language } from "@throughline/instrument"

// How people files name a language: a tag, its English name, its own name.
const names: Record<Language, RegExp> = {
  en: /^(en\b|eng)/,
  de: /^(de\b|deu\b|ger\b|german|deutsch|alem|alman|الألمانية)/,
  fr: /^(fr\b|fra|fre|fran|الفرنسية)/,
  es: /^(es\b|spa\b|spanish|espa|castellano|الإسبانية|الاسبانية)/,
  tr: /^(tr\b|tur\b|turkish|t[üu]rk[çc]e)/,
  ar: /^(ar\b|ara\b|arab|عرب|العرب)/,
}

/** The language a people file means by what it says; undefined for none of ours. */
export function knownLanguage(written: string | null): Language | undefined {
  const text = written?.trim().toLocaleLowerCase("en").replaceAll("_", "-") ?? ""
  return (Object.keys(names) as Language[]).find((language) => names[language].test(text))
}

/** The language of the people file, where the survey has it; else the survey's first. */
export function languageOf(written: string | null, languages: readonly Language[]): Language {
  const known = knownLanguage(written)
  return known !== undefined && languages.includes(known) ? known : (languages[0] ?? "en")
}
