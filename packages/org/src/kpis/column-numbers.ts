import type { Decimals } from "./kpi-file.ts"
import { type ReadCell, readText, SAYS } from "./read-value.ts"

/** A column's cells as numbers, NaN where a cell is blank; or the place of the first cell that is none. */
export type ColumnNumbers = { values: Float64Array } | { fault: number }

/**
 * Columns of one table, each all numbers or none. What stands before the decimals is said by the cells of all columns
 * together (a point, where none of them says), so that 1.234 is the same everywhere.
 */
export function columnNumbers(columns: readonly (readonly string[])[]): ColumnNumbers[] {
  const cell: ReadCell = { value: 0, says: 0, isPercent: false }
  let [points, commas] = [0, 0]
  for (const cells of columns)
    for (const text of cells) {
      const read = readText(cell, text, "point")
      if (read === "other-decimals") commas++
      else if (read === "read" && cell.says === SAYS.point) points++
    }
  const decimals: Decimals = commas > points ? "comma" : "point"
  return columns.map((cells) => {
    const values = new Float64Array(cells.length).fill(Number.NaN)
    for (const [at, text] of cells.entries()) {
      const read = readText(cell, text, decimals)
      if (read === "read") values[at] = cell.value
      else if (read !== "blank") return { fault: at }
    }
    return { values }
  })
}
