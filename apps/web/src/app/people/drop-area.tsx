import { Button, FileButton, Group } from "@mantine/core"
import { type DragEvent, useState } from "react"
import { download } from "../csv.ts"
import classes from "./drop-area.module.css"
import { exampleCsv } from "./example.ts"

/** Takes a CSV file by drop or by the picker. */
export function DropArea(props: { onFile: (file: File) => void; busy: boolean }) {
  const [over, setOver] = useState(false)
  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    const file = event.dataTransfer.files[0]
    if (file) props.onFile(file)
  }
  return (
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
        <strong>Drop your people file here:</strong> a CSV export of your HR system with one row a person and
        a column that says who manages whom. Names of columns from Workday, BambooHR, Culture Amp, Qualtrics
        and others are known.
      </p>
      <Group gap="sm">
        <FileButton
          onChange={(file) => file && props.onFile(file)}
          accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values"
        >
          {(button) => (
            <Button {...button} loading={props.busy}>
              Choose a file
            </Button>
          )}
        </FileButton>
        <Button variant="subtle" onClick={() => download("throughline-example.csv", `\uFEFF${exampleCsv}`)}>
          Download a small example
        </Button>
      </Group>
      <p className="app-source">
        The file is read in this page first. Nothing is stored until you press Import.
      </p>
    </div>
  )
}
