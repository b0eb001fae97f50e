// What a release says beside its means: the interval that allows for how leaders differ, and how far units can be ranked.

import type { Release, ReleaseGroup } from "@throughline/analysis"
import type { CsvCell } from "../csv.ts"
import { count, points } from "../format.ts"

/** Below it the mean of a unit is not fit for ranking. */
const RANKED = 0.6

/** A layer's mean as it would vary with its leaders too; told of the whole organization and the survey's main measure. */
export function outerInterval(
  release: Release,
  group: string,
  measure: string,
  row: ReleaseGroup,
): { low: number; high: number } | undefined {
  const primary = release.breaks?.measures.find((one) => one.primary)?.measure
  if (group !== "all" || primary !== measure || row.layer === null) return undefined
  const found = release.breaks?.whole?.profile.find(({ layer }) => layer === row.layer)
  return found && { low: found.low, high: found.high }
}

/** Which interval is which; the second only where it is drawn. */
export const intervalsText = (outer: boolean): string =>
  outer
    ? "Two 95% intervals: the broad band allows for who did not answer and is about these people now. The thin line also allows for how leaders differ; large units count for less in it, so the mean need not stand in its middle."
    : "The mean with its 95% interval, for who did not answer."

/** How many units of a measure can be ranked; "" where the release does not tell it. */
export function rankedText(release: Release, measure: string): string {
  const told = Object.values(release.statistics?.[measure]?.units ?? {})
  const known = told.flatMap(({ reliability }) => (reliability === null ? [] : [reliability]))
  if (known.length === 0) return ""
  const fit = known.filter((reliability) => reliability >= RANKED).length
  if (fit === known.length)
    return `${known.length === 1 ? "The unit" : `All ${count(known.length)} units`} that can be judged differ${known.length === 1 ? "s" : ""} by more than chance: they can be ranked by their mean.`
  return `${count(fit)} of ${count(known.length)} units can be ranked by their mean (reliability ${RANKED.toFixed(2)} or more); for the others the mean drawn towards the average says more.`
}

export const unitHeads = [
  "Drawn towards the average where few answered",
  "Reliability",
  "Agreement (0 to 1)",
  "Average distance from the mean",
]

/** The columns of `unitHeads` for one unit; empty where the release tells none. */
export function unitColumns(release: Release, unit: string, measure: string): CsvCell[] {
  const told = release.statistics?.[measure]?.units[unit]
  const number = (value: number | null | undefined, digits: number): CsvCell =>
    value == null ? "" : digits === 1 ? points(value) : value.toFixed(digits)
  return [
    number(told?.shrunk, 1),
    number(told?.reliability, 2),
    number(told?.agreement?.uniform, 2),
    number(told?.agreement?.averageDeviation, 1),
  ]
}
