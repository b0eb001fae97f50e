import { Checkbox, NativeSelect, TextInput } from "@mantine/core"
import { HeatLegend, HeatMap as HeatPicture } from "@throughline/charts"
import { useDeferredValue, useMemo, useState } from "react"
import type { ResultSummary, ViewedRelease } from "../api.ts"
import { fileName } from "../csv.ts"
import { count, counted } from "../format.ts"
import { Figure } from "../frame/figure.tsx"
import { Page } from "../frame/page.tsx"
import { Loaded } from "../frame/states.tsx"
import { useRelease } from "../queries.ts"
import { furthestBelow } from "./heat-finding.ts"
import classes from "./heat-grid.module.css"
import { HeatGrid } from "./heat-grid.tsx"
import {
  type HeatOrder,
  heatColumns,
  inTree,
  named,
  ordered,
  shrunkRank,
  toldMean,
  treeRows,
} from "./heat-rows.ts"
import { heatTable } from "./heat-table.ts"
import { OfReleased } from "./of-released.tsx"
import { cellOf, groupOf, rootOf, wholeName } from "./release-groups.ts"
import resultClasses from "./results.module.css"
import { Source } from "./source.tsx"
import { SurveyChoice } from "./survey-choice.tsx"

/** Every unit by every construct on one fixed scale: where is it strong, where weak? */
export default function HeatMap(props: { id: string | undefined }) {
  // The largest part by far: asked for at the same time as the list of surveys.
  useRelease(props.id)
  return (
    <OfReleased id={props.id} draw={(id, released) => <Released key={id} id={id} released={released} />} />
  )
}

function Released({ id, released }: { id: string; released: readonly ResultSummary[] }) {
  const release = useRelease(id)
  return (
    <Loaded query={release} what="the results">
      {(data) => <Units release={data} released={released} />}
    </Loaded>
  )
}

/** px; below it one construct at a time stands beside the names. */
const NARROW = 560
/** A picture of more rows nobody can read; the table and the CSV hold them all. */
const DRAWN = 60

function Units({ release, released }: { release: ViewedRelease; released: readonly ResultSummary[] }) {
  const columns = useMemo(() => heatColumns(release), [release])
  const tree = useMemo(() => treeRows(release), [release])
  const finding = useMemo(() => furthestBelow(release, tree, columns), [release, tree, columns])
  const table = useMemo(() => heatTable(release, tree, columns), [release, tree, columns])
  const [order, setOrder] = useState<HeatOrder>(inTree)
  const [drawn, setDrawn] = useState(true)
  const [words, setWords] = useState("")
  const [one, setOne] = useState(columns[0]?.id ?? "")
  const filter = useDeferredValue(words)
  const shrunk = useMemo(
    () => (order.by === "measure" ? shrunkRank(release, order.measure) : null),
    [release, order],
  )
  const rows = useMemo(
    () => named(ordered(tree, order, (drawn && shrunk) || toldMean), filter),
    [tree, order, drawn, shrunk, filter],
  )
  const page = {
    title: "Results: heat map",
    kicker: `Results, heat map · ${release.survey.name}`,
    headline: finding.headline,
    lead: finding.sure,
  }
  const survey = <SurveyChoice released={released} release={release} screen="heat-map" />
  if (columns.length === 0 || tree.length === 0)
    return (
      <Page {...page}>
        <div className={resultClasses.controls}>{survey}</div>
      </Page>
    )
  const sort = (by: HeatOrder["by"], measure: string) => setOrder(next(order, by, measure))
  const ordering = orderChoices(columns)
  const shown = rows.length < tree.length ? `${count(rows.length)} of ` : ""
  return (
    <Page {...page}>
      <div className={resultClasses.controls}>
        {survey}
        <NativeSelect
          label="Order"
          value={orderKey(order)}
          onChange={(event) => setOrder(ordering.get(event.currentTarget.value)?.order ?? inTree)}
          data={[...ordering].map(([value, { label }]) => ({ value, label }))}
        />
        <TextInput
          type="search"
          label="Units named"
          placeholder="Any name"
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      </div>
      {shrunk && (
        <Checkbox
          mt="md"
          label="Rank by means drawn towards the average where few answered"
          checked={drawn}
          onChange={(event) => setDrawn(event.currentTarget.checked)}
        />
      )}
      <Figure
        headline={`${shown}${counted(tree.length, "unit", "units")} by what was asked`}
        sure={
          <>
            {`Means from 1 to 5, coloured by their distance from the mean of ${wholeName(release)}, on the same scale on every screen.`}
            {shrunk &&
              drawn &&
              " Printed is the mean as it is; the order allows for luck where few answered."}
            <span data-screen-only> Choose a figure to see its layers.</span>
          </>
        }
        file={fileName(release.survey.name, "heat map")}
        table={table}
        source={<Source release={release} method="heat-map" />}
        drawing={(width) => <Picture {...{ release, columns, width }} rows={rows.slice(0, DRAWN)} />}
        drawn={rows.length > DRAWN ? `The first ${DRAWN} of ${count(rows.length)} units in this order.` : ""}
        draw={(width) => {
          const single = width < NARROW
          const beside = single ? columns.filter(({ id }) => id === one) : columns
          return (
            <>
              {single && (
                <NativeSelect
                  label="Measure"
                  mb="sm"
                  value={one}
                  onChange={(event) => setOne(event.currentTarget.value)}
                  data={columns.map(({ id, label }) => ({ value: id, label }))}
                />
              )}
              {rows.length === 0 ? (
                <p className="app-note" role="status">
                  No unit that is shown has “{filter}” in its name.
                </p>
              ) : (
                <HeatGrid
                  {...{ release, rows, order, width }}
                  columns={beside}
                  onOrder={sort}
                  indented={order.by === "tree" && filter.trim() === ""}
                  label="Means by unit and measure"
                />
              )}
              <div className={classes.key}>
                <HeatLegend width={Math.min(width, 560)} />
              </div>
            </>
          )
        }}
      />
    </Page>
  )
}

