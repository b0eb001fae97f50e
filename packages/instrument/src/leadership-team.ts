import { alignmentKnowing } from "./alignment-knowing.ts"
import type { Instrument, Localized, Question } from "./instrument.ts"
import { leadershipConstructs } from "./leadership-constructs.ts"
import { leadershipItems } from "./leadership-items.ts"

/**
 * A check for the team at the top, in three minutes. As in `alignmentCore` the claims come first; then what takes the
 * team's time, which no official wording can prompt; then the three priorities, where it shows whether the team itself
 * names the same ones.
 */
export const leadershipTeam: Instrument<Localized> = {
  id: "leadership-team",
  version: 1,
  name: {
    en: "Leadership team check",
    de: "Check für das Führungsteam",
    fr: "Bilan de l’équipe de direction",
    es: "Revisión del equipo directivo",
    tr: "Yönetim ekibi değerlendirmesi",
    ar: "فحص فريق القيادة",
  },
  constructs: leadershipConstructs,
  questions: [
    ...leadershipItems,
    {
      type: "ranking",
      id: "team-time",
      text: {
        en: "What takes most of this team’s time together?",
        de: "Was nimmt die meiste gemeinsame Zeit dieses Teams in Anspruch?",
        fr: "Qu’est-ce qui prend le plus de temps à cette équipe quand elle se réunit ?",
        es: "¿Qué ocupa la mayor parte del tiempo que este equipo pasa reunido?",
        tr: "Bu ekibin birlikte geçirdiği zamanın çoğunu ne alıyor?",
        ar: "ما الذي يستغرق معظم الوقت الذي يقضيه هذا الفريق معًا؟",
      },
      pick: 3,
      choices: [
        {
          id: "direction",
          text: {
            en: "Direction and priorities",
            de: "Richtung und Prioritäten",
            fr: "Le cap et les priorités",
            es: "El rumbo y las prioridades",
            tr: "Yön ve öncelikler",
            ar: "الوجهة والأولويات",
          },
        },
        {
          id: "urgent",
          text: {
            en: "Urgent problems of the day",
            de: "Dringende Probleme des Tages",
            fr: "Les problèmes urgents du jour",
            es: "Problemas urgentes del día",
            tr: "Günün acil sorunları",
            ar: "مشكلات اليوم العاجلة",
          },
        },
        {
          id: "figures",
          text: {
            en: "Figures and reports",
            de: "Zahlen und Berichte",
            fr: "Les chiffres et les rapports",
            es: "Cifras e informes",
            tr: "Rakamlar ve raporlar",
            ar: "الأرقام والتقارير",
          },
        },
        {
          id: "people",
          text: {
            en: "People and roles",
            de: "Menschen und Rollen",
            fr: "Les personnes et les rôles",
            es: "Personas y funciones",
            tr: "İnsanlar ve roller",
            ar: "الأشخاص والأدوار",
          },
        },
        {
          id: "between",
          text: {
            en: "Matters between our areas",
            de: "Fragen zwischen unseren Bereichen",
            fr: "Les questions entre nos services",
            es: "Asuntos entre nuestras áreas",
            tr: "Bölümlerimiz arasındaki konular",
            ar: "أمور بين أقسامنا",
          },
        },
        {
          id: "requests",
          text: {
            en: "Requests from outside the team",
            de: "Anfragen von außerhalb des Teams",
            fr: "Les demandes extérieures à l’équipe",
            es: "Peticiones de fuera del equipo",
            tr: "Ekip dışından gelen istekler",
            ar: "طلبات من خارج الفريق",
          },
        },
      ],
    },
    ...alignmentKnowing.filter((question): question is Question<Localized> => question.type === "priorities"),
    {
      type: "text",
      id: "team-change",
      text: {
        en: "What one change would help this team most to pull in one direction?",
        de: "Welche eine Änderung würde diesem Team am meisten helfen, an einem Strang zu ziehen?",
        fr: "Quel seul changement aiderait le plus cette équipe à tirer dans le même sens ?",
        es: "¿Qué único cambio ayudaría más a este equipo a tirar en la misma dirección?",
        tr: "Hangi tek değişiklik bu ekibin aynı yöne çekmesine en çok yardımcı olur?",
        ar: "ما التغيير الواحد الذي يساعد هذا الفريق أكثر من غيره على السير في اتجاه واحد؟",
      },
      maxLength: 800,
      lines: 4,
    },
  ],
  pages: [
    {
      id: "time",
      title: {
        en: "Our time",
        de: "Unsere Zeit",
        fr: "Notre temps",
        es: "Nuestro tiempo",
        tr: "Zamanımız",
        ar: "وقتنا",
      },
      questions: ["team-time"],
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
      id: "comments",
      title: {
        en: "In your own words",
        de: "In Ihren eigenen Worten",
        fr: "Avec vos propres mots",
        es: "Con sus propias palabras",
        tr: "Kendi cümlelerinizle",
        ar: "بكلماتك",
      },
      questions: ["team-change"],
    },
  ],
  composites: [
    {
      id: "team",
      name: {
        en: "The team as one",
        de: "Das Team als Einheit",
        fr: "L’équipe qui fait corps",
        es: "El equipo como uno solo",
        tr: "Tek vücut ekip",
        ar: "الفريق يدًا واحدة",
      },
      constructs: leadershipConstructs.map(({ id }) => id),
    },
  ],
}
