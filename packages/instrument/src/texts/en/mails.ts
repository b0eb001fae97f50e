import type { InvitationFacts } from "../facts.ts"
import { type Mails, plainMail } from "../mails.ts"
import { nameIn } from "../names.ts"
import { closing, minutes, organizationName, people, surveyName } from "./words.ts"

export const mails: Mails = {
  invitation: (facts) =>
    plainMail({
      subject: `${test(facts)}${organizationName(facts.organization)}: ${
        (facts.direction ?? true) ? "does our direction reach you?" : "how do you see it?"
      } ${minutes(facts.minutes ?? 6)} of your time`,
      ...frame(facts),
      before: [
        `${organizationName(facts.organization)} asks you to take part in “${surveyName(facts.survey)}”${
          (facts.direction ?? true)
            ? ": how well do our mission, vision and strategy reach you in your daily work? Your answer shows what arrives and what has to be explained better."
            : ". Your answer shows what works well and what has to become better."
        }`,
        `It takes about ${minutes(facts.minutes ?? 6)}, also on a phone, and needs no login. Please answer by ${closing(facts)}.`,
      ],
      after: [promise(facts), ...sixWords(facts), yours],
    }),

  reminder: (facts) =>
    plainMail({
      subject: `${test(facts)}${organizationName(facts.organization)}: “${surveyName(facts.survey)}” ${
        facts.last ? "closes soon" : "is still open"
      }`,
      ...frame(facts),
      before: [
        `${
          facts.last ? "This is the last reminder" : "This is a reminder"
        }: “${surveyName(facts.survey)}” of ${organizationName(facts.organization)} is open until ${closing(facts)}, and no answer has come in with your link so far. It takes about ${minutes(facts.minutes ?? 6)}. If you would rather not take part, you need not do anything.`,
        "The program sends this mail by itself to every link that has not been used. It shows nobody a list of who has answered and who has not.",
      ],
      after: [promise(facts), ...sixWords(facts), yours],
    }),

  letter: ({ organization, survey, name, address, code, k, words, ...facts }) => ({
    title: surveyName(survey),
    greeting: greeting(name),
    before: [
      `${organizationName(organization)} asks you to take part${
        (facts.direction ?? true)
          ? ": how well do our mission, vision and strategy reach you in your daily work?"
          : ". Your answer shows what works well and what has to become better."
      } It takes about ${minutes(facts.minutes ?? 6)} on any phone or computer and needs no login. Please answer by ${closing(facts)}.`,
    ],
    scan: "Point your phone’s camera at this square and open the link.",
    type: "Or type this into a browser:",
    addressLabel: "Address",
    codeLabel: "Code",
    after: [
      promise({ k }),
      ...sixWords({ words }),
      "This code is yours alone. Please pass it on to nobody: whoever has it could answer in your place.",
    ],
  }),
}

const test = (facts: InvitationFacts) => (facts.test ? "[Test] " : "")
const greeting = (name: string | null) => {
  const written = nameIn(name ?? "", "")
  return written === "" ? "Hello," : `Hello ${written},`
}

/** What invitation and reminder have in common. */
const frame = (facts: InvitationFacts) => ({
  notice: facts.test
    ? "This is a test mail. It shows what invited people will receive; its link leads to no questionnaire."
    : null,
  greeting: greeting(facts.name),
  button: "Answer now",
  link: facts.link,
  stop:
    facts.stopLink === null
      ? null
      : {
          text: "Stop reminders of this survey (you can still answer)",
          link: facts.stopLink,
        },
})

const promise = ({ k }: { k: number }) =>
  `Our promise: your answer is sealed in your browser, opened only together with all others after the close, and shown only in groups of at least ${people(k)}. The first page says in full what that covers and what it does not.`

const yours = "This link is yours alone. Please do not forward it: whoever has it could answer in your place."

const sixWords = ({ words = [] }: { words?: readonly string[] }) =>
  words.length === 0
    ? []
    : [
        `Six words stand for this promise: ${words.join(" ")}. Compare them with a colleague’s: the page shows them too. If they differ, do not answer.`,
      ]
