import { type Language, likertItems } from "./instrument.ts"
import type { Questionnaire } from "./questionnaire.ts"

/** What the analysis is to compute, in the words that readers of the results see. */
export interface MeasureSpec {
  constructs: { id: string; name: string; items: { id: string; text: string }[] }[]
  composites: { id: string; name: string; constructs: string[] }[]
}

/** Reversed items say so, because their figures are already turned round: high is good, though the text is not. */
const REVERSED: Record<Language, string> = {
  en: "(reversed: high means disagreement)",
  ar: "(معكوسة: الرقم الأعلى يعني عدم الموافقة)",
}

export function measures({ instrument }: Questionnaire, language: Language = "en"): MeasureSpec {
  const items = likertItems(instrument)
  return {
    constructs: instrument.constructs.map(({ id, name }) => ({
      id,
      name: name[language],
      items: items
        .filter(({ construct }) => construct === id)
        .map((item) => ({
          id: item.id,
          text: item.reverse ? `${item.text[language]} ${REVERSED[language]}` : item.text[language],
        })),
    })),
    composites: instrument.composites.map(({ id, name, constructs }) => ({
      id,
      name: name[language],
      constructs,
    })),
  }
}
