import { Link } from "wouter"
import type { Survey, SurveyMails } from "../api.ts"
import { count, counted } from "../format.ts"

/** Where the invitations are, as of now. */
export function MailsNow(props: { survey: Survey; mails: SurveyMails["invitations"] }) {
  const { queued, deferred, sent, unsure, refused, none, copies, softBounces } = props.mails
  const gone = sent + unsure
  const waiting = queued + deferred
  return (
    <div style={{ marginTop: "1.5rem" }}>
      <p role="status" style={{ margin: 0 }}>
        {waiting > 0 ? `${count(gone)} mails sent, ${count(waiting)} on their way.` : doneText(gone, refused)}
        {deferred > 0 &&
          ` ${count(deferred)} of them were put off by a mail server; they are tried again by themselves.`}
      </p>
      {copies > 0 && (
        <p className="app-note">
          It was unclear whether {counted(copies, "mail", "mails")} had arrived, so{" "}
          {copies === 1 ? "it goes" : "they go"} out a second time. Some people may get two.
        </p>
      )}
      {softBounces > 0 && (
        <p className="app-note">
          {counted(softBounces, "report says", "reports say")} that a mail is late or a mailbox full. Some
          people may not have their invitation yet.
        </p>
      )}
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

/** When no mail waits any more. Without a single one there are letters instead, which the page names below. */
function doneText(gone: number, refused: number): string {
  if (refused > 0) return `${counted(gone, "mail has", "mails have")} been sent.`
  if (gone === 0) return "No mail is sent: nobody invited has a mail address."
  return `All ${counted(gone, "mail has", "mails have")} been sent.`
}