function Picture(props: {
  release: ViewedRelease
  rows: ReturnType<typeof treeRows>
  columns: ReturnType<typeof heatColumns>
  width: number
}) {
  const { release, rows, columns } = props
  const root = rootOf(release)
  const whole = groupOf(release, root) ? [{ id: root, name: "Everybody", depth: 0 }] : []
  return (
    <HeatPicture
      width={props.width}
      columns={columns.map(({ id, label, centre }) => ({ id, label, centre: centre?.mean ?? null }))}
      units={[...whole, ...rows.map(({ unit, depth }) => ({ id: unit.id, name: unit.name, depth }))]}
      cells={(unit, measure) => {
        const cell = cellOf(groupOf(release, unit), measure)
        return cell.state === "hidden" ? "hidden" : cell
      }}
    />
  )
}

const orderKey = ({ by, measure, descending }: HeatOrder) => `${by} ${descending ? "down" : "up"} ${measure}`

function orderChoices(columns: ReturnType<typeof heatColumns>) {
  const orders: { label: string; order: HeatOrder }[] = [
    { label: "As in the organization", order: inTree },
    { label: "By name", order: { by: "name", measure: "", descending: false } },
    { label: "By name, from Z", order: { by: "name", measure: "", descending: true } },
    { label: "Most answers first", order: { by: "size", measure: "", descending: true } },
    { label: "Fewest answers first", order: { by: "size", measure: "", descending: false } },
    ...columns.flatMap(({ id, label }) =>
      [false, true].map((descending) => ({
        label: `${label}: ${descending ? "highest" : "lowest"} first`,
        order: { by: "measure" as const, measure: id, descending },
      })),
    ),
  ]
  return new Map(orders.map((one) => [orderKey(one.order), one]))
}

/** A head chosen once sorts, twice turns round, a third time gives back the order of the organization. */
function next(order: HeatOrder, by: HeatOrder["by"], measure: string): HeatOrder {
  const first = by === "size"
  if (order.by !== by || order.measure !== measure) return { by, measure, descending: first }
  return order.descending === first ? { by, measure, descending: !first } : inTree
}
