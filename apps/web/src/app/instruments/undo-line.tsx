import { useContext } from "react"
import classes from "./instruments.module.css"
import { RemovedContext } from "./removed.ts"

/** Where something was removed: what, and the way back. */
export function UndoLine({ where, as: As }: { where: string; as: "li" | "div" }) {
  const removed = useContext(RemovedContext)
  if (removed?.where !== where) return null
  return (
    <As className={classes.undo}>
      <span>Removed {removed.what}.</span>
      <button type="button" id="undo" className={classes.tool} onClick={removed.undo}>
        Undo
      </button>
      <button type="button" className={classes.tool} onClick={removed.dismiss}>
        Close<span className={classes.unseen}> this note</span>
      </button>
    </As>
  )
}
