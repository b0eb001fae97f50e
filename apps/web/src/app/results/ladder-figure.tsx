import type { Cell, Distribution } from "@throughline/analysis"
import { Ladder } from "@throughline/charts"
import { fileName } from "../csv.ts"
import { signed } from "../format.ts"
import { DataTable, Figure } from "../frame/figure.tsx"
import { hiddenText } from "./cell-text.ts"
import { intervalsText, outerInterval } from "./how-reliable.ts"
import type { LayersProps } from "./layers.tsx"
import { measureName, partsText } from "./measure-names.ts"
import { cellOf, layerName, layersOf, stepsOf } from "./release-groups.ts"
import { Source } from "./source.tsx"
import { ladderTable, stepTable } from "./tables.ts"

/** The distribution, mean and interval of each layer, with the step to the next between them. */
export function LadderFigure({ release, group, measure }: LayersProps) {
  const name = measureName(release.measures, measure)
  const steps = stepsOf(release, group, measure)
  const inThree = layersOf(release, group).some(
    (row) => cellOf(row, measure).state === "shown" && row.distributions[measure]?.state !== "shown",
  )
  const rows = layersOf(release, group).map((row) => {
    const cell = cellOf(row, measure)
    const distribution = row.distributions[measure]
    const shown = cell.state === "shown"
    const outer = outerInterval(release, group, measure, row)
    const notes = [
      shown ? "" : hiddenText(cell),
      row.covered < row.invited ? `${row.covered} of ${row.invited} people are in this figure` : "",
    ]
    return {
      id: row.id,
      label: layerName(row),
      shares: sharesOf(cell, distribution),
      mean: shown ? cell.mean : null,
      ...(cell.state === "hidden" ? { hidden: cell.reason } : {}),
      low: shown ? (cell.interval?.low ?? null) : null,
      high: shown ? (cell.interval?.high ?? null) : null,
      ...(outer ? { outer } : {}),
      favourable: shown ? cell.favourable : null,
      ...(shown && cell.bounds ? { bounds: cell.bounds } : {}),
      n: shown ? cell.n : 0,
      invited: row.covered,
      note: notes.filter((note) => note !== "").join("; "),
    }
  })
  return (
    <>
      <Figure
        headline={`${name}, layer by layer`}
        sure={`${partsText(release.measures, measure)}Shares of the five answers, the mean, and the change where it is handed down. ${intervalsText(rows.some((row) => "outer" in row))}`}
        file={fileName(release.survey.name, measure, group === "all" ? "" : group, "by layer")}
        table={ladderTable(release, group, measure)}
        source={
          <>
            {inThree && (
              <span style={{ display: "block", marginBottom: "0.375rem" }}>
                Where only three shares are drawn, “agree” and “disagree” each include the strong answers:
                telling five apart there could point at a small group.
              </span>
            )}
            <Source release={release} group={group} method="layers" />
          </>
        }
        draw={(width) => (
          <Ladder
            title={`${name} by layer`}
            rows={rows}
            steps={steps.map((step) => ({
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
      {steps.length > 0 && (
        <details style={{ marginTop: "1rem" }}>
          <summary>
            Steps between the layers in figures: {steps.map((step) => signed(step.difference)).join(", ")}
          </summary>
          <DataTable table={stepTable(release, group, measure)} />
          <p className="app-source">
            The change is lower layer less upper layer. Its interval describes the answers as if people
            answered independently; it is no test of leaders.
          </p>
        </details>
      )}
    </>
  )
}

/** The five answers; where a group is too small for them, the three shares every shown figure has. */
function sharesOf(cell: Cell, distribution: Distribution | undefined): readonly number[] | null {
  if (distribution?.state === "shown") return distribution.shares
  return cell.state === "shown" ? [cell.unfavourable, cell.neutral, cell.favourable] : null
}
