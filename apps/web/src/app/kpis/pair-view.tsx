import type { LinkPair } from "@throughline/analysis"
import { LinkScatter } from "@throughline/charts"
import type { ReactNode } from "react"
import type { LinkPoints, Links } from "../api.ts"
import { fileName } from "../csv.ts"
import { counted } from "../format.ts"
import { Figure } from "../frame/figure.tsx"
import { Section } from "../frame/page.tsx"
import { Loaded } from "../frame/states.tsx"
import { useLinkPoints } from "../queries.ts"
import classes from "./kpis.module.css"
import { pointsTable, scatterPoints } from "./link-tables.ts"
import { measureText, pairDetails, pairFinding, shortName } from "./link-words.ts"

/** One pair: unit by unit, its sentence, and all that hangs on it. */
export function PairView(props: { links: Links; pair: LinkPair; source: ReactNode }) {
  const { links, pair } = props
  const query = useLinkPoints(links.survey.id, pair)
  const { headline, sure } = pairFinding(links, pair)
  const details = pairDetails(links, pair)
  return (
    <Loaded query={query} what="the units">
      {(told) => (
        <>
          {told.points.length === 0 ? (
            <Section title={headline} lead={sure}>
              <p className="app-note">No unit has both, so there is nothing to draw.</p>
            </Section>
          ) : (
            <Figure
              headline={headline}
              sure={`${sure} ${readText(told, pair)}`}
              file={fileName(links.survey.name, told.construct.name, told.kpi.name)}
              table={pointsTable(told)}
              source={
                <>
                  {leftText(told)}
                  {props.source}
                </>
              }
              draw={(width) => <Scatter told={told} pair={pair} width={width} />}
            />
          )}
          {details.length > 0 && (
            <dl className={classes.details}>
              {details.map(({ name, says }) => (
                <div key={name} style={{ display: "contents" }}>
                  <dt>{name}</dt>
                  <dd>{says}</dd>
                </div>
              ))}
            </dl>
          )}
        </>
      )}
    </Loaded>
  )
}

function Scatter({ told, pair, width }: { told: LinkPoints; pair: LinkPair; width: number }) {
  const { construct, kpi } = told
  return (
    <LinkScatter
      title={`${construct.name} and ${kpi.name}, unit by unit`}
      points={scatterPoints(told)}
      x={`${shortName(construct.name)} (scale points)`}
      y={`${kpi.name} (${measureText(kpi)})`}
      finding={pair.finding}
      band={told.band}
      ringed={told.points.find(({ most }) => most)?.group}
      width={width}
    />
  )
}

/** How the picture is read. */
function readText({ points, band }: LinkPoints, pair: LinkPair): string {
  const whiskers = points.some(({ interval }) => interval !== null)
    ? " The thin line through a dot is its 95% interval."
    : ""
  const ring = points.some(({ most }) => most) ? " The ringed unit matters most." : ""
  const line =
    band.length === 0
      ? ""
      : pair.finding === "link"
        ? " The band is where the line may lie."
        : " The dashed line is no finding; the grey band is where it may lie."
  return `Each dot is a unit.${whiskers}${ring}${line}`
}

function leftText({ left }: LinkPoints): string {
  const parts = [
    left.hidden > 0 ? `${counted(left.hidden, "unit", "units")} hidden` : "",
    left.bound > 0 ? `${left.bound} told as a bound only` : "",
    left.noValue > 0 ? `${left.noValue} without a value` : "",
    left.overlapping > 0 ? `${left.overlapping} around or inside units that count` : "",
  ].filter((part) => part !== "")
  return parts.length === 0 ? "" : `Not in the picture: ${parts.join(", ")}. `
}
