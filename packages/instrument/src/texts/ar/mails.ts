import type { InvitationFacts } from "../facts.ts"
import { type Mails, plainMail } from "../mails.ts"
import { isolate, oneLine } from "../names.ts"
import { closing, minutes, organizationName, people, personName, surveyName } from "./words.ts"

export const mails: Mails = {
  invitation: (facts) =>
    plainMail({
      subject: `${test(facts)}استبيان من ${plainName(facts.organization)}: ${
        (facts.direction ?? true) ? "هل تصلك وجهتنا؟" : "كيف ترى الأمور؟"
      } ${minutes(facts.minutes ?? 6)} من وقتك`,
      ...frame(facts),
      before: [
        `تدعوك ${organizationName(facts.organization)} إلى المشاركة في «${surveyName(facts.survey)}»${
          (facts.direction ?? true)
            ? ": إلى أي مدى تصل إليك رسالتنا ورؤيتنا واستراتيجيتنا في عملك اليومي؟ تبيّن إجابتك ما الذي يصل وما الذي ينبغي شرحه على نحو أفضل."
            : ". تبيّن إجابتك ما الذي يسير جيدًا وما الذي ينبغي تحسينه."
        }`,
        `يستغرق ذلك نحو ${minutes(facts.minutes ?? 6)}، على الهاتف أيضًا، ولا يحتاج إلى تسجيل دخول. يرجى الإجابة في موعد أقصاه ${closing(facts)}.`,
      ],
      after: [promise(facts), ...sixWords(facts), yours],
    }),

  reminder: (facts) =>
    plainMail({
      subject: `${test(facts)}استبيان من ${plainName(facts.organization)}: «${plainSurvey(facts.survey)}» ${
        facts.last ? "يُغلق قريبًا" : "ما زال مفتوحًا"
      }`,
      ...frame(facts),
      before: [
        `${facts.last ? "هذا آخر تذكير" : "هذا تذكير"}: استبيان «${surveyName(facts.survey)}» من ${organizationName(facts.organization)} مفتوح حتى ${closing(facts)}، ولم تصل برابطك إجابة حتى الآن. يستغرق ذلك نحو ${minutes(facts.minutes ?? 6)}. وإن كنت تفضّل عدم المشاركة فلا يلزمك فعل شيء.`,
        "يرسل البرنامج هذه الرسالة من تلقاء نفسه إلى كل رابط لم يُستخدم. ولا يعرض على أحد قائمة بمن أجاب ومن لم يجب.",
      ],
      after: [promise(facts), ...sixWords(facts), yours],
    }),

  letter: ({ organization, survey, name, address, code, k, words, ...facts }) => ({
    title: plainSurvey(survey),
    greeting: greeting(name),
    before: [
      `تدعوك ${organizationName(organization)} إلى المشاركة${
        (facts.direction ?? true)
          ? ": إلى أي مدى تصل إليك رسالتنا ورؤيتنا واستراتيجيتنا في عملك اليومي؟"
          : ". تبيّن إجابتك ما الذي يسير جيدًا وما الذي ينبغي تحسينه."
      } يستغرق ذلك نحو ${minutes(facts.minutes ?? 6)} على أي هاتف أو حاسوب، ولا يحتاج إلى تسجيل دخول. يرجى الإجابة في موعد أقصاه ${closing(facts)}.`,
    ],
    scan: "وجّه كاميرا هاتفك إلى هذا المربع وافتح الرابط.",
    type: "أو اكتب ما يلي في المتصفح:",
    addressLabel: "العنوان",
    codeLabel: "الرمز",
    after: [
      promise({ k }),
      ...sixWords({ words }),
      "هذا الرمز لك وحدك. يرجى عدم إعطائه لأحد، فمن يملكه يستطيع أن يجيب بدلًا منك.",
    ],
  }),
}

const test = (facts: InvitationFacts) => (facts.test ? "[تجربة] " : "")
/** A subject begins with an Arabic word and so reads from the right without isolates, which some mail programs show. */
const plainName = (name: string) => oneLine(organizationName(name))
const plainSurvey = (name: string) => oneLine(surveyName(name))
const greeting = (name: string | null) => {
  const written = personName(name)
  return written === "" ? "تحية طيبة،" : `تحية طيبة ${written}،`
}

/** What invitation and reminder have in common. */
const frame = (facts: InvitationFacts) => ({
  notice: facts.test ? "هذه رسالة تجريبية تبيّن ما سيصل إلى المدعوين، ورابطها لا يؤدي إلى استبيان." : null,
  greeting: greeting(facts.name),
  button: "الإجابة الآن",
  link: facts.link,
  stop:
    facts.stopLink === null
      ? null
      : {
          text: "إيقاف التذكير بهذا الاستبيان (ويبقى بإمكانك الإجابة)",
          link: facts.stopLink,
        },
})

const promise = ({ k }: { k: number }) =>
  `وعدنا: تُختم إجابتك في متصفحك، ولا تُفتح إلا مع سائر الإجابات بعد الإغلاق، ولا تُعرض إلا ضمن مجموعات لا تقل عن ${people(k)}. وتبيّن الصفحة الأولى بالتفصيل ما يشمله ذلك وما لا يشمله.`

const yours = "هذا الرابط لك وحدك. يرجى عدم إعادة توجيهه، فمن يملكه يستطيع أن يجيب بدلًا منك."

const sixWords = ({ words = [] }: { words?: readonly string[] }) =>
  words.length === 0
    ? []
    : [
        `تمثّل هذا الوعدَ ست كلمات: ${isolate(words.join(" "))}. قارنها بما لدى أحد زملائك، وتظهر في الصفحة أيضًا. وإن اختلفت فلا تُجب.`,
      ]
