import { packed } from "./packed.ts"

/** In place of a value: the one that is there is taken away. */
export const AWAY = Number.POSITIVE_INFINITY

export interface Merged {
  values: Float64Array
  /** A bit a unit: had no value before. */
  added: Uint8Array
  addedCount: number
  /** Units that had another value, what it was and what it is. */
  units: Int32Array
  before: Float64Array
  after: Float64Array
  unchanged: number
}

/**
 * One period's values with others put over them. NaN leaves what is there, AWAY takes it away.
 *
 * @param stored undefined: nothing is there of this period
 */
export function mergeValues(stored: Float64Array | undefined, over: Float64Array): Merged {
  if (stored === undefined && !over.includes(AWAY)) return firstValues(over)
  const length = Math.max(stored?.length ?? 0, over.length)
  const values = new Float64Array(length).fill(Number.NaN)
  if (stored) values.set(stored)
  const added = new Uint8Array(Math.ceil(length / 8))
  // A file may correct every value: lists that grow would be garbage of a hundred megabytes.
  const units = new Int32Array(stored === undefined ? 0 : over.length)
  const before = new Float64Array(units.length)
  const after = new Float64Array(units.length)
  let corrected = 0
  let addedCount = 0
  let unchanged = 0
  for (let unit = 0; unit < over.length; unit++) {
    const value = over[unit] as number
    if (Number.isNaN(value)) continue
    const was = values[unit] as number
    const is = value === AWAY ? Number.NaN : value
    if (Object.is(was, is) || was === is) unchanged++
    else {
      values[unit] = is
      if (Number.isNaN(was)) {
        addedCount++
        added[unit >> 3] = (added[unit >> 3] as number) | (1 << (unit & 7))
      } else {
        units[corrected] = unit
        before[corrected] = was
        after[corrected++] = is
      }
    }
  }
  return {
    ...{ values, added, addedCount, unchanged },
    units: units.slice(0, corrected),
    ...{ before: before.slice(0, corrected), after: after.slice(0, corrected) },
  }
}

/** Where nothing was, as in most of a first file, there is nothing to compare. */
function firstValues(values: Float64Array): Merged {
  let addedCount = 0
  // biome-ignore lint/suspicious/noSelfCompare: NaN is what is no value; isNaN takes three times as long over millions
  for (let unit = 0; unit < values.length; unit++) if (values[unit] === values[unit]) addedCount++
  const none = { units: new Int32Array(), before: new Float64Array(), after: new Float64Array() }
  return { values, added: new Uint8Array(), addedCount, unchanged: 0, ...none }
}

/** A row as it is stored, with how many values it has and their range. */
export function storedValues(values: Float64Array) {
  let filled = 0
  let lowest = Number.POSITIVE_INFINITY
  let highest = Number.NEGATIVE_INFINITY
  for (const value of values) {
    if (Number.isNaN(value)) continue
    filled++
    if (value < lowest) lowest = value
    if (value > highest) highest = value
  }
  const range = filled === 0 ? { lowest: null, highest: null } : { lowest, highest }
  return { unit_values: packed(values), filled, ...range }
}
