import type { InvitationFacts, LetterFacts, LetterTexts, MailTexts, ReminderFacts } from "./facts.ts"

/** What reaches people on its own: by mail, or printed. */
export interface Mails {
  invitation(facts: InvitationFacts): MailTexts
  /** Only to those who have not answered. */
  reminder(facts: ReminderFacts): MailTexts
  letter(facts: LetterFacts): LetterTexts
}

/** The whole mail as plain text: one blank line between paragraphs, every link on a line of its own. */
export function plainMail(parts: Omit<MailTexts, "text">): MailTexts {
  const { notice, greeting, before, link, after, stop } = parts
  const paragraphs = [
    ...(notice === null ? [] : [notice]),
    greeting,
    ...before,
    link,
    ...after,
    ...(stop === null ? [] : [`${stop.text}\n${stop.link}`]),
  ]
  return { ...parts, text: `${paragraphs.join("\n\n")}\n` }
}
