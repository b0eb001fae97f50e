import type { Release } from "@throughline/analysis"
import { Throughline } from "@throughline/charts"
import { Link } from "wouter"
import type { Organization, SurveySummary } from "../api.ts"
import { fileName } from "../csv.ts"
import { Figure } from "../frame/figure.tsx"
import { Page } from "../frame/page.tsx"
import { firstMeasure, measureName, partsText } from "../results/measure-names.ts"
import { partlyCounted } from "../results/partly-counted.ts"
import { cellOf, layerName, layersOf, stepsOf } from "../results/release-groups.ts"
import { largestDrop } from "../results/sentences.ts"
import { Source } from "../results/source.tsx"
import { ladderTable } from "../results/tables.ts"
import { Needs } from "./needs.tsx"

/** The line from the mission through the layers, and the sentence that says where it loses most. */
export function Picture(props: {
  release: Release
  organization: Organization
  surveys: readonly SurveySummary[]
}) {
  const { release, organization } = props
  const measure = firstMeasure(release.measures)
  const finding = largestDrop(release, "all", measure)
  const name = measureName(release.measures, measure)
  const layers = layersOf(release, "all")
  return (
    <Page title="Home" kicker={organization.name} headline={finding.headline} lead={finding.sure}>
      <Figure
        headline={`${name}, from the top to daily work`}
        sure={`${partsText(release.measures, measure)}Each knot is the mean of a layer, from 1 to 5, with its 95% interval; between them, the change where it is handed down.`}
        file={fileName(release.survey.name, measure, "by layer")}
        table={ladderTable(release, "all", measure)}
        source={
          <>
            {partlyCounted(layers.map((row) => ({ ...row, name: layerName(row) })))}{" "}
            <Source release={release} method="layers" /> ·{" "}
            <Link href={`/results/${release.survey.id}`}>See every layer in detail</Link>
          </>
        }
        draw={(width) => (
          <Throughline
            title={finding.headline}
            {...(organization.words ? { mission: organization.words.mission } : {})}
            layers={layers.map((row) => {
              const cell = cellOf(row, measure)
              const shown = cell.state === "shown"
              return {
                id: row.id,
                label: layerName(row),
                mean: shown ? cell.mean : null,
                low: shown ? (cell.interval?.low ?? null) : null,
                high: shown ? (cell.interval?.high ?? null) : null,
                ...(shown && cell.bounds ? { bounds: cell.bounds } : {}),
                n: shown ? cell.n : 0,
              }
            })}
            steps={stepsOf(release, "all", measure).map((step) => ({
              from: step.from,
              to: step.to,
              difference: step.difference,
              low: step.interval?.low ?? null,
              high: step.interval?.high ?? null,
            }))}
            width={width}
          />
        )}
      />
      <Needs surveys={props.surveys} timeZone={organization.timeZone} />
    </Page>
  )
}
