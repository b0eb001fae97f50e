import { type Language, languages } from "@throughline/instrument"
import { counted } from "../format.ts"
import { useDesk } from "./desk.ts"
import type { EditorFault } from "./editor-faults.ts"
import classes from "./instruments.module.css"
import { nameOfPath } from "./name-of-path.ts"

/** Everything to mend before the draft can be published, each leading to its place. */
export function FaultList(props: {
  faults: EditorFault[]
  leadTo: (path: string, language?: Language) => void
}) {
  const { instrument, language } = useDesk()
  if (props.faults.length === 0) return null
  return (
    <div className="app-attention" style={{ marginTop: "2.5rem" }}>
      <strong>{counted(props.faults.length, "thing", "things")} to mend before publishing</strong>
      <ul className={classes.faults}>
        {props.faults.map(({ path, message }) => (
          <li key={`${path} ${message}`}>
            <button
              type="button"
              className={classes.link}
              onClick={() =>
                props.leadTo(
                  path,
                  languages.find((one) => path.endsWith(`/${one}`)),
                )
              }
            >
              {nameOfPath(instrument, path, language)}
            </button>
            : {message}
          </li>
        ))}
      </ul>
    </div>
  )
}
