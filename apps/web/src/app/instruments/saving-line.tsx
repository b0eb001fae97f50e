import { Trouble } from "../frame/states.tsx"
import classes from "./instruments.module.css"
import type { DraftState, KeptDraft } from "./keep-draft.ts"
import { nameOfPath } from "./name-of-path.ts"

/** Whether everything is saved, in one line that stays in sight. */
export function SavingLine({ draft, state }: { draft: KeptDraft; state: DraftState }) {
  const { saving, joined } = state
  return (
    <p className={classes.saving} data-saving={saving}>
      <span role="status">
        {saving === "saved" &&
          (joined ? "All changes are saved, somebody else’s too." : "All changes are saved.")}
        {saving === "waiting" && "Saving…"}
        {saving === "failed" && "The last change is not saved."}
        {saving === "undecided" && "Not saved: somebody else changed the same."}
      </span>{" "}
      {saving === "failed" && (
        <button type="button" className={classes.link} onClick={() => void draft.saveNow()}>
          Try again
        </button>
      )}
      {saving === "undecided" && (
        <a href="#conflicts" className={classes.link}>
          Choose
        </a>
      )}
    </p>
  )
}

/** What could not be saved, and what two people changed at once. */
export function SavingTrouble({ draft, state }: { draft: KeptDraft; state: DraftState }) {
  const { saving, conflicts, error } = state
  return (
    <>
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
