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

const unitOf = (measure: string): string => (measure === "" ? "" : measure === "%" ? "%" : ` ${measure}`)
