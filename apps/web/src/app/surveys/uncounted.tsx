import type { Survey } from "../api.ts"
import { counted } from "../format.ts"
import { useRelease } from "../queries.ts"

/**
 * Sealed answers that are not in the results. Where trustees opened the box this is their word, so HR and whoever
 * checks the bundle are told how many there are.
 */
export function Uncounted({ survey }: { survey: Survey }) {
  const release = useRelease(survey.id)
  const told: unknown = release.data !== undefined && "uncounted" in release.data && release.data.uncounted
  const uncounted = typeof told === "number" ? told : 0
  if (uncounted === 0) return null
  const byWhom = survey.sealing === "trustees" ? ", says the trustee who opened them," : ""
  return (
    <div className="app-attention" style={{ marginTop: "1.5rem" }}>
      <strong>{counted(uncounted, "sealed answer is", "sealed answers are")} not in the results</strong>
      <p>
        They could not be opened, or were no answers to this questionnaire; that was found{byWhom} at the
        close. The bundle tells the same number. One or two may come from a changed program of somebody who
        answered; if there are more, have the bundle checked and ask people to look up their receipts.
      </p>
    </div>
  )
}
