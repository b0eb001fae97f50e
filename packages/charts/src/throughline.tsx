import type { ReactElement } from "react"
import { describeLayers } from "./describe.ts"
import { Figure } from "./figure.tsx"
import { type Bounds, formatCount, formatMean, type HiddenReason, hiddenWords } from "./format.ts"
import { HiddenBox } from "./hidden-box.tsx"
import { Mark } from "./mark.tsx"
import type { ChartStep } from "./step-between.ts"
import { hiddenWidth, type LayerPoint, layOutThroughline, type StepLabel } from "./throughline-layout.ts"
import { round, Words } from "./words.tsx"

/** One layer of the organization on the line. Means in scale points 1..5; null when the release hides it. */
export interface ThroughlineLayer {
  id: string
  label: string
  mean: number | null
  low?: number | null
  high?: number | null
  /** respondents */
  n: number
  /** which figures are only bounds: a mean of "≥ 4.1" */
  bounds?: Bounds
  /** why there is no mean; "too-few" when left out */
  hidden?: HiddenReason
}

/** A unit whose own line breaks from the whole: its means on the layers from there down, as far as they are shown. */
export interface ThroughlineBranch {
  label: string
  /** ids of layers of the line */
  points: readonly { id: string; mean: number }[]
}

export interface ThroughlineProps {
  layers: readonly ThroughlineLayer[]
  steps: readonly (ChartStep | null)[]
  width: number
  title: string
  /** the organization's mission in its own words, printed where the line begins */
  mission?: string
  /** A break the release confirms in one unit only: torn off beside the line, which goes on unbroken. */
  branch?: ThroughlineBranch
  onSelect?: (id: string) => void
  selected?: string | null
}

/**
 * Home's picture: one line from the mission down through the layers to daily work. Its horizontal position is the
 * layer's mean; the dotted plumb line hangs from the topmost layer, so a bend is what was lost on the way down.
 */
