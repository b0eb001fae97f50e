import { Button } from "@mantine/core"
import { useId, useState } from "react"
import { Link } from "wouter"
import type { Survey } from "../api.ts"
import { counted, until } from "../format.ts"
import { Page, Section } from "../frame/page.tsx"
import { Loaded } from "../frame/states.tsx"
import { useClose, useParticipation, useSurveyMails } from "../queries.ts"
import { zonedMoment } from "../zoned.ts"
import { Announcements } from "./announcements.tsx"
import { CloseAgain } from "./close-again.tsx"
import { closingLead } from "./closing-lead.ts"
import { EarlyClose, EarlyCloseAsked } from "./early-close.tsx"
import { Extend } from "./extend.tsx"
import { firstPicture } from "./first-picture.ts"
import { KeyMissing } from "./key-missing.tsx"
import { MailsNow } from "./mails-now.tsx"
import { PromiseText } from "./promise.tsx"
import { rateText } from "./rate-text.ts"
import { Rates } from "./rates.tsx"
import { Reminders } from "./reminders.tsx"
import { SurveyFoot } from "./survey-foot.tsx"
import { SurveyKeys } from "./survey-keys.tsx"
import { TrusteesWait } from "./trustee-list.tsx"

/** An open survey: who has not been reached, and what can still be done about it? */
export function Progress({ survey }: { survey: Survey }) {
  const participation = useParticipation(survey.id)
  const mails = useSurveyMails(survey.id)
  const whole = participation.data?.groups.find((group) => group.kind === "organization")
  const closing = survey.state === "closing"
  // Held here, so that the reason is still told when a close that failed has turned “open” into “closing”.
  const close = useClose(survey.id)
  const computed = closing ? (survey.closePercent ?? null) : null
  const closesAt = survey.closesAt ?? ""
  return (
    <Page
      title={survey.name}
      kicker={<Link href="/surveys">Surveys</Link>}
      headline={
        closing
          ? `“${survey.name}” is being closed`
          : whole?.rate != null
            ? `${rateText(whole.rate)} have answered “${survey.name}”`
            : `“${survey.name}” is open`
      }
      lead={
        closing
          ? closingLead(survey)
          : `${counted(survey.invited, "person", "people")} invited. Closes ${zonedMoment(closesAt, survey.timeZone)}, in ${until(closesAt, Date.now())}.`
      }
    >
      <KeyMissing survey={survey} />
      {computed !== null ? (
        <Computing percent={computed} />
      ) : closing ? (
        survey.sealing === "trustees" ? (
          <TrusteesWait survey={survey} />
        ) : (
          <CloseAgain survey={survey} close={close} />
        )
      ) : (
        <EarlyCloseAsked survey={survey} agree={close} />
      )}
      <Loaded query={mails} what="the mails">
        {(data) => <MailsNow survey={survey} mails={data.invitations} />}
      </Loaded>
      <Loaded query={participation} what="participation">
        {(data) => (
          <>
            {data.groups.length === 0 && !closing && (
              <p className="app-lead">{firstPicture(data.firstDay, Date.now(), survey.timeZone)}</p>
            )}
            <Rates survey={survey} data={data} kind="layer" headline="Answered so far, by layer" />
            <Rates survey={survey} data={data} kind="unit" headline="Answered so far, by unit" />
          </>
        )}
      </Loaded>
      {!closing && (
        <>
          {mails.data && <Reminders survey={survey} gone={mails.data.reminders} />}
          <LastDays survey={survey} />
          {/* A new close is a new starting point of the field. */}
          <Extend key={closesAt} survey={survey} />
          <EarlyClose survey={survey} agree={close} />
        </>
      )}
      <Section title="What was promised">
        <PromiseText lines={survey.promise} />
      </Section>
      <SurveyKeys survey={survey} />
      <SurveyFoot survey={survey} />
    </Page>
  )
}

/** How far the close is; it is looked at again every two seconds, which nobody wants read out. */
function Computing({ percent }: { percent: number }) {
  const label = useId()
  return (
    <div style={{ marginTop: "1.5rem", maxWidth: "32rem" }}>
      <p id={label}>{percent}% of the results are computed</p>
      <progress aria-labelledby={label} value={percent} max={100} style={{ width: "100%" }} />
    </div>
  )
}

function LastDays({ survey }: { survey: Survey }) {
  const [opened, setOpened] = useState(false)
  return (
    <Section
      title="For the last days"
      lead="A text for your own channels. Say that it closes soon, never who has not answered: nobody can know."
    >
      <Button variant="default" aria-expanded={opened} onClick={() => setOpened(!opened)}>
        {opened ? "Hide the text" : "Show the text"}
      </Button>
      {opened && (
        <div style={{ marginTop: "1rem" }}>
          <Announcements survey={survey} ids={["last-days"]} />
        </div>
      )}
    </Section>
  )
}
