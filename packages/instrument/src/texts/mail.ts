import type { MailTexts } from "./respondent-texts.ts"

/** The whole mail as plain text: one blank line between paragraphs, the link on a line of its own. */
export function plainMail(parts: Omit<MailTexts, "text">): MailTexts {
  const { notice, greeting, before, link, after } = parts
  const paragraphs = [...(notice === null ? [] : [notice]), greeting, ...before, link, ...after]
  return { ...parts, text: `${paragraphs.join("\n\n")}\n` }
}

/** A name that comes from a file, on one line: a line break in it could end a subject. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, " ").trim()
}
