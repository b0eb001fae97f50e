import { MeasureBars } from "@throughline/charts"
import { fileName } from "../csv.ts"
import { Figure } from "../frame/figure.tsx"
import type { LayersProps } from "./layers.tsx"
import { askedOf, constructOf } from "./measure-names.ts"
import { cellOf, groupOf, rootOf, wholeName } from "./release-groups.ts"
import { strongAndWeak } from "./sentences.ts"
import { Source } from "./source.tsx"
import { measuresTable } from "./tables.ts"

/** All constructs of the group, and the items within the one that is looked at. */
export function MeasureFigures(props: LayersProps) {
  const { release, group, measure } = props
  const where = group === "all" ? "" : ` in ${groupOf(release, group)?.name ?? ""}`
  const construct = constructOf(release.measures, measure)
  const { everyone, peopleWithReports } = askedOf(release)
  return (
    <>
      <Bars
        {...props}
        headline={strongAndWeak(release, group)}
        sure="A construct is what several questions measure together. "
        caption={`Constructs${where}`}
        head="Construct"
        measures={everyone.map(({ id, name }) => ({ id, label: name }))}
      />
      {peopleWithReports.length > 0 && (
        <Bars
          {...props}
          headline={`Asked only of people with reports${where}`}
          sure="Set apart, because fewer people answered it than the constructs above. "
          caption={`Constructs asked only of people with reports${where}`}
          head="Construct"
          measures={peopleWithReports.map(({ id, name }) => ({ id, label: name }))}
        />
      )}
      {construct && props.instead}
      {construct && !props.instead && (
        <Bars
          {...props}
          headline={`The items behind “${construct.name}”${where}`}
          sure="An item is one of its questions. "
          caption={`Items of ${construct.name}${where}`}
          head="Item"
          measures={construct.items.map(({ id, text }) => ({ id, label: text }))}
        />
      )}
    </>
  )
}

function Bars(
  props: LayersProps & {
    headline: string
    /** What the rows are, before what the marks are. */
    sure: string
    caption: string
    head: "Construct" | "Item"
    measures: readonly { id: string; label: string }[]
  },
) {
  const { release, group } = props
  const shown = groupOf(release, group)
  const root = rootOf(release)
  const all = groupOf(release, root)
  const rows = props.measures.map(({ id, label }) => {
    const cell = cellOf(shown, id)
    const whole = cellOf(all, id)
    const reference = group !== root && whole.state === "shown" ? whole.mean : null
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
      ...(cell.bounds ? { bounds: cell.bounds } : {}),
      n: cell.n,
      reference,
      referenceBound: whole.state === "shown" ? whole.bounds?.mean : undefined,
    }
  })
  return (
    <Figure
      headline={props.headline}
      sure={
        <>
          {`${props.sure}Means from 1 to 5 with 95% intervals and the share of favourable answers.${group === root || !all ? "" : ` The tick is ${wholeName(release)}.`}`}
          <span data-screen-only> Choose one to see it by layer.</span>
        </>
      }
      file={fileName(release.survey.name, props.caption)}
      table={measuresTable(release, group, props.measures, props.caption, props.head)}
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
