import { ParticipationChart } from "@throughline/charts"
import type { ResultSummary } from "../api.ts"
import { fileName } from "../csv.ts"
import { until } from "../format.ts"
import { Figure } from "../frame/figure.tsx"
import { Section } from "../frame/page.tsx"
import { Loaded } from "../frame/states.tsx"
import { useOwnProgress } from "../queries.ts"
import { rateText } from "../surveys/rate-text.ts"
import { plainDay, zonedMoment } from "../zoned.ts"

/** The open surveys that the leader's unit takes part in. */
export function OpenSurveys(props: { surveys: readonly ResultSummary[]; timeZone: string }) {
  return props.surveys.map((survey) => <Progress key={survey.id} survey={survey} timeZone={props.timeZone} />)
}

/** How many of the own unit have answered an open survey, in the rounded figures of the day. */
function Progress({ survey, timeZone }: { survey: ResultSummary; timeZone: string }) {
  const progress = useOwnProgress(survey.id)
  const title = `“${survey.name}” is ${survey.state === "open" ? "open" : "being counted"}`
  return (
    <Loaded query={progress} what="participation">
      {({ day: made, firstDay, groups, own }) => {
        const rated = groups.filter(({ rate }) => rate !== null)
        const closes =
          survey.state === "open"
            ? ` Closes ${zonedMoment(survey.closesAt, timeZone)}, in ${until(survey.closesAt ?? "", Date.now())}.`
            : ""
        if (rated.length === 0) {
          return (
            <Section title={title}>
              <p className="app-note">
                {groups.length === 0
                  ? `The first rates are made on ${plainDay(firstDay)}.`
                  : `${own?.name ?? "Your unit"} is too small for a rate while the survey is open.`}
                {closes}
              </p>
            </Section>
          )
        }
        return (
          <Figure
            headline={title}
            sure={`Answered so far in your unit and below, rounded to 5%, so that nobody can be seen answering.${closes}`}
            file={fileName(survey.name, "participation")}
            table={{
              caption: "Answered so far",
              columns: ["Unit", "Answered", "Invited"],
              rows: rated.map((group) => [group.name, rateText(group.rate ?? 0), group.covered]),
            }}
            source={<>As of {plainDay(made)}, renewed once a day. Units too small to show are left out.</>}
            draw={(width) => (
              <ParticipationChart
                title={title}
                rows={rated.map((group) => ({
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
      }}
    </Loaded>
  )
}
