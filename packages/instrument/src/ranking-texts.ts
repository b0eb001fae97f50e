import type { Language } from "./instrument.ts"

/** Above the choices of a ranking. */
export const rankingTexts: Record<Language, (pick: number) => string> = {
  en: (pick) => `Choose what comes first, then what comes next: up to ${pick} in all.`,
  de: (pick) => `Wählen Sie zuerst das Wichtigste, dann das Nächste: insgesamt bis zu ${pick}.`,
  fr: (pick) => `Choisissez d’abord ce qui vient en premier, puis la suite : jusqu’à ${pick} en tout.`,
  es: (pick) => `Elija primero lo más importante y después lo siguiente: hasta ${pick} en total.`,
  tr: (pick) => `Önce en önde geleni, sonra bir sonrakini seçin: toplam en çok ${pick}.`,
  ar: (pick) => `اختر ما يأتي أولًا ثم ما يليه: حتى ${pick} إجمالًا.`,
}
