import { createHash } from "node:crypto"
import { type Language, respondentTexts } from "@throughline/instrument"
import type { Mail } from "./mailer.ts"

/** The invitation as text and as plain HTML. Nothing in it is fetched from anywhere, so nobody learns that it was read. */
export function invitationMail(facts: {
  publicUrl: string
  secret: string
  language: Language
  to: { name: string; address: string }
  organization: string
  survey: string
  k: number
  closesAt: Date
  test?: boolean
}): Mail {
  const { publicUrl, secret, language, to, organization, survey, k, closesAt, test } = facts
  const link = `${publicUrl}/s/${secret}`
  const texts = respondentTexts(language)
  const mail = texts.invitation({
    organization,
    survey,
    name: to.name,
    link,
    k,
    closesAt: closesAt.toISOString(),
    timeZone: "UTC",
    test,
  })
  const paragraphs = (lines: readonly string[]) =>
    lines.map((line) => `<p>${escapeHtml(line)}</p>`).join("\n")
  const html = `<!doctype html>
<html lang="${language}" dir="${texts.direction}">
<head><meta charset="utf-8"><title>${escapeHtml(mail.subject)}</title></head>
<body style="margin:0 auto;max-width:34rem;padding:1.5rem;font:16px/1.5 system-ui,sans-serif;color:#1c2326;background:#fff">
${paragraphs([...(mail.notice === null ? [] : [mail.notice]), mail.greeting, ...mail.before])}
<p><a href="${escapeHtml(mail.link)}" style="display:inline-block;padding:.7rem 1.2rem;border-radius:.4rem;background:#0b6e6e;color:#fff;text-decoration:none">${escapeHtml(mail.button)}</a></p>
<p style="word-break:break-all;font-size:13px"><a href="${escapeHtml(mail.link)}" style="color:#0b6e6e">${escapeHtml(mail.link)}</a></p>
${paragraphs(mail.after)}
</body>
</html>
`
  return { to, subject: mail.subject, text: mail.text, html, messageId: messageId(secret, publicUrl), link }
}

/** One id for one link, from which nothing can be learned about the link. */
function messageId(secret: string, publicUrl: string): string {
  const id = createHash("sha256").update(`message-id\0${secret}`).digest("hex").slice(0, 40)
  return `<${id}@${new URL(publicUrl).hostname}>`
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
}
