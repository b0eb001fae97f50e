import { group } from "d3-array"
import type { ReactElement } from "react"
import { type CutRun, type CutSpan, extent, layOutCut, roomForSizes } from "./cut-layout.ts"
import { Figure } from "./figure.tsx"
import { formatCount } from "./format.ts"
import { Mark } from "./mark.tsx"
import { textWidth } from "./text-width.ts"
import { round, Words } from "./words.tsx"

/** A manager, or the people without reports who hang on one manager, counted. */
export interface CutNode {
  id: number
  /** id of the manager's node, -1 for a top */
  parent: number
  layer: number
  /** how many people this node stands for: 1 for a manager, the number of leaves for a bundle */
  people: number
  /** cohort id; null when nobody of it is invited */
  cohort: number | null
  name: string
}

export interface CutCohort {
  id: number
  label: string
  /** invited people */
  size: number
  kind: "pure" | "mixed" | "top"
  /** why it was merged, in plain words; null or left out when it is one untouched pool */
  merged?: string | null
}

export interface CutChartProps {
  nodes: readonly CutNode[]
  cohorts: readonly CutCohort[]
  width: number
  title?: string
  onSelect?: (cohort: number) => void
  selected?: number | null
}

const rowHeight = 34

/** The org chart as it will be cut: one tint a cohort, dotted where teams were merged, barred where layers were. */
export function CutChart(props: CutChartProps): ReactElement {
  const { nodes, cohorts, onSelect } = props
  const narrow = props.width < 560
  const axis = narrow ? 30 : 104
  const width = Math.min(props.width, 1200)
  const layout = layOutCut(nodes, cohorts, axis, width)
  const [first, deepest] = extent(layout)
  const bottom = 20 + (deepest - first + 1) * rowHeight
  const named = layout.spans.filter(nameFits)
  const counts = countKinds(cohorts)
  const keys = layOutKeys(counts, width)
  const top = (layer: number) => 20 + (layer - first) * rowHeight
  const byCohort = group(layout.runs, (run) => run.cohort)
  return (
    <Figure
      width={props.width}
      height={bottom + 14 + keys.height}
      title={props.title ?? "The org chart as it will be cut into cohorts"}
      description={describeCut(cohorts, counts)}
      interactive={onSelect !== undefined}
    >
      {({ dots, bars }) => (
        <>
          <Words x={0} y={10} size={11} tone="muted">
            Layer
          </Words>
          {layout.layers.map(({ layer, people }) => (
            <g key={layer}>
              <line className="tl-hairline" x1={0} x2={width} y1={top(layer)} y2={top(layer)} />
              <Words x={0} y={top(layer) + 21} size={12} weight={600}>
                {String(layer)}
              </Words>
              {narrow ? null : (
                <Words
                  x={axis - 14}
                  y={top(layer) + 21}
                  size={11}
                  tone="muted"
                  anchor="end"
                  width={axis - 34}
                >
                  {people === 1 ? "1 person" : `${formatCount(people)} people`}
                </Words>
              )}
            </g>
          ))}
          <path className="tl-nobody" d={pathOf(byCohort.get(null) ?? [], top)} />
          {cohorts.map((cohort) => {
            const path = pathOf(byCohort.get(cohort.id) ?? [], top)
            const texture = cohort.kind === "mixed" ? bars : cohort.merged ? dots : null
            const words = `${cohort.label}: ${formatCount(cohort.size)} invited${cohort.merged ? `. ${cohort.merged}` : ""}`
            return (
              <Mark
                key={cohort.id}
                label={words}
                onSelect={onSelect ? () => onSelect(cohort.id) : undefined}
                selected={props.selected === cohort.id}
              >
                <title>{words}</title>
                <path d={path} style={{ fill: `var(--tl-cohort-${layout.tints.get(cohort.id) ?? 1})` }} />
                {texture ? <path d={path} fill={`url(#${texture})`} /> : null}
                {onSelect ? <path className="tl-cohort-edge" strokeWidth={1.5} d={path} /> : null}
              </Mark>
            )
          })}
          {named.map((span) => (
            <Words
              key={span.id}
              x={span.x0 + 6}
              y={top(span.layer) + 21}
              size={11.5}
              width={span.x1 - span.x0 - 10}
              halo={isTextured(cohorts.find((cohort) => cohort.id === span.cohort))}
            >
              {span.name}
            </Words>
          ))}
          {roomForSizes(layout.runs, named).map((run) => {
            const cohort = cohorts.find((item) => item.id === run.cohort)
            const size = formatCount(cohort?.size ?? 0)
            if (!cohort || run.x1 - run.x0 < textWidth(size, 11) + 8) return null
            return (
              <Words
                key={cohort.id}
                x={(run.x0 + run.x1) / 2}
                y={top(run.layer) + 21}
                size={11}
                anchor="middle"
                halo={isTextured(cohort)}
              >
                {size}
              </Words>
            )
          })}
          {keys.items.map((key) => (
            <g key={key.words}>
              <rect
                x={key.x}
                y={bottom + 14 + key.y}
                width={14}
                height={14}
                style={{ fill: "var(--tl-cohort-3)" }}
              />
              {key.texture === "none" ? null : (
                <rect
                  x={key.x}
                  y={bottom + 14 + key.y}
                  width={14}
                  height={14}
                  fill={`url(#${key.texture === "bars" ? bars : dots})`}
                />
              )}
              <Words
                x={key.x + 20}
                y={bottom + 25.5 + key.y}
                size={12}
                tone="muted"
                width={width - key.x - 20}
              >
                {key.words}
              </Words>
            </g>
          ))}
        </>
      )}
    </Figure>
  )
}

