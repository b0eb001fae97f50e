import { Trouble } from "../frame/states.tsx"
import classes from "./instruments.module.css"
import type { DraftState, KeptDraft } from "./keep-draft.ts"
import { nameOfPath } from "./name-of-path.ts"

/** Whether everything is saved; what could not be; and what two people changed at once. */
export function SavingLine({ draft, state }: { draft: KeptDraft; state: DraftState }) {
  const { saving, conflicts, joined, error } = state
  return (
    <>
      <p className="app-source" role="status">
        {saving === "saved" &&
          (joined
            ? "All changes are saved, together with those that somebody else made meanwhile."
            : "All changes are saved.")}
        {saving === "waiting" && "Saving…"}
        {saving === "failed" && "The last change is not saved. It is kept in this tab."}
        {saving === "undecided" && "Not saved: somebody else changed the same thing. Choose below."}
      </p>
      {saving === "failed" && <Trouble error={error} retry={() => void draft.saveNow()} />}
      {conflicts.length > 0 && (
        <div className="app-attention" role="alert">
          <strong>
            Somebody else changed the same {conflicts.length === 1 ? "thing" : "things"} as you.
          </strong>
          <p>Nothing is lost: yours stands in the fields, theirs here. Choose one of the two each time.</p>
          <ul className={classes.conflicts}>
            {conflicts.map((conflict) => (
              <li key={conflict.path}>
                <strong>{nameOfPath(state.instrument, conflict.path, "en")}</strong>
                <span>Yours: {said(conflict.mine)}</span>
                <span>Theirs: {said(conflict.theirs)}</span>
                <span className={classes.tools}>
                  <button
                    type="button"
                    className={classes.tool}
                    onClick={() => draft.settle(conflict.path, "mine")}
                  >
                    Keep mine
                  </button>
                  <button
                    type="button"
                    className={classes.tool}
                    onClick={() => draft.settle(conflict.path, "theirs")}
                  >
                    Take theirs
                  </button>
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}

const said = (value: unknown) =>
  typeof value === "string" ? `“${value}”` : value === undefined ? "nothing" : JSON.stringify(value)
