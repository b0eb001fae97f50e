import type { Language, WorksCouncilPage } from "@throughline/instrument"

/** The page as a file of its own: nothing in it is fetched from anywhere. */
export function worksCouncilHtml(page: WorksCouncilPage, language: Language): string {
  const sections = page.sections.map(({ title, paragraphs, rows }) => {
    const table = rows
      ? `<table><thead><tr>${rows.head.map((head) => `<th scope="col">${escaped(head)}</th>`).join("")}</tr></thead><tbody>${rows.body
          .map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join("")}</tr>`)
          .join("")}</tbody></table>`
      : ""
    return `<h2>${escaped(title)}</h2>\n${paragraphs.map((text) => `<p>${escaped(text)}</p>`).join("\n")}\n${table}`
  })
  return `<!doctype html>
<html lang="${language}" dir="${language === "ar" ? "rtl" : "ltr"}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(page.title)}</title>
<style>
body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; font: 16px/1.6 system-ui, sans-serif; color: #1c2326; background: #fff }
h1 { line-height: 1.25 }
h2 { margin: 2rem 0 .5rem; font-size: 1.15rem }
table { width: 100%; border-collapse: collapse }
th, td { padding: .4rem .8rem .4rem 0; border-bottom: 1px solid #d5dbdc; text-align: start; vertical-align: top }
@media print { body { margin: 0; max-width: none; font-size: 10.5pt } h2 { break-after: avoid } }
</style>
</head>
<body>
<h1>${escaped(page.title)}</h1>
${sections.join("\n")}
</body>
</html>
`
}

/** The same as plain text, for a mail. */
export function worksCouncilText(page: WorksCouncilPage): string {
  const sections = page.sections.map(({ title, paragraphs, rows }) =>
    [title.toUpperCase(), ...paragraphs, ...(rows?.body.map((row) => row.join(": ")) ?? [])].join("\n\n"),
  )
  return `${[page.title, ...sections].join("\n\n\n")}\n`
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
}
