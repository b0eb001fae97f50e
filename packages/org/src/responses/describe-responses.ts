import { knownAnswer } from "./answer-labels.ts"
import { numberIn, scaleOf } from "./read-answer.ts"
import { headerRole, type ResponseRole } from "./response-headers.ts"
import type { ResponseTable } from "./response-table.ts"

export interface ColumnSummary {
  header: string
  filled: number
  /** Of the cells that are numbers; null: there are none. */
  numbers: { count: number; least: number; most: number; whole: boolean } | null
  /** Values that are no numbers, or, where they are few, all values, with how often they stand there; null: too many. */
  values: { value: string; rows: number }[] | null
}

export interface DescribedColumn extends ColumnSummary {
  /** What it seems to be. */
  role: ResponseRole
  /** The question without the code that an export puts before it. */
  text: string
}

/** More different values than this are not listed. */
const VALUES = 40

/** Looks through a file once: what stands in each column, and what it seems to be. */
export function describeResponses(table: ResponseTable): { rows: number; columns: DescribedColumn[] } {
  const found = table.headers.map(() => ({
    filled: 0,
    count: 0,
    least: Number.POSITIVE_INFINITY,
    most: Number.NEGATIVE_INFINITY,
    whole: true,
    values: new Map<string, number>() as Map<string, number> | null,
  }))
  let rows = 0
  table.each((cells) => {
    rows++
    found.forEach((column, at) => {
      const cell = cells[at] ?? ""
      if (cell === "") return
      column.filled++
      const number = numberIn(cell)
      if (number !== undefined) {
        column.count++
        column.least = Math.min(column.least, number)
        column.most = Math.max(column.most, number)
        column.whole &&= Number.isInteger(number)
      }
      if (column.values === null) return
      if (cell.length > 200 || (column.values.size >= VALUES && !column.values.has(cell)))
        column.values = null
      else column.values.set(cell, (column.values.get(cell) ?? 0) + 1)
    })
  })
  const columns = found.map(({ filled, count, least, most, whole, values }, at): DescribedColumn => {
    const summary: ColumnSummary = {
      header: table.headers[at] ?? "",
      filled,
      numbers: count === 0 ? null : { count, least, most, whole },
      values:
        values &&
        [...values]
          .map(([value, times]) => ({ value, rows: times }))
          .sort((a, b) => b.rows - a.rows || (a.value < b.value ? -1 : 1)),
    }
    return { ...summary, role: roleOf(summary), text: questionText(summary.header) }
  })
  return { rows, columns }
}

function roleOf(summary: ColumnSummary): ResponseRole {
  const named = headerRole(summary.header)
  if (named !== null) return named
  return isAnswers(summary) ? "item" : "none"
}

/** Most of the cells are answers of a scale that is known here. */
function isAnswers(summary: ColumnSummary): boolean {
  const { filled, numbers, values } = summary
  if (filled === 0 || scaleOf(summary) === null) return false
  const texts = (values ?? []).filter(({ value }) => numberIn(value) === undefined)
  const answers = texts.filter(({ value }) => knownAnswer(value) !== undefined)
  const known = (numbers?.count ?? 0) + answers.reduce((sum, { rows }) => sum + rows, 0)
  return (numbers !== null || answers.length >= 2) && known * 10 >= filled * 9
}

/** "G01Q02[SQ001]. I know our goals." and "Q5: I know our goals." are "I know our goals."; a bare code stays. */
function questionText(header: string): string {
  const inside = /^[A-Za-z][\w-]*\. .*\[([^[\]]{4,})\]$/.exec(header)
  if (inside) return inside[1] as string
  const text = header.replace(/^[A-Za-z]{0,6}\d[\w[\]-]{0,20}\s*[.:)–-]\s+/, "").trim()
  return text === "" ? header : text
}
