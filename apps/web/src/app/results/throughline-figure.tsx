import { Throughline } from "@throughline/charts"
import { Link } from "wouter"
import type { ViewedRelease } from "../api.ts"
import { fileName } from "../csv.ts"
import { Figure } from "../frame/figure.tsx"
import { measureName, partsText } from "./measure-names.ts"
import { partlyCounted } from "./partly-counted.ts"
import { cellOf, layerName, layersOf } from "./release-groups.ts"
import { Source } from "./source.tsx"
import { ladderTable } from "./tables.ts"
import { lineBranch, lineFinding, lineSteps } from "./throughline-break.ts"

/** The line through the layers of one group, bending where it loses. */
export function ThroughlineFigure(props: {
  release: ViewedRelease
  group: string
  measure: string
  mission?: string
}) {
  const { release, group, measure, mission } = props
  const layers = layersOf(release, group)
  const name = measureName(release.measures, measure)
  const branch = lineBranch(release, group, measure)
  const steps = lineSteps(release, group, measure)
  return (
    <Figure
      headline={`${name}, from the top to daily work`}
      sure={`${partsText(release.measures, measure)}Each knot is the mean of a layer, from 1 to 5, with its 95% interval; between them, the change where it is handed down.${branch ? " The line that breaks off beside it is that of one unit; the whole goes on." : ""}${tearText(steps, group)}`}
      file={fileName(release.survey.name, measure, group === "all" ? "" : group, "by layer")}
      table={ladderTable(release, group, measure)}
      source={
        <>
          {partlyCounted(layers.map((row) => ({ ...row, name: layerName(row) })))}{" "}
          <Source release={release} group={group} method="layers" /> ·{" "}
          <Link href={`/results/${release.survey.id}`}>See every layer in detail</Link>
          {release.breaks && (
            <>
              {" "}
              · <Link href={`/results/${release.survey.id}/breaks`}>How sure breaks are</Link>
            </>
          )}
        </>
      }
      draw={(width) => (
        <Throughline
          title={lineFinding(release, group, measure).headline}
          {...(mission === undefined ? {} : { mission })}
          layers={layers.map((row) => {
            const cell = cellOf(row, measure)
            const shown = cell.state === "shown"
            return {
              id: row.id,
              label: layerName(row),
              mean: shown ? cell.mean : null,
              ...(cell.state === "hidden" ? { hidden: cell.reason } : {}),
              low: shown ? (cell.interval?.low ?? null) : null,
              high: shown ? (cell.interval?.high ?? null) : null,
              ...(shown && cell.bounds ? { bounds: cell.bounds } : {}),
              n: shown ? cell.n : 0,
            }
          })}
          steps={steps}
          {...(branch ? { branch } : {})}
          width={width}
        />
      )}
    />
  )
}

/** Where the picture has no room for the note at the tear, this alone says why its number is not the headline's. */
const tearText = (steps: ReturnType<typeof lineSteps>, group: string): string =>
  steps.some(({ note }) => note !== undefined)
    ? ` The number at the tear is the plain change between the two means; the sentence above compares with ${group === "all" ? "a gradual change" : "those layers elsewhere"}.`
    : ""
