import type { FoundColumns } from "./find-columns.ts"
import type { NumberedRow } from "./read-row.ts"
import type { PublishedColumns, PublishedIssue } from "./types.ts"

/**
 * What only the whole column says: that shares of 1 are meant, and to how many digits the percents were told. Figures
 * count as whole unless half of them have a fraction: ".0" says nothing about how they were rounded.
 */
export function settleFigures(
  read: readonly NumberedRow[],
  { at, isScore }: FoundColumns,
  columns: PublishedColumns,
): { rows: NumberedRow[]; rounding: number; notes: string[]; issues: PublishedIssue[] } {
  const notes: string[] = []
  const values = read.map(({ row }) => row.percent)
  const isShare =
    values.every((value) => value <= 1) &&
    values.some((value) => value > 0 && value < 1) &&
    !read.some(({ row }) => row.isSigned)
  if (isShare) notes.push(`“${columns.percent}” is never above 1: taken as shares, 0.34 as 34 %.`)
  if (isScore)
    notes.push(
      `There is no percent; the mean score of 0 to 100 in “${columns.percent}” stands for it. Intervals of means are at most too wide.`,
    )
  const parts = at.percent?.length ?? 1
  const scaled = values.map((value) => tidy(isShare ? 100 * value : value))
  const fractions = scaled.filter((value) => !Number.isInteger(value))
  const digits = fractions.length * 2 < scaled.length ? 0 : Math.max(0, ...fractions.map(decimals))
  const rounding = (parts * 0.5) / 10 ** digits
  const rows: NumberedRow[] = []
  const issues: PublishedIssue[] = []
  read.forEach(({ number, row }, index) => {
    const percent = scaled[index] as number
    if (percent > 100 + rounding)
      issues.push({
        ...{ code: "not-a-number", row: number, column: columns.percent ?? null, repair: null },
        message: `Row ${number} is not counted: its answers in “${columns.percent}” add up to ${percent} %.`,
      })
    else rows.push({ number, row: { ...row, percent: Math.min(100, percent) } })
  })
  return { rows, rounding, notes, issues }
}

/** Without the tail that 100 * 0.29 has in a computer. */
const tidy = (value: number) => Math.round(value * 1e6) / 1e6

const decimals = (value: number) => String(value).split(".")[1]?.length ?? 0
