import type { ReleaseGroup } from "@throughline/analysis"
import type { UnitTree } from "./choose-units.ts"
import type { Place } from "./link-view.ts"

/** Of one measure in one survey, by unit. */
export interface ToldMeans {
  /** NaN where none is told. */
  means: Float64Array
  /** Persons behind the mean; 0 where none is told. */
  sizes: Float64Array
  hidden: number
  /** Told as "at least" or "at most" only: no value to correlate. */
  bound: number
  /** By unit 1: is one of those. */
  isBound: Uint8Array
}

/** The means that a release tells of its units, as it tells them. */
export function toldMeans(
  { ids }: UnitTree,
  groups: ReadonlyMap<string, Pick<ReleaseGroup, "cells">>,
  measure: string,
): ToldMeans {
  const means = new Float64Array(ids.length).fill(Number.NaN)
  const sizes = new Float64Array(ids.length)
  const isBound = new Uint8Array(ids.length)
  let [hidden, bound] = [0, 0]
  for (const [at, id] of ids.entries()) {
    const cell = groups.get(id)?.cells[measure]
    if (cell?.state !== "shown") {
      hidden++
      continue
    }
    if (cell.bounds?.mean !== undefined) {
      bound++
      isBound[at] = 1
      continue
    }
    means[at] = cell.mean
    sizes[at] = cell.n
  }
  return { means, sizes, hidden, bound, isBound }
}

/** By number of a label the unit that it stands for in this survey, -1 for none. */
export function unitOfLabels(
  places: ReadonlyMap<number, Place>,
  unitOf: ReadonlyMap<string, number>,
): Int32Array {
  let most = -1
  for (const label of places.keys()) most = Math.max(most, label)
  const units = new Int32Array(most + 1).fill(-1)
  for (const [label, place] of places) if ("group" in place) units[label] = unitOf.get(place.group) ?? -1
  return units
}

/**
 * A KPI's values of one period by unit, NaN where there is none. Two labels that stand for the same unit and both have a
 * value leave it without: nobody can say which of the two is meant. Answers how many units that happened to.
 */
export function valuesByUnit(into: Float64Array, values: Float64Array, units: Int32Array): number {
  into.fill(Number.NaN)
  const seen = new Uint8Array(into.length)
  for (let label = 0; label < Math.min(values.length, units.length); label++) {
    const [value, unit] = [values[label] as number, units[label] as number]
    if (unit < 0 || !Number.isFinite(value)) continue
    into[unit] = seen[unit] === 0 ? value : Number.NaN
    seen[unit] = Math.min(2, (seen[unit] as number) + 1)
  }
  return seen.reduce((sum, times) => sum + (times > 1 ? 1 : 0), 0)
}
