import { Link } from "wouter"
import type { Participation } from "../api.ts"
import { count, counted } from "../format.ts"

/** Where the invitations are, as of now. */
export function MailsNow({ mails }: { mails: Participation["mails"] }) {
  return (
    <div role="status" style={{ marginTop: "1.5rem" }}>
      <p style={{ margin: 0 }}>
        {mails.queued > 0
          ? `${count(mails.sent)} mails sent, ${count(mails.queued)} on their way.`
          : `All ${counted(mails.sent, "mail has", "mails have")} been sent.`}
      </p>
      {mails.failed > 0 && (
        <p className="app-attention">
          {counted(mails.failed, "mail", "mails")} could not be delivered.{" "}
          <Link href="/people">Correct the addresses in the people file</Link> and import it again: they are
          sent once more.
        </p>
      )}
    </div>
  )
}
