import { announcement } from "../announcement.ts"
import type { Announcement, AnnouncementFacts } from "../facts.ts"
import { languagesIn } from "../lists.ts"
import { closing, minutes, moment, people, surveyName } from "./words.ts"

export function announcements(facts: AnnouncementFacts): Announcement[] {
  const { k, opensAt, languages, direction = true } = facts
  const survey = `„${surveyName(facts.survey)}“`
  const time = minutes(facts.minutes ?? 6)
  const group = people(k)
  const close = closing(facts)
  const asks = direction
    ? "wie gut unsere Mission, unsere Vision und unsere Strategie in Ihrem Arbeitsalltag ankommen"
    : "wie Sie Ihren Arbeitsalltag sehen"
  return [
    announcement({
      id: "head",
      title: "Mail der Leitung der Organisation",
      subject: `${survey}: Ihre Sicht ist gefragt`,
      paragraphs: [
        "Guten Tag,",
        `ich möchte wissen, ${asks}. Das fragen wir Sie alle in der Befragung ${survey}, ${
          opensAt === null ? "" : `von ${moment(opensAt, facts.timeZone)} `
        }bis ${close}.`,
        `Sie bekommen einen persönlichen Link, per Mail oder als gedruckten Brief. Es dauert etwa ${time}, auch auf dem Telefon. Sie können in diesen Sprachen antworten: ${languagesIn(languages, "de")}. Die Teilnahme ist freiwillig, und Sie können jede Frage auslassen.`,
        `Ihre Antwort wird in Ihrem Browser versiegelt und erst nach dem Ende geöffnet, zusammen mit allen anderen. Ergebnisse werden nur für Gruppen von mindestens ${group} gezeigt; keine Seite zeigt mir oder anderen, wer geantwortet hat oder was eine einzelne Person gesagt hat. Was das umfasst und was nicht, steht ausführlich auf der ersten Seite.`,
        "Nach dem Ende berichten wir Ihnen, was wir erfahren haben und was daraus folgt. Danke, dass Sie sich die Zeit nehmen.",
      ],
      points: [],
    }),
    announcement({
      id: "note",
      title: "Notiz für Intranet oder Chat",
      subject: null,
      paragraphs: [
        `${survey} läuft bis ${close}. Etwa ${time}, auch auf dem Telefon. Ihr persönlicher Link ist in Ihrem Postfach oder in Ihrem Brief.`,
        `Versiegelt bis zum Ende, alle zusammen geöffnet, nur für Gruppen von mindestens ${group} gezeigt. Wenn Sie Ihren Link nicht finden: Bitte sehen Sie zuerst im Spam-Ordner nach und fragen Sie dann die Personalabteilung.`,
      ],
      points: [],
    }),
    announcement({
      id: "leaders",
      title: "Stichpunkte für Teamleitungen",
      subject: null,
      paragraphs: ["Zwei Minuten in Ihrer nächsten Teamrunde genügen."],
      points: [
        `Worum es geht: ${survey} fragt, ${asks}. Es dauert etwa ${time} und läuft bis ${close}.`,
        "Wie es geht: Alle haben einen persönlichen Link, per Mail oder im Brief. Ein Telefon genügt. Bitte geben Sie Ihrem Team während der Arbeitszeit Zeit dafür.",
        `Was versprochen ist: Antworten werden versiegelt, nach dem Ende gemeinsam geöffnet und nur für Gruppen von mindestens ${group} gezeigt.`,
        "Wovor das nicht schützt, steht ebenfalls auf der ersten Seite. Hat jemand Zweifel, verweisen Sie auf diese Seite, statt mehr zu versprechen.",
        "Bitte fragen Sie niemanden nach der eigenen Teilnahme oder Antwort. Auch das Programm verrät Ihnen beides nicht.",
        "Wie es weitergeht: Nach dem Ende sehen Sie Ergebnisse, und wir sprechen im Team darüber.",
      ],
    }),
    announcement({
      id: "last-days",
      title: "Notiz für die letzten Tage",
      subject: null,
      paragraphs: [
        `${survey} endet: ${close}. Wenn Sie noch antworten möchten: Ihr Link steht in Ihrer Einladung, und es dauert etwa ${time}.`,
        "Allen, die geantwortet haben: danke.",
      ],
      points: [],
    }),
  ]
}
