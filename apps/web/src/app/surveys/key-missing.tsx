import { api, type Survey } from "../api.ts"
import { useDeed } from "../queries.ts"
import { zonedMoment } from "../zoned.ts"
import { TwoShares } from "./two-shares.tsx"

/** The server has lost the key of an open survey: what to do, until it is back. */
export function KeyMissing({ survey }: { survey: Survey }) {
  const recover = useDeed((two: [string, string]) => api.recoverKey(survey.id, two))
  const since = survey.recovery.missingSince
  const closing = survey.state === "closing"
  const missing = since !== null || survey.closeProblem === "key-missing"
  if (!missing) {
    if (!recover.isSuccess) return null
    return (
      <div className="app-done" role="status" style={{ marginTop: "1.5rem" }}>
        <strong>The key is back.</strong>
        <p>{closing ? "The count goes on by itself within a minute." : "Everything is as it was."}</p>
      </div>
    )
  }
  return (
    <div className="app-attention" style={{ marginTop: "1.5rem" }}>
      <strong>The key that opens the answers is missing on the server.</strong>
      <p>
        {since !== null && `Since ${zonedMoment(since, survey.timeZone)}. `}
        {closing
          ? "The answers are kept, sealed; they are counted as soon as the key is back."
          : "People can go on answering and nothing is lost, but without the key nobody can count the answers."}{" "}
        Ask two of the three people who hold a recovery share, and put both in here. Tell whoever runs the
        server as well.
      </p>
      <div style={{ marginTop: "1rem" }}>
        <TwoShares
          action="Bring the key back"
          busy={recover.isPending}
          error={recover.error}
          onGive={(two) => recover.mutate(two)}
        />
      </div>
    </div>
  )
}
