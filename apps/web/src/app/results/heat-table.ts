import type { ViewedRelease } from "../api.ts"
import type { CsvCell } from "../csv.ts"
import type { FigureTable } from "../frame/figure.tsx"
import { meanCell } from "./cell-text.ts"
import type { HeatColumn, HeatRow } from "./heat-rows.ts"
import { cellOf, groupOf, rootOf } from "./release-groups.ts"

/** Every unit, whatever the filter and the width leave of it on the screen, and everybody in the first row. */
export function heatTable(
  release: ViewedRelease,
  rows: readonly HeatRow[],
  columns: readonly HeatColumn[],
): FigureTable {
  const root = groupOf(release, rootOf(release))
  const all = [...(root ? [root] : []), ...rows.map(({ unit }) => unit)]
  const drawn = columns.filter(({ id }) => release.statistics?.[id] !== undefined)
  return {
    caption: "Means by unit and construct",
    columns: [
      "Unit",
      "Inside",
      "Answered",
      ...columns.map(({ label }) => label),
      ...drawn.map(({ label }) => `${label}, drawn towards the average where few answered`),
    ],
    rows: all.map((unit) => [
      unit.name,
      unit.id === root?.id ? "" : (groupOf(release, unit.parent ?? "")?.name ?? ""),
      unit.respondents,
      ...columns.map(({ id }) => meanCell(cellOf(unit, id))),
      ...drawn.map(({ id }): CsvCell => release.statistics?.[id]?.units[unit.id]?.shrunk ?? ""),
    ]),
  }
}
