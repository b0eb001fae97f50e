import type { HowTexts, Language, PageTexts } from "@throughline/instrument"
import type { PageWords } from "./page-words.ts"

/** All that the page says in one language. */
interface Speech {
  texts: PageTexts
  words: PageWords
}

/** A chunk for each language, so that nobody loads five that are not read. */
const speeches: Record<Language, () => Promise<Speech>> = {
  en: () => import("./speech/en.ts"),
  de: () => import("./speech/de.ts"),
  fr: () => import("./speech/fr.ts"),
  es: () => import("./speech/es.ts"),
  tr: () => import("./speech/tr.ts"),
  ar: () => import("./speech/ar.ts"),
}
/** What only those read who ask how they know. The loaders stand here so that the promise needs no chunk more. */
export const hows: Record<Language, () => Promise<{ how: HowTexts }>> = {
  en: () => import("@throughline/instrument/how/en"),
  de: () => import("@throughline/instrument/how/de"),
  fr: () => import("@throughline/instrument/how/fr"),
  es: () => import("@throughline/instrument/how/es"),
  tr: () => import("@throughline/instrument/how/tr"),
  ar: () => import("@throughline/instrument/how/ar"),
}
export { namesIn } from "@throughline/instrument"

const learned = new Map<Language, Speech>()
const others: ((language: Language) => Promise<unknown>)[] = []

/** Loads a language. The page may speak it from then on; rejects when it cannot be had. */
export async function learn(language: Language): Promise<void> {
  const [speech] = await Promise.all([
    learned.get(language) ?? speeches[language](),
    ...others.map((other) => other(language)),
  ])
  learned.set(language, speech)
}

/** For parts that come later and bring texts of their own: told of every language that is learned from then on. */
export function alsoLearn(load: (language: Language) => Promise<unknown>) {
  others.push(load)
}

export function isLearned(language: Language): boolean {
  return learned.has(language)
}

export function pageTexts(language: Language): PageTexts {
  return speech(language).texts
}

export function pageWords(language: Language): PageWords {
  return speech(language).words
}

function speech(language: Language): Speech {
  const found = learned.get(language)
  if (!found) throw new Error(`${language} is spoken before it is learned`)
  return found
}
