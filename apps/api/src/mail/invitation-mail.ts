import { type askedOf, type Language, type MailTexts, respondentTexts } from "@throughline/instrument"
import { mailHtml } from "./mail-html.ts"
import type { Mail } from "./mailer.ts"

export interface PersonalFacts {
  /** Where links begin: PUBLIC_URL, or the organization's own domain. */
  publicUrl: string
  /** What the link ends with. */
  secret: string
  language: Language
  to: { name: string; address: string }
  organization: string
  survey: string
  k: number
  /** The promise as six words; left out or empty before the launch. */
  words?: readonly string[] | undefined
  closesAt: Date
  /** IANA name, in which the closing date is said. */
  timeZone?: string
  /** What stops reminders; left out where none are sent. */
  stop?: string | undefined
  /** Minutes, and what the questionnaire asks about. */
  asked?: ReturnType<typeof askedOf> | undefined
  /** A reminder, and whether it is the last. */
  reminder?: { last: boolean } | undefined
  test?: boolean
  /** First part of the Message-ID; a new one for each call when left out. */
  messageId?: string
  /** The organization's code: all its mails belong to one list. */
  list?: string
}

/** The invitation, or a reminder of it, as text and as plain HTML. */
export function invitationMail(facts: PersonalFacts): Mail {
  const { publicUrl, secret, language, to, stop, reminder, test = false, list } = facts
  const link = `${publicUrl}/s/${secret}`
  const stopLink = stop === undefined ? null : `${publicUrl}/r/${stop}`
  const texts = respondentTexts(language)
  const written = {
    ...facts.asked,
    organization: facts.organization,
    survey: facts.survey,
    name: to.name,
    link,
    stopLink,
    k: facts.k,
    words: facts.words ?? [],
    closesAt: facts.closesAt.toISOString(),
    timeZone: facts.timeZone ?? "UTC",
    test,
  }
  const mail: MailTexts =
    reminder === undefined ? texts.invitation(written) : texts.reminder({ ...written, last: reminder.last })
  return {
    kind: test ? "test" : reminder === undefined ? "invitation" : "reminder",
    to,
    subject: mail.subject,
    text: mail.text,
    html: mailHtml({
      language,
      direction: texts.direction,
      subject: mail.subject,
      notice: mail.notice,
      before: [mail.greeting, ...mail.before],
      button: { text: mail.button, link: mail.link },
      after: mail.after,
      foot: mail.stop ?? undefined,
    }),
    messageId: facts.messageId ?? `${test ? "test" : "mail"}.${crypto.randomUUID()}`,
    link,
    ...(stopLink === null ? {} : { unsubscribe: stopLink }),
    ...(list === undefined ? {} : { list: { id: list, name: facts.organization } }),
  }
}
