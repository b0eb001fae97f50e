import type { FoundColumns } from "./find-columns.ts"
import type { NumberedRow } from "./read-row.ts"
import type { PublishedColumns, PublishedIssue } from "./types.ts"

/**
 * What only the whole column says: that shares of 1 are meant, and to how many digits the percents were told. Figures
 * count as whole unless half of them have a fraction: ".0" says nothing about how they were rounded. Most of the column
 * decides whether shares are meant, so that one strange row does not make a hundredth of all others; a figure that can
 * then be either is refused.
 */
export function settleFigures(
  read: readonly NumberedRow[],
  { at, isScore }: FoundColumns,
  columns: PublishedColumns,
): { rows: NumberedRow[]; rounding: number; notes: string[]; issues: PublishedIssue[] } {
  const notes: string[] = []
  const values = read.map(({ row }) => row.percent)
  const bare = read.filter(({ row }) => !row.isSigned).map(({ row }) => row.percent)
  const below = bare.filter((value) => value > 0 && value < 1).length
  const isShare = below > 0 && below > bare.filter((value) => value > 1).length
  if (isShare) notes.push(`“${columns.percent}” is taken as shares of 1: 0.34 as 34 %.`)
  if (isScore)
    notes.push(
      `There is no percent; the mean score of 0 to 100 in “${columns.percent}” stands for it. Intervals of means are at most too wide.`,
    )
  const parts = at.percent?.length ?? 1
  const isSigned = (index: number) => read[index]?.row.isSigned === true
  const scaled = values.map((value, index) => tidy(isShare && !isSigned(index) ? 100 * value : value))
  const sure = scaled.filter((value, index) => value >= 1 || isSigned(index))
  const fractions = sure.filter((value) => !Number.isInteger(value))
  const digits =
    fractions.length * 2 < sure.length
      ? 0
      : fractions.reduce((most, value) => Math.max(most, decimals(value)), 0)
  const rounding = (parts * 0.5) / 10 ** digits
  const rows: NumberedRow[] = []
  const issues: PublishedIssue[] = []
  read.forEach(({ number, row }, index) => {
    const percent = scaled[index] as number
    const value = values[index] as number
    const refuse = (why: string) =>
      issues.push({
        ...{ code: "not-a-number", row: number, column: columns.percent ?? null, repair: null },
        message: `Row ${number} is not counted: ${why}.`,
      })
    if (isShare && value > 1 + rounding / 100 && !row.isSigned)
      refuse(`${value} in “${columns.percent}” is no share of 1, as others are`)
    else if (!isShare && digits === 0 && value > 0 && value < 1 && !row.isSigned)
      refuse(
        `${value} in “${columns.percent}” can be a percent or a share of 1, and others are whole percents`,
      )
    else if (percent > 100 + rounding) refuse(`its answers in “${columns.percent}” add up to ${percent} %`)
    else rows.push({ number, row: { ...row, percent: Math.min(100, percent) } })
  })
  return { rows, rounding, notes, issues }
}

/** Without the tail that 100 * 0.29 has in a computer. */
const tidy = (value: number) => Math.round(value * 1e6) / 1e6

const decimals = (value: number) => String(value).split(".")[1]?.length ?? 0
