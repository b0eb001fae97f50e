// The table behind each picture: the same figures, nothing more. It leaves as CSV as it stands.

import type { Cell, Release, ReleaseGroup } from "@throughline/analysis"
import { formatShare } from "@throughline/charts"
import type { ViewedRelease } from "../api.ts"
import type { CsvCell } from "../csv.ts"
import { points, signed } from "../format.ts"
import type { FigureTable } from "../frame/figure.tsx"
import { hiddenText, intervalText, meanCell, shareText, TOO_FEW } from "./cell-text.ts"
import { outerInterval, unitColumns, unitHeads } from "./how-reliable.ts"
import { measureName } from "./measure-names.ts"
import { cellOf, groupOf, layerName, layersOf, rootOf, stepsOf, units, wholeName } from "./release-groups.ts"

function cellColumns(cell: Cell): CsvCell[] {
  if (cell.state === "hidden") return [hiddenText(cell), "", "", "", "", "", ""]
  return [
    meanCell(cell),
    intervalText(cell.interval),
    shareText(cell, "favourable"),
    shareText(cell, "neutral"),
    shareText(cell, "unfavourable"),
    shareText(cell, "cannotSay"),
    cell.n,
  ]
}

const cellHeads = [
  "Mean (1 to 5)",
  "95% interval",
  "Favourable",
  "Neutral",
  "Unfavourable",
  "Cannot say",
  "Answers",
]

export function ladderTable(release: Release, group: string, measure: string): FigureTable {
  const layers = layersOf(release, group)
  const outer = layers.map((row) => outerInterval(release, group, measure, row))
  const isTold = outer.some((one) => one !== undefined)
  return {
    caption: `${measureName(release.measures, measure)} by layer, ${groupOf(release, group)?.name ?? ""}`,
    columns: [
      ...["Layer", ...cellHeads, "Invited", ...[1, 2, 3, 4, 5].map((answer) => `Answered ${answer}`)],
      ...(isTold ? ["95% interval, allowing for how leaders differ"] : []),
    ],
    rows: layers.map((row, at) => [
      layerName(row),
      ...cellColumns(cellOf(row, measure)),
      row.covered,
      ...distribution(row, measure),
      ...(isTold ? [outer[at] ? `${points(outer[at].low)} to ${points(outer[at].high)}` : ""] : []),
    ]),
  }
}

function distribution(row: ReleaseGroup, measure: string): CsvCell[] {
  const shares = row.distributions[measure]
  if (shares === undefined) return ["", "", "", "", ""]
  if (shares.state === "hidden") return [hiddenText(shares), "", "", "", ""]
  // Told only where no figure of the cell is a bound.
  return shares.shares.map((share) => formatShare(share))
}

export function stepTable(release: Release, group: string, measure: string): FigureTable {
  const name = (id: string) => {
    const found = groupOf(release, id)
    return found ? layerName(found) : id
  }
  return {
    caption: `${measureName(release.measures, measure)}: change from layer to layer`,
    columns: ["From", "To", "Change in scale points", "95% interval (description)"],
    rows: stepsOf(release, group, measure).map((step) => [
      name(step.from),
      name(step.to),
      signed(step.difference),
      intervalText(step.interval),
    ]),
  }
}

/** Measures (constructs, or the items of one) of one group, with the whole organization beside a unit. */
export function measuresTable(
  release: ViewedRelease,
  group: string,
  measures: readonly { id: string; label: string }[],
  caption: string,
  head: "Construct" | "Item",
): FigureTable {
  const shown = groupOf(release, group)
  const all = groupOf(release, rootOf(release))
  const compared = group !== rootOf(release) && all !== undefined
  return {
    caption,
    columns: [head, ...cellHeads, ...(compared ? [`${sentenceStart(wholeName(release))}, mean`] : [])],
    rows: measures.map(({ id, label }) => {
      const whole = cellOf(all, id)
      return [label, ...cellColumns(cellOf(shown, id)), ...(compared ? [meanCell(whole)] : [])]
    }),
  }
}

const meeting = (release: Release, unit: ReleaseGroup, layer: number) =>
  layersOf(release, unit.id).find((row) => row.layers[0] <= layer && layer <= row.layers[1])

/** What stands where a unit and a layer meet: a figure, too few, or nobody. */
export function unitLayerCell(release: Release, unit: ReleaseGroup, layer: number, measure: string) {
  const found = meeting(release, unit, layer)
  if (!found) return layer < unit.layers[0] || layer > unit.layers[1] ? "none" : "hidden"
  const cell = cellOf(found, measure)
  return cell.state === "shown" ? cell : "hidden"
}

/** Layers on which any unit stands, from the top down. */
export function gridLayers(release: Release): number[] {
  const layers = new Set<number>()
  for (const unit of units(release)) for (let at = unit.layers[0]; at <= unit.layers[1]; at++) layers.add(at)
  return [...layers].sort((a, b) => a - b)
}

export function gridTable(release: Release, shown: readonly ReleaseGroup[], measure: string): FigureTable {
  const layers = gridLayers(release)
  const isTold = release.statistics?.[measure] !== undefined
  return {
    caption: `${measureName(release.measures, measure)}: means by unit and layer`,
    columns: ["Unit", "All layers", ...layers.map((layer) => `Layer ${layer}`), ...(isTold ? unitHeads : [])],
    rows: shown.map((unit) => {
      const whole = cellOf(unit, measure)
      return [
        unit.name,
        meanCell(whole),
        ...layers.map((layer): CsvCell => {
          const cell = unitLayerCell(release, unit, layer, measure)
          if (cell === "none") return ""
          if (cell !== "hidden") return meanCell(cell)
          const there = cellOf(meeting(release, unit, layer), measure)
          return there.state === "hidden" ? hiddenText(there) : TOO_FEW
        }),
        ...(isTold ? unitColumns(release, unit.id, measure) : []),
      ]
    }),
  }
}

export function responseTable(groups: readonly ReleaseGroup[], caption: string): FigureTable {
  return {
    caption,
    columns: ["Group", "Answered (%)", "Answered", "Invited"],
    rows: groups.map((group) => [
      group.kind === "layer" ? layerName(group) : group.name,
      group.responseRate,
      group.respondents,
      group.covered,
    ]),
  }
}

function sentenceStart(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}