export function Throughline(props: ThroughlineProps): ReactElement {
  const plan = layOutThroughline(props)
  const { onSelect } = props
  return (
    <Figure
      width={props.width}
      height={plan.height}
      title={props.title}
      description={`${describeLayers(props.layers, props.steps)}${props.branch ? ` Confirmed break in one unit's line. ${props.branch.label}.` : ""}`}
      interactive={onSelect !== undefined}
    >
      {({ hatch }) => (
        <>
          <Words x={0} y={12} size={12} tone="muted">
            Mission
          </Words>
          {plan.mission.map((line, index) => (
            <Words key={line} x={0} y={33 + index * 20} size={15} weight={600}>
              {line}
            </Words>
          ))}
          {plan.bands.map((path) => (
            <path key={path} className="tl-soft" d={path} />
          ))}
          {plan.ticks.map((tick) => (
            <g key={tick.label}>
              <line className="tl-hairline" x1={tick.x} x2={tick.x} y1={plan.axisY} y2={plan.axisY + 5} />
              <Words x={tick.x} y={plan.axisY + 18} size={11} tone="muted" anchor="middle">
                {tick.label}
              </Words>
            </g>
          ))}
          <line className="tl-hairline" x1={plan.plotFrom} x2={plan.plotTo} y1={plan.axisY} y2={plan.axisY} />
          <Words x={plan.plotFrom} y={plan.axisY + 34} size={11} tone="muted">
            mean answer, from 1 to 5
          </Words>
          <line
            className="tl-plumb"
            strokeWidth={1.5}
            x1={plan.plumbX}
            x2={plan.plumbX}
            y1={plan.startY}
            y2={plan.axisY}
          />
          {plan.dashed.map((path) => (
            <path key={path} className="tl-unknown-line" strokeWidth={2.5} strokeDasharray="2 6" d={path} />
          ))}
          {plan.solid.map((path) => (
            <path key={path} className="tl-line" strokeWidth={6} strokeLinecap="round" d={path} />
          ))}
          {plan.breaks.map((path) => (
            <path key={path} className="tl-break-fill" d={path} />
          ))}
          {plan.gaps.map((path) => (
            <path key={path} className="tl-break-line" strokeWidth={1.25} strokeDasharray="2 4" d={path} />
          ))}
          {plan.branch === null ? null : <Branch branch={plan.branch} />}
          <circle className="tl-open" cx={plan.plumbX} cy={plan.startY} r={6} strokeWidth={3} />
          {plan.points.map((point) => (
            <LayerMark
              key={point.layer.id}
              point={point}
              plotFrom={plan.plotFrom}
              width={plan.contentWidth}
              hatch={hatch}
              onSelect={onSelect ? () => onSelect(point.layer.id) : undefined}
              selected={props.selected === point.layer.id}
            />
          ))}
          {plan.stepLabels.map((label) => (
            <StepWords key={label.y} label={label} />
          ))}
          <Words x={0} y={plan.endY + 4} size={12} tone="muted" width={plan.plotFrom - 12}>
            Daily work
          </Words>
        </>
      )}
    </Figure>
  )
}

function Branch({
  branch,
}: {
  branch: NonNullable<ReturnType<typeof layOutThroughline>["branch"]>
}): ReactElement {
  return (
    <>
      <path className="tl-line" strokeWidth={4} strokeLinecap="round" d={branch.line} />
      <path className="tl-break-fill" d={branch.torn} />
      <path className="tl-break-line" strokeWidth={1.25} strokeDasharray="2 4" d={branch.gap} />
      {branch.knots.map(({ x, y }) => (
        <circle key={y} className="tl-open" cx={x} cy={y} r={4} strokeWidth={2.5} />
      ))}
      {branch.words.map((line, index) => (
        <Words
          key={line}
          x={branch.wordsX}
          y={branch.wordsY + index * 15}
          size={12}
          weight={650}
          tone="break-words"
          anchor="end"
          halo
        >
          {line}
        </Words>
      ))}
    </>
  )
}

interface LayerMarkProps {
  point: LayerPoint
  plotFrom: number
  width: number
  hatch: string
  onSelect: (() => void) | undefined
  selected: boolean
}

function LayerMark({ point, plotFrom, width, hatch, onSelect, selected }: LayerMarkProps): ReactElement {
  const { layer, x, y, label } = point
  const shown = layer.mean !== null
  const spoken = `${layer.label}: ${layer.mean === null ? hiddenWords(layer.hidden) : `mean ${formatMean(layer.mean, layer.bounds?.mean)}, n ${layer.n}`}`
  const area = { x: 0, y: y - 38, width, height: 68 }
  return (
    <Mark label={spoken} area={area} onSelect={onSelect} selected={selected}>
      {label.map((line, index) => (
        <Words key={line} x={0} y={y - 6 - (label.length - 1 - index) * 16} size={13} weight={600}>
          {line}
        </Words>
      ))}
      <line className="tl-hairline" x1={0} x2={shown ? x - 14 : plotFrom - 8} y1={y} y2={y} />
      <Words x={0} y={y + 15} size={12} tone="muted">
        {shown ? `n ${formatCount(layer.n)}` : ""}
      </Words>
      {layer.mean === null ? (
        <HiddenBox
          x={point.boxX}
          y={y - 11}
          width={hiddenWidth}
          height={22}
          hatch={hatch}
          words={hiddenWords(layer.hidden)}
        />
      ) : (
        <>
          <circle
            className={layer.bounds?.mean === undefined ? "tl-open" : "tl-open tl-bound"}
            cx={round(x)}
            cy={round(y)}
            r={5.5}
            strokeWidth={3.5}
          />
          <Words x={point.meanX} y={y + 5.5} size={16} weight={650} halo>
            {formatMean(layer.mean, layer.bounds?.mean)}
          </Words>
        </>
      )}
    </Mark>
  )
}

function StepWords({ label }: { label: StepLabel }): ReactElement {
  const { x, y, anchor, words, range } = label
  const tone = label.confirmed ? "break-words" : label.drop ? "ink" : "muted"
  return (
    <>
      <Words
        x={x}
        y={range === "" ? y + 4 : y - 2}
        size={12}
        weight={label.drop ? 650 : 400}
        tone={tone}
        anchor={anchor}
        halo
      >
        {words}
      </Words>
      <Words x={x} y={y + 12} size={11} tone="muted" anchor={anchor} halo>
        {range}
      </Words>
    </>
  )
}
