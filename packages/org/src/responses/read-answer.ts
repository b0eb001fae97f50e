import { knownAnswer } from "./answer-labels.ts"
import type { ColumnSummary } from "./describe-responses.ts"

/** "five": 1 to 5; "hundred": 0 to 100; "words": texts only. */
export type AnswerScale = "five" | "hundred" | "words"

/** What the numbers of a column can only be; null: numbers of a scale that is not known here (1 to 7, 0 to 10). */
export function scaleOf({ numbers }: Pick<ColumnSummary, "numbers">): AnswerScale | null {
  if (numbers === null) return "words"
  const { least, most, whole } = numbers
  if (whole && least >= 1 && most <= 5) return "five"
  return least >= 0 && most <= 100 && most > 10 ? "hundred" : null
}

/**
 * A cell → 1 to 5, 0 "cannot say", -1 not answered; undefined: not understood. What HR says a text means comes first. Of
 * 0 to 100 the nearest of the five steps 0, 25, 50, 75, 100 counts, which exports of five answers hit exactly.
 */
export function readAnswer(
  cell: string,
  scale: AnswerScale | null,
  chosen: ReadonlyMap<string, number | null>,
): number | undefined {
  if (cell === "") return -1
  const said = chosen.get(cell)
  if (said !== undefined) return said ?? -1
  const number = numberIn(cell)
  if (number === undefined) return knownAnswer(cell)
  if (scale === "five" && Number.isInteger(number) && number >= 1 && number <= 5) return number
  if (scale === "hundred" && number >= 0 && number <= 100) return Math.round(number / 25) + 1
  return undefined
}

/** "4", "4.0", "75,5", "75 %". */
export function numberIn(cell: string): number | undefined {
  if (!/^-?\d{1,6}([.,]\d{1,10})?( ?%)?$/.test(cell)) return undefined
  return Number(cell.replace(/ ?%$/, "").replace(",", "."))
}
