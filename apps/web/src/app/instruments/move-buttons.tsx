import { Arrow } from "./arrow.tsx"
import classes from "./instruments.module.css"

/** Up and down. At an end they stay where they are, so that focus does. */
export function MoveButtons(props: {
  path: string
  name: string
  first: boolean
  last: boolean
  onMove: (by: -1 | 1) => void
}) {
  return (
    <>
      <button
        type="button"
        id={`up:${props.path}`}
        className={classes.tool}
        aria-label={`Move ${props.name} up`}
        aria-disabled={props.first}
        onClick={() => props.onMove(-1)}
      >
        <Arrow up />
      </button>
      <button
        type="button"
        id={`down:${props.path}`}
        className={classes.tool}
        aria-label={`Move ${props.name} down`}
        aria-disabled={props.last}
        onClick={() => props.onMove(1)}
      >
        <Arrow />
      </button>
    </>
  )
}

/** Element id of one of the two. */
export const moveButton = (path: string, by: -1 | 1) => `${by < 0 ? "up" : "down"}:${path}`
