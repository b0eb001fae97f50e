import { Button, FileButton } from "@mantine/core"
import { useState } from "react"
import { Link, useLocation } from "wouter"
import { api } from "../api.ts"
import { isFailure } from "../failure.ts"
import { counted } from "../format.ts"
import { Trouble } from "../frame/states.tsx"
import { useDeed } from "../queries.ts"
import { type ImportFault, importFaults } from "./import-faults.ts"
import classes from "./instruments.module.css"

const LARGEST = 240_000

/** A SurveyJS JSON file as a questionnaire of one's own, or everything in it that cannot be taken over. */
export function ImportInstrument() {
  const [, navigate] = useLocation()
  const [file, setFile] = useState("")
  const [unread, setUnread] = useState("")
  const take = useDeed(api.importInstrument, (made) => {
    // What was left out is to be read first.
    if (made.notes.length === 0) navigate(`/questionnaires/${made.id}`)
  })
  const refused = isFailure(take.error) && take.error.code === "instrument.refused" ? take.error : null

  async function read(chosen: File | null) {
    if (!chosen) return
    setFile(chosen.name)
    setUnread("")
    take.reset()
    if (chosen.size > LARGEST) {
      setUnread(
        "This file is larger than 240 kB. Nothing was taken over. A questionnaire alone is smaller: leave out results and pictures.",
      )
      return
    }
    try {
      take.mutate({ survey: JSON.parse(await chosen.text()) as unknown })
    } catch {
      setUnread(
        "This file is no JSON. Nothing was taken over. Export it as JSON from where it was made, then try again.",
      )
    }
  }

  return (
    <div>
      <p className="app-note" style={{ marginTop: 0 }}>
        Have a questionnaire in SurveyJS? Bring its JSON file. Everything in it is checked first; what could
        run as a program on people’s phones is refused.
      </p>
      <FileButton onChange={(chosen) => void read(chosen)} accept=".json,application/json">
        {(button) => (
          <Button {...button} variant="default" loading={take.isPending}>
            Import a SurveyJS file
          </Button>
        )}
      </FileButton>
      {unread !== "" && (
        <div className="app-attention" role="alert" style={{ marginTop: "1rem" }}>
          <strong>{file} cannot be read.</strong>
          <p>{unread}</p>
        </div>
      )}
      {take.error && !refused && <Trouble error={take.error} />}
      {take.data && take.data.notes.length > 0 && (
        <div className="app-done" role="status" style={{ marginTop: "1rem" }}>
          <strong>{file} was taken over, but not everything in it as it was.</strong>
          <p>
            <Link href={`/questionnaires/${take.data.id}`}>Open the questionnaire</Link>, or read first what
            differs:
          </p>
          <Faults faults={importFaults(take.data.notes)} />
        </div>
      )}
      {refused && <Refused file={file} faults={importFaults(refused.issues)} />}
    </div>
  )
}

function Refused({ file, faults }: { file: string; faults: ImportFault[] }) {
  return (
    <div className="app-attention" role="alert" style={{ marginTop: "1rem" }}>
      <strong>
        {file} was not taken over: {counted(faults.length, "property needs", "properties need")} your eye.
      </strong>
      <p>Nothing was stored. Change these in the file, then import it again.</p>
      <Faults faults={faults} />
    </div>
  )
}

function Faults({ faults }: { faults: ImportFault[] }) {
  return (
    <ul className={classes.faults}>
      {faults.map(({ path, message }) => (
        <li key={`${path} ${message}`}>
          {path !== "" && <code>{path}</code>} {message}
        </li>
      ))}
    </ul>
  )
}
