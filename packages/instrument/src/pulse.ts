import { alignmentConstructs } from "./alignment-constructs.ts"
import { alignmentItems } from "./alignment-items.ts"
import type { Instrument, Localized } from "./instrument.ts"

/** One claim each, the plainest: the same items as in `alignmentCore`, so that a pulse stands beside the full survey. */
const asked = ["mission-clarity-1", "vision-clarity-1", "strategy-1", "line-of-sight-1"]
const measured = ["mission-clarity", "vision-clarity", "strategy", "line-of-sight"]

/** Four questions on one page, a minute: between two full surveys. It needs no words of the strategy. */
export const pulse: Instrument<Localized> = {
  id: "pulse",
  version: 1,
  name: {
    en: "Pulse: four questions",
    de: "Kurzbefragung: vier Fragen",
    fr: "Sondage éclair : quatre questions",
    es: "Pulso: cuatro preguntas",
    tr: "Nabız: dört soru",
    ar: "استطلاع سريع: أربعة أسئلة",
  },
  constructs: alignmentConstructs.filter(({ id }) => measured.includes(id)),
  questions: alignmentItems.filter(({ id }) => asked.includes(id)),
  pages: [
    {
      id: "direction",
      title: {
        en: "Where we are going, and your work",
        de: "Wohin wir gehen, und Ihre Arbeit",
        fr: "Où nous allons, et votre travail",
        es: "Hacia dónde vamos y su trabajo",
        tr: "Nereye gittiğimiz ve işiniz",
        ar: "وجهتنا وعملك",
      },
      questions: asked,
    },
  ],
  composites: [
    {
      id: "message",
      name: {
        en: "The message: mission, vision, strategy",
        de: "Die Botschaft: Mission, Vision, Strategie",
        fr: "Le message : mission, vision, stratégie",
        es: "El mensaje: misión, visión, estrategia",
        tr: "Mesaj: misyon, vizyon, strateji",
        ar: "الرسالة والرؤية والاستراتيجية معًا",
      },
      constructs: ["mission-clarity", "vision-clarity", "strategy"],
    },
  ],
}
