import { Button, FileButton, Group, Textarea } from "@mantine/core"
import { type DragEvent, type ReactNode, useEffect, useRef, useState } from "react"
import { download } from "../csv.ts"
import { Section } from "../frame/page.tsx"
import classes from "./drop-area.module.css"
import { exampleCsv } from "./example.ts"

const ACCEPTED =
  ".csv,.tsv,.txt,.xlsx,text/csv,text/tab-separated-values,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

/** Takes a people file by drop, by the picker, or as rows pasted from a spreadsheet. */
export function DropArea(props: {
  onFile: (file: Blob, fileName: string) => void
  again: boolean
  /** Whoever left a file before it was imported is here again, to choose another. */
  focus: boolean
}) {
  const choose = useRef<HTMLButtonElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: on coming here only
  useEffect(() => {
    if (props.focus) choose.current?.focus()
  }, [])
  const [over, setOver] = useState(false)
  const [pasting, setPasting] = useState(false)
  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    const file = event.dataTransfer.files[0]
    if (file) props.onFile(file, file.name)
  }
  const area: ReactNode = (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button inside does the same by keyboard
    <div
      className={classes.area}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p>
        <strong>Drop your people file here:</strong> an Excel or CSV export of your HR system with one row a
        person and a column that says who manages whom. Names of columns from Workday, BambooHR, Culture Amp,
        Qualtrics and others are known. It need not be perfect: what is wrong is mended on the next page.
      </p>
      <Group gap="sm">
        <FileButton onChange={(file) => file && props.onFile(file, file.name)} accept={ACCEPTED}>
          {(button) => (
            <Button {...button} ref={choose}>
              Choose a file
            </Button>
          )}
        </FileButton>
        <Button variant="default" aria-expanded={pasting} onClick={() => setPasting(!pasting)}>
          Paste from a spreadsheet
        </Button>
        <Button variant="subtle" onClick={() => download("throughline-example.csv", `\uFEFF${exampleCsv}`)}>
          Download a small example
        </Button>
      </Group>
      {pasting && <Paste onFile={props.onFile} />}
      <p className="app-source">
        The file is read in this page first. Nothing is stored until you press Import.
      </p>
    </div>
  )
  if (!props.again) return area
  return (
    <Section
      title="Import again"
      lead="A new file replaces the people as a whole, after you have seen what it changes."
    >
      {area}
    </Section>
  )
}

function Paste(props: { onFile: (file: Blob, fileName: string) => void }) {
  const [rows, setRows] = useState("")
  return (
    <form
      className={classes.paste}
      onSubmit={(event) => {
        event.preventDefault()
        if (rows.trim() !== "") props.onFile(new Blob([rows]), "pasted rows.tsv")
      }}
    >
      <Textarea
        label="Rows copied from a spreadsheet"
        description="Mark the table with its header row, copy it, and paste it here."
        autosize
        minRows={4}
        maxRows={10}
        data-autofocus
        value={rows}
        onChange={(event) => setRows(event.currentTarget.value)}
      />
      <Button type="submit" mt="sm" disabled={rows.trim() === ""}>
        Read these rows
      </Button>
    </form>
  )
}
