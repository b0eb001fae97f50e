import { Button } from "@mantine/core"
import type { AppliedRepair } from "@throughline/org"
import { useState } from "react"
import { counted } from "../format.ts"
import classes from "./issue-list.module.css"
import { useNextFocus } from "./use-next-focus.ts"

const FIRST = 10

/** What was mended so far, the newest first, each to be taken back. */
export function RepairList(props: {
  repairs: readonly AppliedRepair[]
  busy: boolean
  onTakeBack: (index: number) => void
  onNothingLeft: () => void
}) {
  const [all, setAll] = useState(false)
  const { list, goOnFrom } = useNextFocus(props.repairs, props.onNothingLeft)
  const newest = props.repairs.map((repair, index) => ({ ...repair, index })).reverse()
  const shown = all ? newest : newest.slice(0, FIRST)
  return (
    <div ref={list}>
      <ul className={classes.list}>
        {shown.map(({ index, sentence, applies }) => (
          <li key={index} className={classes.issue} data-problem="" tabIndex={-1}>
            <p className={classes.message}>{sentence}</p>
            {!applies && <p className={classes.effect}>This repair does not fit the file any more.</p>}
            <Button
              size="compact-sm"
              variant="subtle"
              className={classes.quiet ?? ""}
              aria-label={`Take back: ${sentence}`}
              onClick={(event) => {
                if (props.busy) return
                goOnFrom(event.currentTarget)
                props.onTakeBack(index)
              }}
            >
              Take back
            </Button>
          </li>
        ))}
      </ul>
      {shown.length < newest.length && (
        <Button variant="subtle" size="compact-md" onClick={() => setAll(true)}>
          Show {counted(newest.length - shown.length, "more", "more")}
        </Button>
      )}
    </div>
  )
}
