import { formatFigure } from "@throughline/charts"

/** "51%", "1,204 thousand €", "3.2": a figure with what it is measured in. */
export function amount(value: number, measure: string): string {
  return `${formatFigure(value)}${unitOf(measure)}`
}

/** "8 to 14%", "512 to 550 thousand €". */
export function range(low: number, high: number, measure: string): string {
  const [from, to] = [formatFigure(low), formatFigure(high)]
  return from === to ? `${from}${unitOf(measure)}` : `${from} to ${to}${unitOf(measure)}`
}

/** However a file or somebody has written it. */
export const isPercent = (measure: string): boolean => measure === "%" || measure === "percent"

const unitOf = (measure: string): string => (measure === "" ? "" : isPercent(measure) ? "%" : ` ${measure}`)

/** "2.9 to 3.4 thousand € more", or less: what lies between the ends of an interval that leaves out 0. */
export function effectText({ low, high }: { low: number; high: number }, measure: string): string {
  return high < 0 ? `${range(-high, -low, measure)} less` : `${range(low, high, measure)} more`
}
