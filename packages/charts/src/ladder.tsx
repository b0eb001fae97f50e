import type { ReactElement } from "react"
import { describeLayers } from "./describe.ts"
import { DivergingBar, type DivergingScale, divergingScale, LikertKey } from "./diverging-bar.tsx"
import { Figure } from "./figure.tsx"
import {
  type Bound,
  type Bounds,
  formatCount,
  formatDifference,
  formatInterval,
  formatMean,
  formatShare,
  type HiddenReason,
  hiddenWords,
} from "./format.ts"
import { HiddenBox } from "./hidden-box.tsx"
import { type LadderPlan, type LadderRung, layOutLadder } from "./ladder-layout.ts"
import { Mark } from "./mark.tsx"
import type { ChartStep } from "./step-between.ts"
import { round, Words } from "./words.tsx"

/** One layer: its five answers, its mean, its share of favourable answers, how many answered of how many. */
export interface LadderRow {
  id: string
  label: string
  /** whole percent of the five answers from 1 to 5, or of disagree, neither, agree; null when all are hidden */
  shares: readonly number[] | null
  mean: number | null
  low?: number | null
  high?: number | null
  /** the interval that also allows for how leaders differ, drawn as a thin line */
  outer?: { low: number; high: number }
  /** whole percent */
  favourable: number | null
  /** which figures are only bounds: "≥ 4.1", "≤ 20%"; five answers are shown only where none is */
  bounds?: Bounds
  n: number
  invited: number
  note?: string
  /** why there is no mean; "too-few" when left out */
  hidden?: HiddenReason
}

export interface LadderProps {
  rows: readonly LadderRow[]
  steps?: readonly (ChartStep | null)[]
  width: number
  title?: string
  onSelect?: (id: string) => void
  selected?: string | null
}

/** One row a layer: the five answers around neutral, the mean with its interval, the step to the next layer. */
export function Ladder(props: LadderProps): ReactElement {
  const { rows, steps, onSelect } = props
  const plan = layOutLadder(rows, steps, props.width)
  const bars = divergingScale(
    rows.map((row) => row.shares),
    plan.bar.x,
    plan.bar.width,
  )
  return (
    <Figure
      width={props.width}
      height={plan.height}
      title={props.title ?? "Answers by layer"}
      description={describeLayers(rows, steps)}
      interactive={onSelect !== undefined}
    >
      {({ hatch }) => (
        <>
          <LikertKey x={plan.bar.x} y={0} width={plan.keyWidth} />
          <MeanAxis plan={plan} />
          {plan.link === "" ? null : <path className="tl-line" strokeWidth={2.5} d={plan.link} />}
          {plan.rungs.map((rung) => (
            <Rung
              key={rung.row.id}
              rung={rung}
              plan={plan}
              bars={bars}
              hatch={hatch}
              onSelect={onSelect ? () => onSelect(rung.row.id) : undefined}
              selected={props.selected === rung.row.id}
            />
          ))}
        </>
      )}
    </Figure>
  )
}

function MeanAxis({ plan }: { plan: LadderPlan }): ReactElement {
  const { mean, wide } = plan
  return (
    <>
      {wide ? (
        <>
          <Words x={mean.x} y={11} size={11} tone="muted">
            mean, 1 to 5, with interval
          </Words>
          <Words x={plan.width} y={11} size={11} tone="muted" anchor="end">
            favourable
          </Words>
        </>
      ) : null}
      {mean.ticks.map((tick) => (
        <g key={tick.label}>
          {wide ? <line className="tl-hairline" x1={tick.x} x2={tick.x} y1={36} y2={plan.bottom} /> : null}
          <Words x={tick.x} y={wide ? 30 : plan.height - 16} size={11} tone="muted" anchor="middle">
            {tick.label}
          </Words>
        </g>
      ))}
      {wide ? null : (
        <Words x={0} y={plan.height - 2} size={11} tone="muted">
          mean, 1 to 5, with interval
        </Words>
      )}
    </>
  )
}

interface RungProps {
  rung: LadderRung
  plan: LadderPlan
  bars: DivergingScale
  hatch: string
  onSelect: (() => void) | undefined
  selected: boolean
}

