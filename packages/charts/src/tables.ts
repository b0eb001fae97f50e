import type { CutCohort } from "./cut-chart.tsx"
import { formatCount, formatDifference, formatInterval, formatMean, formatShare, tooFew } from "./format.ts"
import type { LadderRow } from "./ladder.tsx"
import type { MeasureRow } from "./measure-bars.tsx"
import type { ParticipationRow } from "./participation-chart.tsx"
import { type ChartStep, stepBetween } from "./step-between.ts"
import type { ThroughlineLayer } from "./throughline.tsx"
import type { UnitLayerGridProps } from "./unit-layer-grid.tsx"

/** The table behind a chart, in words ready to print. The first column names the row. */
export interface ChartTable {
  columns: { id: string; label: string; numeric: boolean }[]
  /** one cell a column; "" where there is nothing to say */
  rows: { id: string; cells: string[] }[]
}

const words = (id: string, label: string) => ({ id, label, numeric: false })
const figures = (id: string, label: string) => ({ id, label, numeric: true })

const meanOf = (mean: number | null, coded?: boolean) => (mean === null ? tooFew : formatMean(mean, coded))
const shareOf = (share: number | null, coded?: boolean) =>
  share === null ? tooFew : formatShare(share, coded)

function rangeOf(low?: number | null, high?: number | null): string {
  return low == null || high == null ? "" : `${formatMean(low)} to ${formatMean(high)}`
}

function stepCells(step: ChartStep | null): [string, string] {
  return step ? [formatDifference(step.difference), formatInterval(step.low, step.high)] : ["", ""]
}

const stepColumns = [
  figures("step", "Change to the next layer"),
  figures("step-range", "95% interval of the change"),
]

/** The table behind the Throughline. */
export function throughlineTable(
  layers: readonly ThroughlineLayer[],
  steps: readonly (ChartStep | null)[] = [],
): ChartTable {
  return {
    columns: [
      words("layer", "Layer"),
      figures("mean", "Mean (1 to 5)"),
      figures("range", "95% interval"),
      figures("n", "Answered"),
      ...stepColumns,
    ],
    rows: layers.map((layer, index) => ({
      id: layer.id,
      cells: [
        layer.label,
        meanOf(layer.mean, layer.coded),
        layer.mean === null ? "" : rangeOf(layer.low, layer.high),
        layer.mean === null ? "" : formatCount(layer.n),
        ...stepCells(stepBetween(steps, layers, index)),
      ],
    })),
  }
}

const answerColumns = ["Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree"].map(
  (label, index) => figures(`share-${index + 1}`, `${label} (%)`),
)

/** The table behind the Ladder. */
export function ladderTable(
  rows: readonly LadderRow[],
  steps: readonly (ChartStep | null)[] = [],
): ChartTable {
  return {
    columns: [
      words("layer", "Layer"),
      figures("n", "Answered"),
      figures("invited", "Invited"),
      figures("mean", "Mean (1 to 5)"),
      figures("range", "95% interval"),
      figures("favourable", "Favourable"),
      ...answerColumns,
      ...stepColumns,
    ],
    rows: rows.map((row, index) => ({
      id: row.id,
      cells: [
        row.label,
        formatCount(row.n),
        formatCount(row.invited),
        meanOf(row.mean, row.coded),
        row.mean === null ? "" : rangeOf(row.low, row.high),
        shareOf(row.mean === null ? null : row.favourable, row.coded),
        ...[0, 1, 2, 3, 4].map((answer) => (row.shares ? String(row.shares[answer] ?? "") : tooFew)),
        ...stepCells(stepBetween(steps, rows, index)),
      ],
    })),
  }
}

/** The table behind the CutChart: one row a cohort. */
export function cutTable(cohorts: readonly CutCohort[]): ChartTable {
  const kinds = { pure: "one layer", mixed: "several layers", top: "the top group" }
  return {
    columns: [
      words("cohort", "Cohort"),
      figures("size", "Invited"),
      words("kind", "Spans"),
      words("merged", "Why merged"),
    ],
    rows: cohorts.map((cohort) => ({
      id: String(cohort.id),
      cells: [cohort.label, formatCount(cohort.size), kinds[cohort.kind], cohort.merged ?? ""],
    })),
  }
}

/** The table behind the ParticipationChart. */
export function participationTable(rows: readonly ParticipationRow[]): ChartTable {
  return {
    columns: [words("group", "Group"), figures("rate", "Answered"), figures("invited", "Invited")],
    rows: rows.map((row) => ({
      id: row.id,
      cells: [row.label, shareOf(row.rate, true), formatCount(row.invited)],
    })),
  }
}

/** The table behind the UnitLayerGrid. */
export function unitLayerTable(props: Pick<UnitLayerGridProps, "units" | "layers" | "cells">): ChartTable {
  return {
    columns: [
      words("unit", "Unit"),
      ...props.layers.map((layer) => figures(`layer-${layer.layer}`, layer.label)),
    ],
    rows: props.units.map((unit) => ({
      id: unit.id,
      cells: [
        unit.name,
        ...props.layers.map((layer) => {
          const cell = props.cells(unit.id, layer.layer)
          return cell === "none" ? "" : cell === "hidden" ? tooFew : formatMean(cell.mean)
        }),
      ],
    })),
  }
}

/** The table behind the MeasureBars. */
export function measureTable(rows: readonly MeasureRow[]): ChartTable {
  return {
    columns: [
      words("measure", "Measure"),
      figures("mean", "Mean (1 to 5)"),
      figures("range", "95% interval"),
      figures("favourable", "Favourable"),
      figures("n", "Answered"),
      figures("reference", "Whole organization"),
    ],
    rows: rows.map((row) => {
      const hidden = row.hidden === "not-asked" ? "not asked" : tooFew
      return {
        id: row.id,
        cells: [
          row.label,
          row.mean === null ? hidden : formatMean(row.mean, row.coded),
          row.mean === null ? "" : rangeOf(row.low, row.high),
          row.mean === null ? "" : shareOf(row.favourable, row.coded),
          row.mean === null ? "" : formatCount(row.n),
          row.reference == null ? "" : formatMean(row.reference),
        ],
      }
    }),
  }
}
