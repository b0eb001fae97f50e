import { Link } from "wouter"
import type { ResultSummary, ViewedRelease } from "../api.ts"
import { count } from "../format.ts"
import { Page, Section } from "../frame/page.tsx"
import { Loaded } from "../frame/states.tsx"
import { useRelease, useResults } from "../queries.ts"
import { zonedMoment } from "../zoned.ts"
import { meanText } from "./cell-text.ts"
import { firstMeasure, measureName } from "./measure-names.ts"
import { OpenSurveys } from "./own-progress.tsx"
import { cellOf, groupOf, rootOf, units } from "./release-groups.ts"
import classes from "./results.module.css"
import { lineFinding } from "./throughline-break.ts"
import { ThroughlineFigure } from "./throughline-figure.tsx"

/** A leader's first page: how does the own unit stand, and who of it has answered? */
export default function OwnArea() {
  const results = useResults()
  return (
    <Loaded query={results} what="your unit">
      {({ surveys, timeZone }) => {
        const own = surveys.filter(({ unit }) => unit !== null)
        const released = own.find(({ outcome }) => outcome === "released")
        const open = own.filter(({ state }) => state !== "closed")
        if (released) return <Latest id={released.id} open={open} timeZone={timeZone} />
        return (
          <Page
            title="Your unit"
            kicker="Your unit"
            headline={
              own[0]?.unit ?? (surveys.length > 0 ? "You had no team in these surveys" : "No survey yet")
            }
            lead={nothingYet(surveys, open, timeZone)}
          >
            <OpenSurveys surveys={open} timeZone={timeZone} />
          </Page>
        )
      }}
    </Loaded>
  )
}

/** Why there are no results of the own unit, and when there will be. */
function nothingYet(
  surveys: readonly ResultSummary[],
  open: readonly ResultSummary[],
  timeZone: string,
): string {
  const [next] = open
  if (next) {
    return `Results come once, when “${next.name}” closes: ${zonedMoment(next.closesAt, timeZone)}. Until then every answer stays sealed.`
  }
  if (surveys.length === 0) return "When HR has launched one, you see here how your unit takes part."
  return "Results are shown as people stood when a survey was launched, and nobody reported to you then. If that is not right, tell HR."
}

function Latest(props: { id: string; open: readonly ResultSummary[]; timeZone: string }) {
  const release = useRelease(props.id)
  return (
    <Loaded query={release} what="the results of your unit">
      {(data) => <Unit release={data} open={props.open} timeZone={props.timeZone} />}
    </Loaded>
  )
}

function Unit(props: { release: ViewedRelease; open: readonly ResultSummary[]; timeZone: string }) {
  const { release, open, timeZone } = props
  const root = rootOf(release)
  const measure = firstMeasure(release.measures)
  const whole = groupOf(release, root)
  const name = release.own?.name ?? "your unit"
  const kicker = `Your unit: ${name} · ${release.survey.name}`
  if (!whole || measure === "") {
    return (
      <Page
        title="Your unit"
        kicker={kicker}
        headline={
          measure === ""
            ? "Nothing to compare from layer to layer"
            : `Too few can be shown for ${name} as a whole`
        }
        lead={`No group below ${release.survey.k} is ever shown, so that nobody can be told apart.${units(release).length > 0 ? " Some units below are large enough." : ""}`}
      >
        <Below release={release} measure={measure} />
        <OpenSurveys surveys={open} timeZone={timeZone} />
      </Page>
    )
  }
  const finding = lineFinding(release, root, measure)
  return (
    <Page title="Your unit" kicker={kicker} headline={finding.headline} lead={finding.sure}>
      <ThroughlineFigure release={release} group={root} measure={measure} />
      <Below release={release} measure={measure} />
      <OpenSurveys surveys={open} timeZone={timeZone} />
    </Page>
  )
}

/** The units right below, the lowest first: where a talk helps most. */
function Below({ release, measure }: { release: ViewedRelease; measure: string }) {
  const root = rootOf(release)
  const below = units(release)
    // Where the own unit is not shown, those that stand in no shown unit.
    .filter(({ id, parent }) => id !== root && (parent === root || !groupOf(release, parent ?? "")))
    .flatMap((unit) => {
      const cell = cellOf(unit, measure)
      return cell.state === "shown" ? [{ unit, cell }] : []
    })
    .sort((a, b) => a.cell.mean - b.cell.mean)
  if (below.length === 0) return null
  return (
    <Section
      title={`${measureName(release.measures, measure)} in the units below you`}
      lead="Means from 1 to 5, the lowest first. Units too small to show are not in the list."
    >
      <ul className="app-list">
        {below.map(({ unit, cell }) => (
          <li key={unit.id}>
            <Link
              href={`/results/${release.survey.id}?group=${encodeURIComponent(unit.id)}`}
              className="app-linkrow"
            >
              <strong>{unit.name}</strong>
              <span className={classes.figure}>{meanText(cell)}</span>
              <span className={classes.figure}>{count(unit.respondents)} answered</span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}