function Rung({ rung, plan, bars, hatch, onSelect, selected }: RungProps): ReactElement {
  const { row, y } = rung
  const { wide, bar, mean } = plan
  const favourable =
    row.mean === null || row.favourable === null ? "" : formatShare(row.favourable, row.bounds?.favourable)
  const answered = `${formatCount(row.n)} of ${formatCount(row.invited)}`
  const figures =
    row.mean === null
      ? hiddenWords(row.hidden)
      : `mean ${formatMean(row.mean, row.bounds?.mean)}${favourable === "" ? "" : `, ${favourable} favourable`}`
  const area = { x: 0, y: rung.top + 2, width: plan.width, height: rung.height - (wide ? 4 : 26) }
  return (
    <>
      <Mark
        label={`${row.label}: ${figures}, ${answered} answered`}
        area={area}
        onSelect={onSelect}
        selected={selected}
      >
        {rung.label.map((line, index) => (
          <Words key={line} x={0} y={rung.labelY + index * 16} size={13} weight={600}>
            {line}
          </Words>
        ))}
        <Words
          x={wide ? 0 : plan.width}
          y={wide ? rung.labelY + rung.label.length * 16 : rung.labelY}
          size={12}
          tone="muted"
          anchor={wide ? "start" : "end"}
        >
          {answered}
        </Words>
        <line
          className="tl-unknown-line"
          x1={round(bars(0))}
          x2={round(bars(0))}
          y1={rung.barY - 4}
          y2={rung.barY + bar.height + 4}
        />
        <DivergingBar
          shares={row.shares}
          bounds={row.shares?.length === 3 ? boundsOfThree(row) : undefined}
          scale={bars}
          y={rung.barY}
          height={bar.height}
          hatch={hatch}
          x={bar.x}
          width={bar.width}
        />
        {wide ? null : <line className="tl-hairline" x1={mean.x} x2={mean.to} y1={y} y2={y} />}
        {row.mean === null ? (
          <HiddenBox
            x={mean.x + 6}
            y={y - 5}
            width={mean.to - mean.x - 6}
            height={10}
            hatch={hatch}
            words=""
          />
        ) : (
          <>
            {row.low == null || row.high == null ? null : (
              <line
                className="tl-soft-line"
                strokeWidth={10}
                x1={round(mean.place(row.low))}
                x2={round(mean.place(row.high))}
                y1={y}
                y2={y}
              />
            )}
            {row.outer ? (
              <path
                className="tl-unknown-line"
                strokeWidth={1.5}
                d={`M${round(mean.place(row.outer.low))},${y - 4}v8m0,-4H${round(mean.place(row.outer.high))}m0,-4v8`}
              />
            ) : null}
            <circle
              className={row.bounds?.mean === undefined ? "tl-line-fill" : "tl-line-fill tl-bound"}
              cx={round(mean.place(row.mean))}
              cy={y}
              r={5}
            />
            <Words x={mean.labelX} y={y + 5} size={wide ? 15 : 14} weight={650} anchor={mean.labelAnchor}>
              {formatMean(row.mean, row.bounds?.mean)}
            </Words>
          </>
        )}
        <Words x={plan.width} y={y + 5} size={wide ? 15 : 12} weight={wide ? 650 : 400} anchor="end">
          {favourable === "" || wide ? favourable : `${favourable} favourable`}
        </Words>
        {rung.note.map((line, index) => (
          <Words key={line} x={bar.x} y={rung.noteY + index * 15} size={12} tone="muted">
            {line}
          </Words>
        ))}
      </Mark>
      {rung.step ? <StepWords rung={rung} step={rung.step} plan={plan} /> : null}
    </>
  )
}

/** In the order in which the three shares stand. */
const boundsOfThree = ({ bounds }: LadderRow): readonly Bound[] => [
  bounds?.unfavourable,
  bounds?.neutral,
  bounds?.favourable,
]

function StepWords({
  rung,
  step,
  plan,
}: {
  rung: LadderRung
  step: ChartStep
  plan: LadderPlan
}): ReactElement {
  const range = formatInterval(step.low, step.high)
  const tone = step.confirmed ? "break-words" : (step.high ?? 0) < 0 ? "ink" : "muted"
  const words = `${formatDifference(step.difference)}${range === "" ? "" : ` (${range})`}${step.confirmed ? " break" : ""}`
  return (
    <>
      {plan.wide ? null : (
        <path
          className="tl-unknown-line"
          strokeWidth={1.25}
          d={`M6,${rung.stepY - 13}v10m-3.5,-4l3.5,4l3.5,-4`}
        />
      )}
      <Words x={rung.stepX} y={rung.stepY} size={12} tone={tone} anchor={rung.stepAnchor} halo={plan.wide}>
        {plan.wide ? words : `${words} at this step`}
      </Words>
    </>
  )
}
