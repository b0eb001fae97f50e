import { Link } from "wouter"
import type { Survey, SurveyMails } from "../api.ts"
import { count, counted } from "../format.ts"

/** Where the invitations are, as of now. */
export function MailsNow(props: { survey: Survey; mails: SurveyMails["invitations"] }) {
  const { queued, deferred, sent, unsure, refused, none } = props.mails
  const gone = sent + unsure
  const waiting = queued + deferred
  return (
    <div style={{ marginTop: "1.5rem" }}>
      <p role="status" style={{ margin: 0 }}>
        {waiting > 0
          ? `${count(gone)} mails sent, ${count(waiting)} on their way.`
          : `All ${counted(gone, "mail has", "mails have")} been sent.`}
        {deferred > 0 &&
          ` ${count(deferred)} of them were put off by a mail server; they are tried again by themselves.`}
      </p>
      {refused > 0 && (
        <p className="app-attention">
          {counted(refused, "address does", "addresses do")} not take mail.{" "}
          <Link href="/mail">Mend them</Link>, and the invitation is sent again.
        </p>
      )}
      {none > 0 && (
        <p className="app-note">
          {counted(none, "invited person has", "invited people have")} no mail address.{" "}
          <Link href={`/surveys/${props.survey.id}/letters`}>Print letters with a code</Link> for them.
        </p>
      )}
    </div>
  )
}
