import { Button, FileButton, Group, Textarea } from "@mantine/core"
import { type DragEvent, useState } from "react"
import { download } from "../csv.ts"
import area from "../people/drop-area.module.css"

const ACCEPTED =
  ".csv,.tsv,.txt,.xlsx,text/csv,text/tab-separated-values,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

const EXAMPLE = [
  "Unit,Period,On-time delivery (%),Sick leave (days)",
  "Assembly,2026-Q1,92.4,3.1",
  "Assembly,2026-Q2,93.0,2.8",
  "Logistics,2026-Q1,88.7,4.0",
  "Logistics,2026-Q2,90.2,3.6",
  "",
].join("\r\n")

/** Takes a file of figures by drop, by the picker, or as rows pasted from a spreadsheet. */
export function DropFigures(props: { onFile: (file: Blob, fileName: string) => void; busy: boolean }) {
  const [over, setOver] = useState(false)
  const [pasting, setPasting] = useState(false)
  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    const file = event.dataTransfer.files[0]
    if (file) props.onFile(file, file.name)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button inside does the same by keyboard
    <div
      className={area.area}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p>
        <strong>Drop your table here:</strong> Excel or CSV, with a column for the unit and figures by week,
        month, quarter or year. One row a value, one column a KPI, or one column a period: all three are
        understood, and so are 1,234.5 and 1.234,5, Q3 2026 and 3/2026. A unit may be named by its name, its
        department, or its manager.
      </p>
      <Group gap="sm">
        <FileButton onChange={(file) => file && props.onFile(file, file.name)} accept={ACCEPTED}>
          {(button) => (
            <Button {...button} loading={props.busy}>
              Choose a file
            </Button>
          )}
        </FileButton>
        <Button variant="default" aria-expanded={pasting} onClick={() => setPasting(!pasting)}>
          Paste from a spreadsheet
        </Button>
        <Button variant="subtle" onClick={() => download("throughline-kpis-example.csv", `\uFEFF${EXAMPLE}`)}>
          Download a small example
        </Button>
      </Group>
      {pasting && <Paste onFile={props.onFile} />}
      <p className="app-source">Nothing is stored until you have seen what the file would change.</p>
    </div>
  )
}

function Paste(props: { onFile: (file: Blob, fileName: string) => void }) {
  const [rows, setRows] = useState("")
  return (
    <form
      className={area.paste}
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
