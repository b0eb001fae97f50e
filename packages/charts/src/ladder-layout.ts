import { curveBumpY, line } from "d3-shape"
import { formatDifference, formatInterval } from "./format.ts"
import type { LadderRow } from "./ladder.tsx"
import { meanScale, shownValues } from "./mean-scale.ts"
import { type ChartStep, stepBetween } from "./step-between.ts"
import { textWidth, wrap } from "./text-width.ts"
import { round } from "./words.tsx"

export interface LadderRung {
  row: LadderRow
  top: number
  height: number
  label: string[]
  labelY: number
  barY: number
  /** centre of the mean's dot */
  y: number
  note: string[]
  noteY: number
  step: ChartStep | null
  stepX: number
  stepY: number
  stepAnchor: "start" | "end"
}

export interface LadderPlan {
  wide: boolean
  width: number
  height: number
  /** where the last row ends */
  bottom: number
  keyWidth: number
  bar: { x: number; width: number; height: number }
  mean: {
    x: number
    /** where the axis ends */
    to: number
    place: (mean: number) => number
    ticks: { x: number; label: string }[]
    labelX: number
    labelAnchor: "start" | "end"
  }
  rungs: LadderRung[]
  /** the small throughline that links the means, where consecutive layers show them */
  link: string
}

/** From 720 px the mean has a column of its own; below, each row is a small stack for a phone. */
export function layOutLadder(
  rows: readonly LadderRow[],
  steps: readonly (ChartStep | null)[] | undefined,
  available: number,
): LadderPlan {
  const wide = available >= 720
  const width = Math.min(available, 1120)
  const labelWidth = wide
    ? Math.min(190, available * 0.2, Math.max(96, ...rows.map((row) => textWidth(row.label, 13, 600))))
    : 0
  const panelWidth = wide ? Math.min(300, width * 0.29) : width - 178
  const favourableWidth = 76
  const barX = wide ? labelWidth + 24 : 0
  const panelX = wide ? width - favourableWidth - panelWidth : 6
  const bar = { x: barX, width: wide ? panelX - 32 - barX : width, height: wide ? 28 : 24 }
  const scale = meanScale(shownValues(rows), panelX + 6, panelX + panelWidth - (wide ? 44 : 0))
  const place = (mean: number) => scale.x(mean)
  let top = 34
  const rungs = rows.map((row, index): LadderRung => {
    const label = wrap(row.label, wide ? labelWidth + 8 : width - 110, 13, wide ? 2 : 1, 600)
    const note = row.note ? wrap(row.note, bar.width, 12, 2) : []
    const step = stepBetween(steps, rows, index)
    const stepRoom = index < rows.length - 1 ? 26 : 0
    const height = (wide ? 74 : 78 + stepRoom) + note.length * 15
    const barY = top + (wide ? 23 : 26)
    const y = wide ? barY + bar.height / 2 : barY + bar.height + 17
    const rung: LadderRung = {
      row,
      top,
      height,
      label,
      labelY: wide ? y + 4 - label.length * 8 : top + 18,
      barY,
      y,
      note,
      noteY: wide ? barY + bar.height + 16 : y + 22,
      step,
      ...placeStep(step, row, rows[index + 1], place, panelX, width - (wide ? 4 : 0)),
      stepY: wide ? top + height + 4 : top + height - 6,
    }
    if (!wide) {
      rung.stepX = 18
      rung.stepAnchor = "start"
    }
    top += height
    return rung
  })
  return {
    wide,
    width,
    height: top + (wide ? 4 : 34),
    bottom: top,
    keyWidth: wide ? bar.width : width,
    bar,
    mean: {
      x: panelX,
      to: panelX + panelWidth - (wide ? 44 : 0),
      place,
      ticks: scale.ticks.map((tick) => ({ x: round(scale.x(tick)), label: tick.toFixed(1) })),
      labelX: wide ? panelX + panelWidth : panelX + panelWidth + 16,
      labelAnchor: wide ? "end" : "start",
    },
    rungs,
    link: wide ? linkOf(rungs, place) : "",
  }
}

/** The step's words stand right of the little line, or left of it when the panel ends. */
function placeStep(
  step: ChartStep | null,
  upper: LadderRow,
  lower: LadderRow | undefined,
  place: (mean: number) => number,
  from: number,
  to: number,
): { stepX: number; stepAnchor: "start" | "end" } {
  const xs = [upper.mean, lower?.mean ?? null].flatMap((mean) => (mean === null ? [] : [place(mean)]))
  if (!step || xs.length === 0) return { stepX: from, stepAnchor: "start" }
  const words = `${formatDifference(step.difference)} (${formatInterval(step.low, step.high)}) break`
  const right = Math.max(...xs) + 14
  if (right + textWidth(words, 12) <= to) return { stepX: right, stepAnchor: "start" }
  return { stepX: Math.min(...xs) - 14, stepAnchor: "end" }
}

/** The link stops at what is hidden or only a bound and at a confirmed break: the gap is the message. */
function linkOf(rungs: readonly LadderRung[], place: (mean: number) => number): string {
  const shape = line<LadderRung>()
    .defined(({ row }) => row.mean !== null && row.bounds?.mean === undefined)
    .x((rung) => round(place(rung.row.mean ?? 0)))
    .y((rung) => round(rung.y))
    .curve(curveBumpY)
  const torn = rungs.flatMap((rung, index) => (rung.step?.confirmed ? [index + 1] : []))
  return [0, ...torn].map((from, at) => shape(rungs.slice(from, torn[at])) ?? "").join("")
}
