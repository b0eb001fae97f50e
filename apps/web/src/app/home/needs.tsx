import { Link } from "wouter"
import type { SurveySummary } from "../api.ts"
import { counted, until } from "../format.ts"
import { Section } from "../frame/page.tsx"
import { useParticipation } from "../queries.ts"
import { draftText } from "../surveys/draft-text.ts"
import { rateText } from "../surveys/rate-text.ts"
import { zonedMoment } from "../zoned.ts"

/** What needs HR now: open surveys with their response, drafts to go on with. quiet: says nothing when there is nothing. */
export function Needs(props: {
  surveys: readonly SurveySummary[]
  /** The organization's, in which dates are said. */
  timeZone: string
  quiet?: boolean
}) {
  const open = props.surveys.filter((survey) => survey.state === "open" || survey.state === "closing")
  const drafts = props.surveys.filter((survey) => survey.state === "draft")
  if (open.length + drafts.length === 0) {
    if (props.quiet) return null
    return (
      <Section title="Nothing needs you now">
        <p className="app-note">
          No survey is open and none is being set up. <Link href="/surveys">Plan the next one</Link> when
          leaders have acted on these results.
        </p>
      </Section>
    )
  }
  const needsYou = props.surveys.some(
    ({ state, scheduled, closeAsked }) => (state === "draft" && !scheduled) || closeAsked,
  )
  return (
    <Section title={needsYou ? "What needs you now" : "What goes on now"}>
      <ul className="app-list">
        {open.map((survey) => (
          <OpenSurvey key={survey.id} survey={survey} timeZone={props.timeZone} />
        ))}
        {drafts.map((survey) => (
          <li key={survey.id}>
            <Link href={`/surveys/${survey.id}`} className="app-linkrow">
              <strong>{survey.name}</strong>
              <span>{draftText(survey, props.timeZone)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function OpenSurvey({ survey, timeZone }: { survey: SurveySummary; timeZone: string }) {
  const participation = useParticipation(survey.id)
  const rate = participation.data?.groups.find((group) => group.kind === "organization")?.rate
  const answered = rate == null ? "" : `, ${rateText(rate).toLowerCase()} answered`
  return (
    <li>
      <Link href={`/surveys/${survey.id}`} className="app-linkrow">
        <strong>{survey.name}</strong>
        {survey.state === "closing" ? (
          <span>Being closed and counted</span>
        ) : (
          <>
            <span>
              Open: {counted(survey.invited, "person", "people")} invited{answered}
            </span>
            {survey.closeAsked && <span className="app-ask">Somebody asks to close it early</span>}
            <span>
              closes in {until(survey.closesAt ?? "", Date.now())}, {zonedMoment(survey.closesAt, timeZone)}
            </span>
          </>
        )}
      </Link>
    </li>
  )
}
