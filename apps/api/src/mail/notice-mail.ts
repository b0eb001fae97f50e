import { type Language, respondentTexts } from "@throughline/instrument"
import { mailHtml } from "./mail-html.ts"
import type { Mail } from "./mailer.ts"

/**
 * A plain mail to one of the people who work with Throughline: an invitation to sign in, something that asks for
 * their agreement. Each call makes a mail of its own; whoever tries one again sends the same object again.
 */
export function noticeMail(notice: {
  to: { name: string; address: string }
  subject: string
  paragraphs: readonly string[]
  button?: { text: string; link: string }
  language?: Language
}): Mail {
  const { to, subject, paragraphs, button, language = "en" } = notice
  const lines = [...paragraphs, ...(button === undefined ? [] : [`${button.text}:\n${button.link}`])]
  return {
    kind: "notice",
    to,
    subject,
    text: `${lines.join("\n\n")}\n`,
    html: mailHtml({
      language,
      direction: respondentTexts(language).direction,
      subject,
      before: paragraphs,
      button,
      after: [],
    }),
    messageId: `notice.${crypto.randomUUID()}`,
    link: button?.link ?? "",
  }
}
