import { Button } from "@mantine/core"
import { useEffect, useState } from "react"
import type { Survey } from "../api.ts"
import { Trouble } from "../frame/states.tsx"
import type { useClose } from "../queries.ts"

/** ms; opening and counting takes seconds, so what lasts longer has most likely stopped. */
const PATIENCE = 60_000

/**
 * For a close that does not come to its end. Closing again counts the same ballots once more from the start, so it is
 * offered after a minute on this page, and at once when a close from here has failed.
 */
export function CloseAgain(props: { survey: Survey; close: ReturnType<typeof useClose> }) {
  const { survey, close } = props
  const [long, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), PATIENCE)
    return () => clearTimeout(timer)
  }, [])
  const problem = close.error
  // What to do about it stands above, and then it goes on by itself.
  if (survey.closeProblem === "key-missing") return null
  if (!long && !problem && !close.isPending) {
    return (
      <p className="app-note">If it lasts longer than a minute, you can start the counting again here.</p>
    )
  }
  return (
    <div style={{ marginTop: "1.5rem" }}>
      {problem && <Trouble error={problem} />}
      <p role="status">
        {long && !problem && "This takes longer than it should. "}
        The answers are kept, sealed, as they were. Closing again counts these same answers from the start;
        none is lost or counted twice.
      </p>
      <Button loading={close.isPending} onClick={() => close.mutate("again")}>
        Close again
      </Button>
    </div>
  )
}
