// The sentence above the heat map: which unit stands furthest below, in what, and how sure that is.

import type { ViewedRelease } from "../api.ts"
import { count, points } from "../format.ts"
import type { ShownCell } from "./cell-text.ts"
import type { HeatColumn, HeatRow } from "./heat-rows.ts"
import { cellOf, wholeName } from "./release-groups.ts"
import type { Finding } from "./sentences.ts"

interface Low {
  row: HeatRow
  column: HeatColumn
  centre: number
  cell: ShownCell
  /** scale points below everybody's mean, as the release tells both */
  below: number
  /** what it is chosen by: where the release tells it, the mean drawn towards the average */
  by: number
}

/**
 * The lowest figure of all, against everybody's mean of the same construct. Of many figures the lowest lies low partly
 * by luck, the more so where few answered: it is chosen by the mean drawn towards the average where the release has it.
 */
export function furthestBelow(
  release: ViewedRelease,
  rows: readonly HeatRow[],
  columns: readonly HeatColumn[],
): Finding {
  const lows = columns.flatMap((column) => lowsOf(release, rows, column))
  const judged = lows.length
  const whole = wholeName(release)
  if (judged === 0) {
    return {
      headline: rows.length === 0 ? "No unit below has enough answers to show" : "Units cannot be compared",
      sure: `Only means that are told exactly can be set against the mean of ${whole}. Nothing is estimated for the others.`,
    }
  }
  const lowest = lows.reduce((least, one) => (one.by > least.by ? one : least))
  const { row, column, cell, centre, below } = lowest
  if (below < 0.05) {
    return {
      headline: `No unit stands below the mean of ${whole} in anything`,
      sure: `${count(judged)} figures can be compared.`,
    }
  }
  const many = judged > 1 ? ` The lowest of ${count(judged)} figures, which is partly luck.` : ""
  return {
    headline: `Furthest below: ${row.unit.name}, ${points(below)} scale points in ${inSentence(column.label)}`,
    sure: `${howSure(cell, centre, whole)}${many}${lowest.by === below ? "" : ` Where few answered, means are drawn towards the average before they are ranked: that leaves ${points(lowest.by)} points.`}`,
  }
}

function lowsOf(release: ViewedRelease, rows: readonly HeatRow[], column: HeatColumn): Low[] {
  const centre = column.centre
  if (centre === null || centre.bound !== undefined) return []
  const told = release.statistics?.[column.id]?.units
  return rows.flatMap((row) => {
    const cell = cellOf(row.unit, column.id)
    if (cell.state === "hidden" || cell.bounds?.mean !== undefined) return []
    const tenths = (mean: number) => Math.round((centre.mean - mean) * 10) / 10
    const below = tenths(cell.mean)
    const shrunk = told?.[row.unit.id]?.shrunk ?? null
    // Where others are drawn towards the average, whoever is not cannot be ranked with them.
    if (told !== undefined && shrunk === null) return []
    return [{ row, column, centre: centre.mean, cell, below, by: shrunk === null ? below : tenths(shrunk) }]
  })
}

function howSure(cell: ShownCell, centre: number, whole: string): string {
  const mean = `Mean ${points(cell.mean)}, ${whole} ${points(centre)}.`
  if (cell.interval === null) return `${mean} ${count(cell.n)} answered.`
  const { low, high } = cell.interval
  const range = `95% interval ${points(low)} to ${points(high)}, for who did not answer`
  return high < centre ? `${mean} ${range}.` : `${mean} ${range}: it may be nothing.`
}

/** "Mission clarity" inside a sentence; what is written in capitals stays so. */
const inSentence = (label: string) =>
  /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label
