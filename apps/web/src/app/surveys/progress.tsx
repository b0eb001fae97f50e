import { ParticipationChart } from "@throughline/charts"
import { Link } from "wouter"
import type { Participation, Survey } from "../api.ts"
import { fileName } from "../csv.ts"
import { count, counted, day, moment, until } from "../format.ts"
import { Figure } from "../frame/figure.tsx"
import { Page, Section } from "../frame/page.tsx"
import { Loaded } from "../frame/states.tsx"
import { useClose, useParticipation } from "../queries.ts"
import { partlyCounted } from "../results/partly-counted.ts"
import { CloseAgain } from "./close-again.tsx"
import { CloseNow } from "./close-now.tsx"
import { PromiseText } from "./promise.tsx"
import { rateText } from "./rate-text.ts"

/** An open survey: who has not been reached? */
export function Progress({ survey }: { survey: Survey }) {
  const participation = useParticipation(survey.id)
  const whole = participation.data?.groups.find((group) => group.kind === "organization")
  const closing = survey.state === "closing"
  // Held here, so that the reason is still told when a close that failed has turned “open” into “closing”.
  const close = useClose(survey.id)
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
          ? "The box is being opened and counted; nobody can answer any more. This page changes by itself when the results are there."
          : `${counted(survey.invited, "person", "people")} invited. Closes ${moment(survey.closesAt)}, in ${until(survey.closesAt ?? "", Date.now())}.`
      }
    >
      {closing && <CloseAgain survey={survey} close={close} />}
      <Loaded query={participation} what="participation">
        {(data) => (
          <>
            <Mails mails={data.mails} />
            <Rates survey={survey} data={data} kind="layer" headline="Answered so far, by layer" />
            <Rates survey={survey} data={data} kind="unit" headline="Answered so far, by unit" />
          </>
        )}
      </Loaded>
      {!closing && <CloseNow survey={survey} close={close} />}
      <Section title="What was promised">
        <PromiseText lines={survey.promise} />
      </Section>
    </Page>
  )
}

function Mails({ mails }: { mails: Participation["mails"] }) {
  return (
    <div role="status" style={{ marginTop: "1.5rem" }}>
      <p style={{ margin: 0 }}>
        {mails.queued > 0
          ? `${count(mails.sent)} mails sent, ${count(mails.queued)} on their way.`
          : `All ${counted(mails.sent, "mail has", "mails have")} been sent.`}
      </p>
      {mails.failed > 0 && (
        <p className="app-attention">
          {counted(mails.failed, "mail", "mails")} could not be delivered. The addresses may be wrong; correct
          them in your HR system for the next survey.
        </p>
      )}
    </div>
  )
}

function Rates(props: { survey: Survey; data: Participation; kind: "layer" | "unit"; headline: string }) {
  const ofKind = props.data.groups.filter((group) => group.kind === props.kind)
  if (ofKind.length === 0) return null
  const whole = props.data.groups.filter((group) => group.kind === "organization")
  // Small units cannot be shown while a survey is open; a row for each would bury the others.
  const shown = props.kind === "layer" ? ofKind : ofKind.filter((group) => group.rate !== null)
  const left = ofKind.length - shown.length
  const groups = [...whole, ...shown]
  return (
    <Figure
      headline={props.headline}
      sure={`Rounded to 5%, so that nobody can be seen answering.${left > 0 ? ` ${counted(left, "unit is", "units are")} too small to show while the survey is open.` : ""}`}
      file={fileName(props.survey.name, "participation by", props.kind)}
      table={{
        caption: props.headline,
        columns: [props.kind === "layer" ? "Layer" : "Unit", "Answered", "Invited"],
        rows: groups.map((group) => [
          group.name,
          group.rate === null ? "too few to show" : rateText(group.rate),
          group.covered,
        ]),
      }}
      source={
        <>
          As of {day(props.data.day)}, renewed once a day.{" "}
          {props.kind === "layer"
            ? partlyCounted(groups)
            : "A unit counts the people whose cohort lies wholly inside it, at least 80% of them."}
        </>
      }
      draw={(width) => (
        <ParticipationChart
          title={props.headline}
          rows={groups.map((group) => ({
            id: group.id,
            label: group.name,
            rate: group.rate,
            invited: group.covered,
          }))}
          width={width}
        />
      )}
    />
  )
}
