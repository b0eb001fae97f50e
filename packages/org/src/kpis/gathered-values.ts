import { kpiLimits } from "./limits.ts"
import { plainLine } from "./plain-line.ts"

/** A cell that two rows say differently: neither counts. */
const TORN = Number.POSITIVE_INFINITY

export interface GatheredKpi {
  name: string
  /** By place of the period, then of the unit. */
  slots: (Float64Array | undefined)[]
  /** By place of the period: the first row with a value, and how many there are. */
  firstRows: Int32Array
  counts: Int32Array
  percents: number
}

export type Put = "kept" | "same" | "torn" | "too-many"

/** The values of a file, by KPI, period and unit, as they are found. */
export interface GatheredValues {
  kpis: GatheredKpi[]
  kpi(name: string): GatheredKpi | undefined
  put(kpi: GatheredKpi, period: number, unit: number, value: number, row: number): Put
}

export function gatherValues(periods: number, keyOf: (name: string) => string): GatheredValues {
  const byKey = new Map<string, GatheredKpi>()
  const kpis: GatheredKpi[] = []
  let places = 0
  let widest = 64

  function slotOf(kpi: GatheredKpi, period: number, unit: number): Float64Array | undefined {
    const slot = kpi.slots[period]
    if (slot !== undefined && unit < slot.length) return slot
    while (unit >= widest) widest *= 2
    places += widest - (slot?.length ?? 0)
    if (places > kpiLimits.values) return undefined
    const wider = new Float64Array(widest).fill(Number.NaN)
    if (slot !== undefined) wider.set(slot)
    kpi.slots[period] = wider
    return wider
  }

  return {
    kpis,
    kpi(given) {
      const name = plainLine(given, kpiLimits.name)
      const key = keyOf(name)
      const known = byKey.get(key)
      if (known !== undefined) return known
      if (kpis.length >= kpiLimits.kpis) return undefined
      const counts = { firstRows: new Int32Array(periods), counts: new Int32Array(periods), percents: 0 }
      const kpi = { name, slots: new Array<Float64Array | undefined>(periods), ...counts }
      byKey.set(key, kpi)
      kpis.push(kpi)
      return kpi
    },
    put(kpi, period, unit, value, row) {
      const slot = slotOf(kpi, period, unit)
      if (slot === undefined) return "too-many"
      const was = slot[unit] as number
      if (was === value) return "same"
      if (Number.isNaN(was)) {
        slot[unit] = value
        if (kpi.counts[period] === 0) kpi.firstRows[period] = row
        kpi.counts[period] = (kpi.counts[period] as number) + 1
        return "kept"
      }
      if (was !== TORN) kpi.counts[period] = (kpi.counts[period] as number) - 1
      slot[unit] = TORN
      return "torn"
    },
  }
}

/** One period's values of so many units, without the torn ones. */
export function slotValues(slot: Float64Array, units: number): Float64Array {
  const values = new Float64Array(units).fill(Number.NaN)
  const length = Math.min(units, slot.length)
  for (let unit = 0; unit < length; unit++) {
    const value = slot[unit] as number
    if (value !== TORN) values[unit] = value
  }
  return values
}
