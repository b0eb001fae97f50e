import type { Language } from "@throughline/instrument"

export interface MailPage {
  language: Language
  direction: "ltr" | "rtl"
  subject: string
  /** Said apart, at the top: that this is only a test. */
  notice?: string | null
  before: readonly string[]
  button?: { text: string; link: string } | undefined
  after: readonly string[]
  /** Small, at the end. */
  foot?: { text: string; link: string } | undefined
}

/**
 * A mail as HTML. Nothing in it is fetched from anywhere, so nobody learns that it was read, and it is whole where
 * images are not shown. Colours stand in the elements, because some programs drop style sheets; where a style sheet is
 * kept, the dark half of it is used by programs that are dark.
 */
export function mailHtml({
  language,
  direction,
  subject,
  notice,
  before,
  button,
  after,
  foot,
}: MailPage): string {
  const paragraphs = (lines: readonly string[]) =>
    lines.map((line) => `<p style="margin:0 0 1em">${lineBreaks(escapeHtml(line))}</p>`).join("\n")
  const linked = ({ text, link }: { text: string; link: string }) =>
    `<p style="margin:1.5em 0"><a class="button" href="${escapeHtml(link)}" style="display:inline-block;padding:12px 20px;border-radius:6px;background:#0b6e6e;color:#ffffff;text-decoration:none;font-weight:600">${escapeHtml(text)}</a></p>
<p style="margin:0 0 1.5em;font-size:13px;word-break:break-all" dir="ltr"><a class="link" href="${escapeHtml(link)}" style="color:#0b6e6e">${escapeHtml(link)}</a></p>`
  return `<!doctype html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(subject)}</title>
<style>
:root { color-scheme: light dark }
@media (prefers-color-scheme: dark) {
  .paper { background: #14191b !important; color: #e8eced !important }
  .link { color: #6cc7c4 !important }
  .button { background: #6cc7c4 !important; color: #0c1416 !important }
  .notice { background: #3a3016 !important; color: #f4e9c8 !important }
}
</style>
</head>
<body class="paper" style="margin:0;padding:0;background:#ffffff;color:#1c2326">
<div class="paper" style="max-width:34em;margin:0 auto;padding:24px;background:#ffffff;color:#1c2326;font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif;text-align:start">
${notice ? `<p class="notice" style="margin:0 0 1.5em;padding:10px 14px;border-radius:6px;background:#fbf1d2;color:#1c2326">${escapeHtml(notice)}</p>` : ""}
${paragraphs(before)}
${button === undefined ? "" : linked(button)}
${paragraphs(after)}
${foot === undefined ? "" : `<p style="margin:2em 0 0;font-size:13px"><a class="link" href="${escapeHtml(foot.link)}" style="color:#0b6e6e">${escapeHtml(foot.text)}</a></p>`}
</div>
</body>
</html>
`
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
}

function lineBreaks(html: string): string {
  return html.replaceAll("\n", "<br>")
}
