import type { FoundColumns } from "./find-columns.ts"
import { publishedLimits } from "./limits.ts"
import { isBlank, readCount, readOrder, readPercent } from "./read-number.ts"
import { type PublishedField, type PublishedIssue, publishedFields, type ReadRow } from "./types.ts"

export interface RawRow {
  number: number
  cells: string[]
}

/** A row, by its number in the file; its percent as it stands there. */
export interface NumberedRow {
  number: number
  row: ReadRow & { isSigned: boolean }
}

/** One row, or why it is not counted. */
export function readRow(
  { number, cells }: RawRow,
  { at, kind }: FoundColumns,
  headers: readonly string[],
): NumberedRow | { issue: PublishedIssue } {
  const refused = (
    code: "missing-value" | "not-a-number",
    index: number,
    why: string,
  ): { issue: PublishedIssue } => {
    const column = headers[index] ?? ""
    return {
      issue: { code, row: number, column, message: `Row ${number} is not counted: ${why}.`, repair: null },
    }
  }
  const texts: Partial<Record<PublishedField, string>> = {}
  for (const field of publishedFields) {
    for (const index of at[field] ?? []) {
      const cell = cells[index] ?? ""
      if (isBlank(cell)) {
        const said = cell === "" ? "is empty" : `says “${cell}”`
        return refused("missing-value", index, `its cell “${headers[index]}” ${said}`)
      }
      if (cell.length > publishedLimits.text)
        return refused(
          "not-a-number",
          index,
          `its cell “${headers[index]}” is longer than ${publishedLimits.text} characters`,
        )
      texts[field] = cell
    }
  }
  const wrong = (field: PublishedField, what: string) => {
    const index = at[field]?.[0] ?? -1
    return refused("not-a-number", index, `“${texts[field]}” in “${headers[index]}” is no ${what}`)
  }
  const respondents = readCount(texts.respondents ?? "")
  if (respondents === undefined) return wrong("respondents", "whole number of people")
  if (respondents === 0) return wrong("respondents", "number of people from 1 up")
  const order = kind === "units" ? null : readOrder(texts.order ?? "")
  if (order === undefined) return wrong("order", "place in an order")
  const parts = (at.percent ?? []).map((index) => readPercent(cells[index] ?? ""))
  let percent = 0
  for (const part of parts) {
    if (part === undefined || part.value > 100) return wrong("percent", "percent from 0 to 100")
    percent += part.value
  }
  const { wave, group, level = "", code, question = "" } = texts
  return {
    number,
    row: {
      // Programs that know no whole numbers write 2013.0.
      wave: wave?.replace(/^(\d+)\.0+$/, "$1") ?? null,
      group: group ?? null,
      ...{ level, order, respondents, question, percent },
      code: code ?? null,
      isSigned: parts.some((part) => part?.isSigned),
    },
  }
}
