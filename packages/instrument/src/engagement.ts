import {
  type Construct,
  type Instrument,
  type LikertItem,
  type Localized,
  likertItems,
} from "./instrument.ts"
import { item } from "./likert-item.ts"

/**
 * Whether people like their work: what engagement surveys ask, beside what an alignment survey asks. Not part of our
 * full survey; one press adds it to a questionnaire. Four claims in our own words, none of them about the direction.
 */
const engagementConstruct: Construct<Localized> = {
  id: "engagement",
  name: {
    en: "Engagement",
    de: "Engagement",
    fr: "Engagement",
    es: "Compromiso",
    tr: "Bağlılık",
    ar: "الاندماج في العمل",
  },
  about: {
    en: "Whether people say they like working here. It tells nothing about whether the work serves the mission.",
    de: "Ob die Menschen sagen, dass sie gern hier arbeiten. Das sagt nichts darüber, ob die Arbeit der Mission dient.",
    fr: "Si les personnes disent aimer travailler ici. Cela ne dit pas si le travail sert la mission.",
    es: "Si las personas dicen que les gusta trabajar aquí. No dice si el trabajo sirve a la misión.",
    tr: "Çalışanlar burada çalışmayı sevdiklerini söylüyor mu? Bu, işin misyona hizmet edip etmediğini söylemez.",
    ar: "هل يقول الناس إنهم يحبون العمل هنا. وهذا لا يقول شيئًا عن خدمة العمل للرسالة.",
  },
  page: {
    en: "Working here",
    de: "Arbeiten hier",
    fr: "Travailler ici",
    es: "Trabajar aquí",
    tr: "Burada çalışmak",
    ar: "العمل هنا",
  },
}

export const engagementItems: LikertItem<Localized>[] = [
  item("engagement", 1, {
    en: "On most days I look forward to my work.",
    de: "An den meisten Tagen freue ich mich auf meine Arbeit.",
    fr: "La plupart des jours, je me réjouis d’aller travailler.",
    es: "La mayoría de los días tengo ganas de ir a trabajar.",
    tr: "Çoğu gün işime severek başlıyorum.",
    ar: "في معظم الأيام أقبل على عملي بسرور.",
  }),
  item("engagement", 2, {
    en: "I gladly do more than my job asks of me.",
    de: "Ich tue gern mehr, als meine Aufgabe von mir verlangt.",
    fr: "Je fais volontiers plus que ce que mon poste me demande.",
    es: "Hago con gusto más de lo que mi puesto me exige.",
    tr: "İşimin benden istediğinden fazlasını severek yapıyorum.",
    ar: "أفعل عن طيب خاطر أكثر مما تطلبه مني وظيفتي.",
  }),
  item("engagement", 3, {
    en: "I tell friends that this is a good place to work.",
    de: "Ich erzähle im Freundeskreis, dass man hier gut arbeiten kann.",
    fr: "Je dis à mes proches que c’est un bon endroit pour travailler.",
    es: "Cuento a mis amistades que este es un buen lugar para trabajar.",
    tr: "Arkadaşlarıma buranın çalışmak için iyi bir yer olduğunu söylüyorum.",
    ar: "أقول لأصدقائي إن هذا مكان جيد للعمل.",
  }),
  item("engagement", 4, {
    en: "If I could choose again today, I would work here.",
    de: "Wenn ich heute neu wählen könnte, würde ich wieder hier arbeiten.",
    fr: "Si je devais choisir de nouveau aujourd’hui, je travaillerais ici.",
    es: "Si hoy pudiera elegir de nuevo, trabajaría aquí.",
    tr: "Bugün yeniden seçebilseydim yine burada çalışırdım.",
    ar: "لو أتيح لي أن أختار من جديد اليوم لعملت هنا.",
  }),
]

/** Whether any of it is there already, also by the name of an item alone. */
export function asksEngagement({ constructs, questions }: Instrument): boolean {
  const ids = new Set([engagementConstruct, ...engagementItems].map(({ id }) => id))
  return [...constructs, ...questions].some(({ id }) => ids.has(id))
}

/**
 * With a page of its own behind the last statement: after the claims about the direction, so that a good or a bad day
 * does not colour them, and before anything that shows official wording. Unchanged where it is asked already.
 */
export function withEngagement(instrument: Instrument): Instrument {
  if (asksEngagement(instrument)) return instrument
  const last = likertItems(instrument).at(-1)
  const at = last === undefined ? 0 : instrument.questions.indexOf(last) + 1
  return {
    ...instrument,
    constructs: [...instrument.constructs, engagementConstruct],
    questions: instrument.questions.toSpliced(at, 0, ...engagementItems),
  }
}
