import { type Language, likertItems, word } from "./instrument.ts"
import type { Questionnaire } from "./questionnaire.ts"

/** What the analysis is to compute, in the words that readers of the results see. */
export interface MeasureSpec {
  constructs: { id: string; name: string; items: { id: string; text: string }[] }[]
  composites: { id: string; name: string; constructs: string[] }[]
}

/** Reversed items say so, because their figures are already turned round: high is good, though the text is not. */
const REVERSED: Record<Language, string> = {
  en: "(reversed: high means disagreement)",
  de: "(umgekehrt: hoch bedeutet Ablehnung)",
  fr: "(inversé : une valeur élevée signifie un désaccord)",
  es: "(invertido: un valor alto significa desacuerdo)",
  tr: "(ters: yüksek değer katılmama anlamına gelir)",
  ar: "(معكوسة: الرقم الأعلى يعني عدم الموافقة)",
}

/** Constructs without an item, and composites without such a construct, measure nothing and are left out. */
export function measures({ instrument }: Questionnaire, language: Language = "en"): MeasureSpec {
  const items = likertItems(instrument)
  const constructs = instrument.constructs
    .map(({ id, name }) => ({
      id,
      name: word(name, language),
      items: items
        .filter(({ construct }) => construct === id)
        .map((item) => {
          const text = word(item.text, language)
          return { id: item.id, text: item.reverse ? `${text} ${REVERSED[language]}` : text }
        }),
    }))
    .filter(({ items }) => items.length > 0)
  const measured = new Set(constructs.map(({ id }) => id))
  return {
    constructs,
    composites: instrument.composites
      .map(({ id, name, constructs }) => ({
        id,
        name: word(name, language),
        constructs: constructs.filter((construct) => measured.has(construct)),
      }))
      .filter(({ constructs }) => constructs.length > 0),
  }
}
