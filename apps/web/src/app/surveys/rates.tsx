import { ParticipationChart } from "@throughline/charts"
import type { Participation, Survey } from "../api.ts"
import { fileName } from "../csv.ts"
import { counted } from "../format.ts"
import { Figure } from "../frame/figure.tsx"
import { partlyCounted } from "../results/partly-counted.ts"
import { zonedTime, zoneName } from "../zoned.ts"
import { pictureMoment } from "./first-picture.ts"
import { rateText } from "./rate-text.ts"

/** Who has not been reached: response by layer or by unit, rounded and made once a day. */
export function Rates(props: {
  survey: Survey
  data: Participation
  kind: "layer" | "unit"
  headline: string
}) {
  const { survey } = props
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
      file={fileName(survey.name, "participation by", props.kind)}
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
          As of {zonedTime(pictureMoment(props.data.day), survey.timeZone)} ({zoneName(survey.timeZone)}),
          renewed once a day.{" "}
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
