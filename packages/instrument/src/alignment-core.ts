import { alignmentConstructs } from "./alignment-constructs.ts"
import { alignmentItems } from "./alignment-items.ts"
import { alignmentKnowing } from "./alignment-knowing.ts"
import type { Instrument, Localized } from "./instrument.ts"

/**
 * Our own instrument. The order is chosen, not grown:
 *
 * 1. All claims ("I know …") come before anything that shows official wording. Were the mission or the priorities
 *    seen first, people would claim to know what they have just read; and whoever has just failed to recognise them
 *    would lower the claims that follow. Either would destroy the comparison of claimed with shown.
 * 2. Among the claims the general (mission) comes before the particular (own work, leaders, teams), so that a
 *    grievance about a manager does not colour the answers about the mission.
 * 3. The explaining items of people with reports come after what they hear themselves.
 * 4. "When and by whom was it explained" is about events, not about content, and gives nothing away. The top priority
 *    in one's own words is recall: it must come before the list, for a list turns recall into recognition.
 * 5. Priorities before mission, because five whole statements are the longest reading of all; comments last, when
 *    everything has come to mind.
 *
 * The vision is never shown: nothing asks to recognise it, and read before or among the claims it would prime them.
 */
export const alignmentCore: Instrument<Localized> = {
  id: "alignment-core",
  version: 1,
  name: {
    en: "Alignment",
    de: "Ausrichtung",
    fr: "Alignement",
    es: "Alineación",
    tr: "Uyum",
    ar: "التوافق مع الرسالة",
  },
  constructs: alignmentConstructs,
  questions: [...alignmentItems, ...alignmentKnowing],
  pages: [
    {
      id: "heard",
      title: {
        en: "How the strategy reached you",
        de: "Wie die Strategie Sie erreicht hat",
        fr: "Comment la stratégie vous est parvenue",
        es: "Cómo le llegó la estrategia",
        tr: "Strateji size nasıl ulaştı",
        ar: "كيف وصلتك الاستراتيجية",
      },
      questions: ["explained-when", "explained-by", "top-priority"],
    },
    {
      id: "priorities",
      title: {
        en: "Priorities",
        de: "Prioritäten",
        fr: "Priorités",
        es: "Prioridades",
        tr: "Öncelikler",
        ar: "الأولويات",
      },
      questions: ["priorities"],
    },
    {
      id: "mission",
      title: { en: "Mission", de: "Mission", fr: "Mission", es: "Misión", tr: "Misyon", ar: "الرسالة" },
      questions: ["mission"],
    },
    {
      id: "comments",
      title: {
        en: "In your own words",
        de: "In Ihren eigenen Worten",
        fr: "Avec vos propres mots",
        es: "Con sus propias palabras",
        tr: "Kendi cümlelerinizle",
        ar: "بكلماتك",
      },
      questions: ["comment-helps", "comment-hinders"],
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
