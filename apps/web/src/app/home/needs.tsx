import { Link } from "wouter"
import type { SurveySummary } from "../api.ts"
import { counted, moment, until } from "../format.ts"
import { Section } from "../frame/page.tsx"
import { useParticipation } from "../queries.ts"
import { rateText } from "../surveys/rate-text.ts"

/** What needs HR now: open surveys with their response, drafts to go on with. quiet: says nothing when there is nothing. */
export function Needs(props: { surveys: readonly SurveySummary[]; quiet?: boolean }) {
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
  return (
    <Section title="What needs you now">
      <ul className="app-list">
        {open.map((survey) => (
          <OpenSurvey key={survey.id} survey={survey} />
        ))}
        {drafts.map((survey) => (
          <li key={survey.id}>
            <Link href={`/surveys/${survey.id}`} className="app-linkrow">
              <strong>{survey.name}</strong>
              <span>Draft, not launched</span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function OpenSurvey({ survey }: { survey: SurveySummary }) {
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
            <span>
              closes in {until(survey.closesAt ?? "", Date.now())} ({moment(survey.closesAt)})
            </span>
          </>
        )}
      </Link>
    </li>
  )
}
