import type { KpiColumns } from "./find-kpi-columns.ts"
import type { Decimals, KpiChoices, KpiFile } from "./kpi-file.ts"
import type { ColumnMarks } from "./read-cell.ts"
import { readText, SAYS } from "./read-value.ts"

/**
 * For each column the sign before its decimals: what its own cells say, else what all other columns of the file say, else it is asked.
 * Numbers that Excel wrote itself have a point.
 */
export function settleDecimals(
  headers: readonly string[],
  { values }: KpiColumns,
  marks: readonly ColumnMarks[],
  choices: KpiChoices,
  isWorkbook: boolean,
): { of: Decimals[]; asked: KpiFile["asked"]["decimals"]; notes: string[] } {
  const header = (column: number) => headers[values[column]?.at ?? -1] ?? ""
  const own = marks.map(({ says }, column) => {
    const { decimals = {} } = choices
    if (Object.hasOwn(decimals, header(column))) return decimals[header(column)]
    if (says[SAYS.point] === 0 && says[SAYS.comma] === 0) return undefined
    return says[SAYS.comma] > says[SAYS.point] ? ("comma" as const) : ("point" as const)
  })
  const said = new Set(own.filter((one) => one !== undefined))
  const [all] = said.size === 1 ? said : []
  const asked: KpiFile["asked"]["decimals"] = []
  const byOthers: string[] = []
  const of = own.map((decimals, column): Decimals => {
    if (decimals !== undefined) return decimals
    const { example } = marks[column] as ColumnMarks
    if (example === null || isWorkbook) return all ?? "point"
    if (all !== undefined) byOthers.push(header(column))
    else asked.push({ column: header(column), example, ...bothWays(example) })
    return all ?? "point"
  })
  const notes =
    byOthers.length === 0 || all === undefined
      ? []
      : [
          `Decimals stand behind a ${all} in the other columns; so they are read in ${byOthers.map((name) => `“${name}”`).join(", ")}.`,
        ]
  return { of, asked, notes }
}

function bothWays(example: string): { asPoint: number; asComma: number } {
  const as = (decimals: Decimals) => {
    const cell = { value: 0, says: 0, isPercent: false }
    readText(cell, example, decimals)
    return cell.value
  }
  return { asPoint: as("point"), asComma: as("comma") }
}
