import type { InvitationFacts } from "../facts.ts"
import { type Mails, plainMail } from "../mails.ts"
import { nameIn } from "../names.ts"
import { closing, minutes, organizationName, people, surveyName } from "./words.ts"

export const mails: Mails = {
  invitation: (facts) =>
    plainMail({
      subject: `${test(facts)}${organizationName(facts.organization)}: ${
        (facts.direction ?? true) ? "Kommt unsere Richtung bei Ihnen an?" : "Wie sehen Sie es?"
      } ${minutes(facts.minutes ?? 6)} Ihrer Zeit`,
      ...frame(facts),
      before: [
        `${organizationName(facts.organization)} bittet Sie, an der Befragung „${surveyName(facts.survey)}“ teilzunehmen${
          (facts.direction ?? true)
            ? ": Wie gut kommen unsere Mission, unsere Vision und unsere Strategie in Ihrem Arbeitsalltag an? Ihre Antwort zeigt, was ankommt und was besser erklärt werden muss."
            : ". Ihre Antwort zeigt, was gut läuft und was besser werden muss."
        }`,
        `Das dauert etwa ${minutes(facts.minutes ?? 6)}, auch auf dem Telefon, und braucht keine Anmeldung. Bitte antworten Sie bis spätestens ${closing(facts)}.`,
      ],
      after: [promise(facts), ...sixWords(facts), yours],
    }),

  reminder: (facts) =>
    plainMail({
      subject: `${test(facts)}${organizationName(facts.organization)}: „${surveyName(facts.survey)}“ ${
        facts.last ? "endet bald" : "läuft noch"
      }`,
      ...frame(facts),
      before: [
        `${
          facts.last ? "Das ist die letzte Erinnerung" : "Das ist eine Erinnerung"
        }: Die Befragung „${surveyName(facts.survey)}“ von ${organizationName(facts.organization)} läuft noch bis ${closing(facts)}, und mit Ihrem Link ist bisher keine Antwort gekommen. Es dauert etwa ${minutes(facts.minutes ?? 6)}. Möchten Sie lieber nicht teilnehmen, brauchen Sie nichts zu tun.`,
        "Das Programm sendet diese Mail von selbst an alle, deren Link noch nicht benutzt wurde. Es zeigt niemandem eine Liste, wer geantwortet hat und wer nicht.",
      ],
      after: [promise(facts), ...sixWords(facts), yours],
    }),

  letter: ({ organization, survey, name, address, code, k, words, ...facts }) => ({
    title: surveyName(survey),
    greeting: greeting(name),
    before: [
      `${organizationName(organization)} bittet Sie um Ihre Teilnahme${
        (facts.direction ?? true)
          ? ": Wie gut kommen unsere Mission, unsere Vision und unsere Strategie in Ihrem Arbeitsalltag an?"
          : ". Ihre Antwort zeigt, was gut läuft und was besser werden muss."
      } Das dauert etwa ${minutes(facts.minutes ?? 6)}, geht auf jedem Telefon oder Computer und braucht keine Anmeldung. Bitte antworten Sie bis spätestens ${closing(facts)}.`,
    ],
    scan: "Richten Sie die Kamera Ihres Telefons auf dieses Quadrat und öffnen Sie den Link.",
    type: "Oder geben Sie dies in einen Browser ein:",
    addressLabel: "Adresse",
    codeLabel: "Code",
    after: [
      promise({ k }),
      ...sixWords({ words }),
      "Dieser Code gehört nur Ihnen. Bitte geben Sie ihn nicht weiter: Wer ihn hat, könnte an Ihrer Stelle antworten.",
    ],
  }),
}

const test = (facts: InvitationFacts) => (facts.test ? "[Test] " : "")
const greeting = (name: string | null) => {
  const written = nameIn(name ?? "", "")
  return written === "" ? "Guten Tag," : `Guten Tag ${written},`
}

/** What invitation and reminder have in common. */
const frame = (facts: InvitationFacts) => ({
  notice: facts.test
    ? "Das ist eine Testmail. Sie zeigt, was Eingeladene bekommen; ihr Link führt zu keinem Fragebogen."
    : null,
  greeting: greeting(facts.name),
  button: "Jetzt antworten",
  link: facts.link,
  stop:
    facts.stopLink === null
      ? null
      : {
          text: "Erinnerungen an diese Befragung beenden (antworten können Sie weiterhin)",
          link: facts.stopLink,
        },
})

const promise = ({ k }: { k: number }) =>
  `Unser Versprechen: Ihre Antwort wird in Ihrem Browser versiegelt, erst nach dem Ende und nur zusammen mit allen anderen geöffnet und nur in Gruppen von mindestens ${people(k)} gezeigt. Was das umfasst und was nicht, steht ausführlich auf der ersten Seite.`

const yours =
  "Dieser Link gehört nur Ihnen. Bitte leiten Sie ihn nicht weiter: Wer ihn hat, könnte an Ihrer Stelle antworten."

const sixWords = ({ words = [] }: { words?: readonly string[] }) =>
  words.length === 0
    ? []
    : [
        `Sechs Wörter stehen für dieses Versprechen: ${words.join(" ")}. Vergleichen Sie sie mit denen anderer Eingeladener; auch die Seite zeigt sie. Sind es andere, antworten Sie nicht.`,
      ]
