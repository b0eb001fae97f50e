import { type Tx, withOrganization } from "@throughline/db"
import { askedOf, type Language, respondentTexts } from "@throughline/instrument"
import type { Deps } from "../deps.ts"
import { instrumentOfSurvey } from "../instruments/instrument-of-survey.ts"
import { spacedCode } from "../invitations/links.ts"
import { Problem } from "../problem.ts"
import { findSurvey } from "../surveys/queries.ts"
import { invitationMail } from "./invitation-mail.ts"
import { letterTexts } from "./letter-texts.ts"
import { mailHtml } from "./mail-html.ts"
import type { Mail } from "./mailer.ts"
import { findMailing } from "./mailing-queries.ts"
import { type Mailing, mailingFacts } from "./personal-mail.ts"

export type SampleKind = "invitation" | "reminder" | "last-reminder" | "letter"

/** Opens nothing, and looks like what a link ends with. */
const SECRET = "abc234Xk3v9TqLw7Rz1Yp5Nc8Hd2Fj6Mb4Sg0VaEuKiQoWtZx"
const CODE = "abc234dk3v9tq7rz1yp5nc"

/** A mail of a survey as it goes out, or will go out, with links that open nothing. */
export async function sampleMail(
  deps: Deps,
  organizationId: string,
  surveyId: string,
  sample: {
    kind: SampleKind
    language: Language
    to: { name: string; address: string }
    /** To be sent to HR: says at the top that it is a test. */
    test?: boolean
  },
): Promise<Mail> {
  const { kind, language, to, test = false } = sample
  const mailing = await withOrganization(deps.db, "web", organizationId, (tx) =>
    mailingOf(tx, organizationId, surveyId),
  )
  const facts = mailingFacts(deps.config, mailing, deps.now())
  if (kind === "letter") return sampleLetter(facts, language, to)
  return invitationMail({
    ...facts,
    secret: test ? "test-mail" : SECRET,
    stop: mailing.reminder_days.length > 0 ? SECRET : undefined,
    language,
    to,
    reminder: kind === "invitation" ? undefined : { last: kind === "last-reminder" },
    test,
  })
}

/** What the mails of a survey have in common, also while it is a draft. Throws survey.unknown. */
async function mailingOf(tx: Tx, organizationId: string, surveyId: string): Promise<Mailing> {
  const row = await findSurvey(tx, organizationId, surveyId)
  const survey = await findMailing(tx, organizationId, surveyId)
  if (row === undefined || survey === undefined) throw new Problem("survey.unknown")
  return { ...survey, asked: askedOf(await instrumentOfSurvey(tx, organizationId, row)), lastWaves: [] }
}

function sampleLetter(
  facts: ReturnType<typeof mailingFacts>,
  language: Language,
  to: { name: string; address: string },
): Mail {
  const letter = letterTexts(facts, { language, name: to.name, secret: CODE })
  const { title, greeting, before, scan, type, addressLabel, codeLabel, after } = letter
  const typed = [type, `${addressLabel}: ${letter.address}`, `${codeLabel}: ${spacedCode(CODE)}`]
  return {
    kind: "invitation",
    to,
    subject: title,
    text: `${[greeting, ...before, scan, ...typed, ...after].join("\n\n")}\n`,
    html: mailHtml({
      language,
      direction: respondentTexts(language).direction,
      subject: title,
      before: [greeting, ...before, scan, ...typed],
      after,
    }),
    messageId: "letter",
    link: "",
  }
}
