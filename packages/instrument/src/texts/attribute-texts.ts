import type { AttributeColumn } from "../attribute.ts"
import type { Language } from "../instrument.ts"

/** What stands around the one question about the person that answers. */
export interface AttributeTexts {
  heading: string
  question: Record<AttributeColumn, string>
  /** Where results are read. */
  label: Record<AttributeColumn, string>
  /** Why it is asked, and what becomes of it. */
  why(k: number): string
  /** Values that too few people have. */
  other: string
  notSay: string
}

const texts: Record<Language, AttributeTexts> = {
  en: {
    heading: "One thing about you",
    question: {
      location: "Where do you work?",
      department: "Which department are you in?",
      title: "What is your job title?",
    },
    label: { location: "Location", department: "Department", title: "Job title" },
    why: (k) =>
      `It is filled in as your organization has it; change it, or rather not say. It is sealed with your answers and leaves only in tables of function and this answer, for groups of at least ${k} people.`,
    other: "Other",
    notSay: "I would rather not say",
  },
  de: {
    heading: "Eine Angabe zu Ihnen",
    question: {
      location: "Wo arbeiten Sie?",
      department: "In welcher Abteilung arbeiten Sie?",
      title: "Welche Stelle haben Sie?",
    },
    label: { location: "Standort", department: "Abteilung", title: "Stelle" },
    why: (k) =>
      `Ausgefüllt ist, was Ihre Organisation vermerkt hat. Sie können es ändern oder keine Angabe machen. Es wird mit Ihren Antworten versiegelt und erscheint nur in Tabellen aus Bereich und dieser Angabe, für Gruppen ab ${k} Personen.`,
    other: "Andere",
    notSay: "Keine Angabe",
  },
  fr: {
    heading: "Une indication sur vous",
    question: {
      location: "Où travaillez-vous ?",
      department: "Dans quel service travaillez-vous ?",
      title: "Quel est votre poste ?",
    },
    label: { location: "Lieu", department: "Service", title: "Poste" },
    why: (k) =>
      `La réponse indiquée est celle que votre organisation connaît ; vous pouvez la changer ou ne pas répondre. Elle est scellée avec vos réponses et n’apparaît que dans des tableaux par fonction et par cette réponse, pour des groupes d’au moins ${k} personnes.`,
    other: "Autre",
    notSay: "Je préfère ne pas le dire",
  },
  es: {
    heading: "Un dato sobre usted",
    question: {
      location: "¿Dónde trabaja?",
      department: "¿En qué departamento trabaja?",
      title: "¿Cuál es su puesto?",
    },
    label: { location: "Lugar de trabajo", department: "Departamento", title: "Puesto" },
    why: (k) =>
      `Aparece lo que consta en su organización; puede cambiarlo o preferir no decirlo. Se sella con sus respuestas y solo sale en tablas por función y por esta respuesta, para grupos de al menos ${k} personas.`,
    other: "Otro",
    notSay: "Prefiero no decirlo",
  },
  tr: {
    heading: "Sizinle ilgili bir bilgi",
    question: {
      location: "Nerede çalışıyorsunuz?",
      department: "Hangi departmanda çalışıyorsunuz?",
      title: "Göreviniz nedir?",
    },
    label: { location: "Çalışma yeri", department: "Departman", title: "Görev" },
    why: (k) =>
      `Kuruluşunuzdaki kayda göre dolduruldu; değiştirebilir ya da belirtmeyebilirsiniz. Yanıtlarınızla birlikte mühürlenir ve yalnızca bölüm ile bu yanıta göre tablolarda, en az ${k} kişilik gruplar için yer alır.`,
    other: "Diğer",
    notSay: "Belirtmek istemiyorum",
  },
  ar: {
    heading: "معلومة واحدة عنك",
    question: {
      location: "أين تعمل؟",
      department: "في أي إدارة تعمل؟",
      title: "ما مسماك الوظيفي؟",
    },
    label: { location: "موقع العمل", department: "الإدارة", title: "المسمى الوظيفي" },
    why: (k) =>
      `مُلئت هذه الخانة كما هي مسجلة لدى مؤسستك، ويمكنك تغييرها أو عدم ذكرها. تُختم مع إجاباتك ولا تظهر إلا في جداول بحسب القطاع وهذه الإجابة، لمجموعات لا يقل عدد أفرادها عن ${k}.`,
    other: "غير ذلك",
    notSay: "أفضّل عدم ذكر ذلك",
  },
}

export function attributeTexts(language: Language): AttributeTexts {
  return texts[language]
}
