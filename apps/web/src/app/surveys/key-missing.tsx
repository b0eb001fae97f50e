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
  if (survey.sealing === "trustees") {
    return (
      <div className="app-attention" style={{ marginTop: "1.5rem" }}>
        <strong>The keys that admit answers are missing on the server.</strong>
        <p>
          {since !== null && `Since ${zonedMoment(since, survey.timeZone)}. `}
          Nobody can begin to answer until they are back. What has been sent is kept. Tell whoever runs the
          server: they have to put back the server’s key file.
        </p>
      </div>
    )
  }
  return (
    <div className="app-attention" style={{ marginTop: "1.5rem" }}>
      <strong>Keys of this survey are missing on the server.</strong>
      <p>
        {since !== null && `Since ${zonedMoment(since, survey.timeZone)}. `}
        {closing
          ? "The answers are kept, sealed; they are counted as soon as the key is back."
          : "What has been sent is kept, but without the key nobody can count it."}{" "}
        Ask two of the three people who hold a recovery share, and put both in here. Tell whoever runs the
        server as well: if people cannot begin to answer, or this message stays after the shares were put in,
        they have to put back the server’s key file.
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
