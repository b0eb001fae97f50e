import { Button, Group } from "@mantine/core"
import { useEffect, useState } from "react"
import { createPortal } from "react-dom"
import { download } from "../csv.ts"
import classes from "./recovery.module.css"
import { numberOf, type ShareSheet, shareFile, sheetNotes, sheetTitle } from "./recovery-file.ts"

/** Each share for another person, as a file or on paper. In the demo one file holds all three. */
export function ShareList(props: {
  sheet: ShareSheet
  demo: boolean
  kept: ReadonlySet<string>
  onKept: (shares: readonly string[]) => void
}) {
  const { sheet, onKept } = props
  const [printed, setPrinted] = useState<ShareSheet | null>(null)
  useEffect(() => {
    if (printed === null) return
    window.print()
    setPrinted(null)
    onKept(printed.shares)
  }, [printed, onKept])
  const sheets = props.demo
    ? [{ sheet, name: "All three in one file" }]
    : sheet.shares.map((share, at) => ({
        sheet: { ...sheet, shares: [share] },
        name: `Share ${numberOf(share)}, for ${["one person", "a second person", "a third person"][at]}`,
      }))
  return (
    <>
      <ul className={classes.shares}>
        {sheets.map(({ sheet: one, name }) => {
          const file = shareFile(one)
          const short = props.demo ? "all three" : `share ${numberOf(one.shares[0] ?? "")}`
          return (
            <li key={name}>
              <span>{name}</span>
              <Group gap="xs">
                <Button
                  size="compact-md"
                  aria-label={`Download ${short}`}
                  onClick={() => {
                    download(file.name, file.text, "text/plain")
                    onKept(one.shares)
                  }}
                >
                  Download
                </Button>
                <Button
                  size="compact-md"
                  variant="default"
                  aria-label={`Print ${short}`}
                  onClick={() => setPrinted(one)}
                >
                  Print
                </Button>
                <span className={classes.kept} role="status">
                  {one.shares.every((share) => props.kept.has(share)) && "✓ taken"}
                </span>
              </Group>
            </li>
          )
        })}
      </ul>
      {printed && createPortal(<Sheet sheet={printed} />, document.body)}
    </>
  )
}

/** The one thing on the paper. */
function Sheet({ sheet }: { sheet: ShareSheet }) {
  return (
    <article className={classes.sheet}>
      <h1>{sheetTitle(sheet)}</h1>
      <p>
        {sheet.survey} ({sheet.organization})
        <br />
        Made {sheet.made}
        <br />
        {sheet.page}
      </p>
      {sheet.shares.map((share) => (
        <pre key={share}>{share}</pre>
      ))}
      {sheetNotes(sheet).map((note) => (
        <p key={note}>{note}</p>
      ))}
    </article>
  )
}
