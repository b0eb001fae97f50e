import type { InvitationFacts } from "../facts.ts"
import { type Mails, plainMail } from "../mails.ts"
import { nameIn } from "../names.ts"
import { closing, minutes, organizationName, people, surveyName } from "./words.ts"

export const mails: Mails = {
  invitation: (facts) =>
    plainMail({
      subject: `${test(facts)}${organizationName(facts.organization)}: ${
        (facts.direction ?? true) ? "yönümüz size ulaşıyor mu?" : "siz nasıl görüyorsunuz?"
      } Yalnızca ${minutes(facts.minutes ?? 6)}`,
      ...frame(facts),
      before: [
        `${organizationName(facts.organization)} sizi “${surveyName(facts.survey)}” adlı ankete katılmaya davet ediyor${
          (facts.direction ?? true)
            ? ": misyonumuz, vizyonumuz ve stratejimiz günlük işinizde size ne kadar ulaşıyor? Yanıtınız, neyin ulaştığını ve neyin daha iyi anlatılması gerektiğini gösterir."
            : ". Yanıtınız, neyin iyi gittiğini ve neyin daha iyi olması gerektiğini gösterir."
        }`,
        `Telefonda da yaklaşık ${minutes(facts.minutes ?? 6)} sürer ve oturum açmak gerekmez. Lütfen en geç şu tarihe kadar yanıt verin: ${closing(facts)}.`,
      ],
      after: [promise(facts), ...sixWords(facts), yours],
    }),

  reminder: (facts) =>
    plainMail({
      subject: `${test(facts)}${organizationName(facts.organization)}: “${surveyName(facts.survey)}” ${
        facts.last ? "yakında kapanıyor" : "hâlâ açık"
      }`,
      ...frame(facts),
      before: [
        `${facts.last ? "Bu son hatırlatmadır" : "Bu bir hatırlatmadır"}: ${organizationName(facts.organization)}, “${surveyName(facts.survey)}” adlı anketi açık tutuyor ve bağlantınızla şimdiye kadar bir yanıt gelmedi. Planlanan kapanış: ${closing(facts)}. Yaklaşık ${minutes(facts.minutes ?? 6)} sürer. Katılmamayı tercih ederseniz bir şey yapmanız gerekmez.`,
        "Program bu e-postayı, kullanılmamış her bağlantıya kendiliğinden gönderir. Kimin yanıt verip kimin vermediğine dair bir listeyi kimseye göstermez.",
      ],
      after: [promise(facts), ...sixWords(facts), yours],
    }),

  letter: ({ organization, survey, name, address, code, k, words, ...facts }) => ({
    title: surveyName(survey),
    greeting: greeting(name),
    before: [
      `${organizationName(organization)} sizi katılmaya davet ediyor${
        (facts.direction ?? true)
          ? ": misyonumuz, vizyonumuz ve stratejimiz günlük işinizde size ne kadar ulaşıyor?"
          : ". Yanıtınız, neyin iyi gittiğini ve neyin daha iyi olması gerektiğini gösterir."
      } Herhangi bir telefonda ya da bilgisayarda yaklaşık ${minutes(facts.minutes ?? 6)} sürer ve oturum açmak gerekmez. Lütfen en geç şu tarihe kadar yanıt verin: ${closing(facts)}.`,
    ],
    scan: "Telefonunuzun kamerasını bu kareye tutun ve bağlantıyı açın.",
    type: "Ya da bir tarayıcıya şunu yazın:",
    addressLabel: "Adres",
    codeLabel: "Kod",
    after: [
      promise({ k }),
      ...sixWords({ words }),
      "Bu kod yalnızca size aittir. Lütfen kimseye vermeyin: elinde olan sizin yerinize yanıt verebilir.",
    ],
  }),
}

const test = (facts: InvitationFacts) => (facts.test ? "[Deneme] " : "")
const greeting = (name: string | null) => {
  const written = nameIn(name ?? "", "")
  return written === "" ? "Merhaba," : `Merhaba ${written},`
}

/** What invitation and reminder have in common. */
const frame = (facts: InvitationFacts) => ({
  notice: facts.test
    ? "Bu bir deneme e-postasıdır. Davet edilenlere ne geleceğini gösterir; bağlantısı bir ankete götürmez."
    : null,
  greeting: greeting(facts.name),
  button: "Şimdi yanıt ver",
  link: facts.link,
  stop:
    facts.stopLink === null
      ? null
      : {
          text: "Bu anketin hatırlatmalarını durdur (yine de yanıt verebilirsiniz)",
          link: facts.stopLink,
        },
})

const promise = ({ k }: { k: number }) =>
  `Sözümüz: yanıtınız tarayıcınızda mühürlenir, ancak kapanıştan sonra bütün öbür yanıtlarla birlikte açılır ve yalnızca en az ${people(k)} içeren gruplarda gösterilir. Bunun neyi kapsayıp neyi kapsamadığını ilk sayfa ayrıntılı olarak anlatır.`

const yours =
  "Bu bağlantı yalnızca size aittir. Lütfen başkasına iletmeyin: elinde olan sizin yerinize yanıt verebilir."

const sixWords = ({ words = [] }: { words?: readonly string[] }) =>
  words.length === 0
    ? []
    : [
        `Bu sözü altı sözcük temsil eder: ${words.join(" ")}. Onları bir iş arkadaşınızınkiyle karşılaştırın; sayfa da gösterir. Farklıysa yanıt vermeyin.`,
      ]
