import type { UnitPrediction } from "@throughline/analysis"

export interface DatedPrediction {
  number: number
  base: string
  period: string
  madeAt: string
  units: UnitPrediction[]
}

/** A prediction beside what came. */
export interface ScoredUnit {
  unit: number
  expected: number
  low: number
  high: number
  plan: number | null
  /** null: has not come yet */
  came: number | null
  inside: boolean | null
}

/** @param came the KPI of a unit in a period; undefined: has not come yet */
export function scorePast(
  predictions: readonly DatedPrediction[],
  came: (period: string, unit: number) => number | undefined,
) {
  const past = predictions.map(({ units, ...prediction }) => {
    const scored = units.map(({ unit, expected, low, high, plan }): ScoredUnit => {
      const value = came(prediction.period, unit) ?? null
      const inside = value === null ? null : low <= value && value <= high
      return { unit, expected, low, high, plan, came: value, inside }
    })
    return { ...prediction, units: scored, ...count(scored) }
  })
  return { past, calibration: calibrationOf(past) }
}

/**
 * Over time, by the period foretold. Corrected data make another prediction of the same: the first one of each unit and
 * period counts, so that no prediction is made better afterwards.
 */
function calibrationOf(past: readonly { period: string; units: readonly ScoredUnit[] }[]) {
  const first = new Map<string, Map<number, ScoredUnit>>()
  for (const { period, units } of past) {
    const own = first.get(period) ?? new Map<number, ScoredUnit>()
    first.set(period, own)
    for (const one of units) if (!own.has(one.unit)) own.set(one.unit, one)
  }
  const byPeriod = [...first]
    .map(([period, units]) => ({ period, ...count([...units.values()]) }))
    .filter(({ scored }) => scored > 0)
  return {
    scored: byPeriod.reduce((sum, { scored }) => sum + scored, 0),
    inside: byPeriod.reduce((sum, { inside }) => sum + inside, 0),
    byPeriod,
  }
}

const count = (units: readonly ScoredUnit[]) => ({
  scored: units.filter(({ inside }) => inside !== null).length,
  inside: units.filter(({ inside }) => inside === true).length,
})
