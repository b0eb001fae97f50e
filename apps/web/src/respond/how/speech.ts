import type { HowTexts, Language } from "@throughline/instrument"
import { alsoLearn, hows } from "../speech.ts"

const learned = new Map<Language, HowTexts>()
let follows = false

/** Loads what is explained in one language, and from then on in each that is chosen. */
export async function learnHow(language: Language): Promise<void> {
  if (!follows) alsoLearn(learnHow)
  follows = true
  if (!learned.has(language)) learned.set(language, (await hows[language]()).how)
}

export function howTexts(language: Language): HowTexts {
  const found = learned.get(language)
  if (!found) throw new Error(`${language} is spoken before it is learned`)
  return found
}
