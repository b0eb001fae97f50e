import { MeasureBars } from "@throughline/charts"
import { fileName } from "../csv.ts"
import { Figure } from "../frame/figure.tsx"
import type { LayersProps } from "./layers.tsx"
import { constructOf } from "./measure-names.ts"
import { cellOf, groupOf } from "./release-groups.ts"
import { strongAndWeak } from "./sentences.ts"
import { Source } from "./source.tsx"
import { measuresTable } from "./tables.ts"

/** All constructs of the group, and the statements within the one that is looked at. */
export function MeasureFigures(props: LayersProps) {
  const { release, group, measure } = props
  const where = group === "all" ? "" : ` in ${groupOf(release, group)?.name ?? ""}`
  const construct = constructOf(release.measures, measure)
  return (
    <>
      <Bars
        {...props}
        headline={strongAndWeak(release, group)}
        caption={`Subjects${where}`}
        measures={release.measures.constructs.map(({ id, name }) => ({ id, label: name }))}
      />
      {construct && (
        <Bars
          {...props}
          headline={`The statements behind “${construct.name}”${where}`}
          caption={`Statements of ${construct.name}${where}`}
          measures={construct.items.map(({ id, text }) => ({ id, label: text }))}
        />
      )}
    </>
  )
}

function Bars(
  props: LayersProps & {
    headline: string
    caption: string
    measures: readonly { id: string; label: string }[]
  },
) {
  const { release, group } = props
  const shown = groupOf(release, group)
  const all = groupOf(release, "all")
  const rows = props.measures.map(({ id, label }) => {
    const cell = cellOf(shown, id)
    const whole = cellOf(all, id)
    const reference = group !== "all" && whole.state === "shown" ? whole.mean : null
    if (cell.state === "hidden") {
      return { id, label, mean: null, favourable: null, n: 0, reference, hidden: cell.reason }
    }
    return {
      id,
      label,
      mean: cell.mean,
      low: cell.interval?.low ?? null,
      high: cell.interval?.high ?? null,
      favourable: cell.favourable,
      coded: cell.coded,
      n: cell.n,
      reference,
    }
  })
  return (
    <Figure
      headline={props.headline}
      sure={`Means from 1 to 5 with 95% intervals and the share of favourable answers.${group === "all" ? "" : " The tick is the whole organization."} Choose one to see it by layer.`}
      file={fileName(release.survey.name, props.caption)}
      table={measuresTable(release, group, props.measures, props.caption)}
      source={<Source release={release} group={group} method="measures" />}
      draw={(width) => (
        <MeasureBars
          title={props.caption}
          rows={rows}
          width={width}
          selected={props.measure}
          onSelect={(id) => {
            props.onMeasure(id)
            window.scrollTo({ top: 0 })
          }}
        />
      )}
    />
  )
}