/** Boxes as one path: thousands of people stay a few kilobytes. */
function pathOf(runs: readonly CutRun[], top: (layer: number) => number): string {
  return runs
    .map((run) => {
      const x0 = round(run.x0)
      const width = round(Math.max(0.3, run.x1 - run.x0 - (run.x1 - run.x0 > 6 ? 1 : 0)))
      return `M${x0},${round(top(run.layer) + 1)}h${width}v${rowHeight - 1}h${-width}z`
    })
    .join("")
}

/** A name is written when most of it can be read; stubs of names are clutter. */
const nameFits = (span: CutSpan): boolean =>
  span.name !== "" && span.x1 - span.x0 - 10 >= Math.min(64, textWidth(span.name, 11.5))

const isTextured = (cohort: CutCohort | undefined): boolean =>
  cohort !== undefined && (cohort.kind === "mixed" || (cohort.merged ?? null) !== null)

interface KindCounts {
  untouched: number
  merged: number
  mixed: number
}

function countKinds(cohorts: readonly CutCohort[]): KindCounts {
  const mixed = cohorts.filter((cohort) => cohort.kind === "mixed").length
  const merged = cohorts.filter((cohort) => cohort.kind !== "mixed" && cohort.merged).length
  return { untouched: cohorts.length - mixed - merged, merged, mixed }
}

function layOutKeys(counts: KindCounts, width: number) {
  const items = [
    { texture: "none", words: `${counts.untouched} left as they are` },
    { texture: "dots", words: `${counts.merged} merged from several teams` },
    { texture: "bars", words: `${counts.mixed} spanning layers` },
  ].filter((item) => item.texture === "none" || !item.words.startsWith("0 "))
  let x = 0
  let y = 0
  const placed = items.map((item) => {
    const need = 20 + textWidth(item.words, 12)
    if (x > 0 && x + need > width) {
      x = 0
      y += 22
    }
    const at = { ...item, x: round(x), y }
    x += need + 24
    return at
  })
  return { items: placed, height: y + 22 }
}

function describeCut(cohorts: readonly CutCohort[], counts: KindCounts): string {
  const smallest = cohorts.reduce((size, cohort) => Math.min(size, cohort.size), Number.POSITIVE_INFINITY)
  if (cohorts.length === 0) return "No cohort: too few people are invited."
  return [
    `${cohorts.length} cohorts, the smallest with ${formatCount(smallest)} invited people.`,
    `${counts.untouched} are one team or layer as it is, ${counts.merged} were merged from several teams, ${counts.mixed} span several layers.`,
  ].join(" ")
}
