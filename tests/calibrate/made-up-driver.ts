import type { DriverInput } from "../../packages/analysis/src/index.ts"
import { normalFrom, seeded } from "../../packages/analysis/src/random.ts"

/** How a made-up indicator and KPI go on. */
export interface DriverWorld {
  units: number
  /** Periods known; one more is made, to score by. */
  periods: number
  /** How far the KPI moves with the indicator one period before, in standard deviations of its own error. */
  effect: number
  /** Standard deviation of what a period brings to all units alike, in the same. */
  shock: number
}

/** Share of a unit's distance from its own level that is left a period later; how far levels lie apart. */
const PERSISTENCE = 0.5
const LEVELS = 1
/** The training of a roll-out: every unit climbs, each at its own speed. */
const [START, STEP] = [-1, 0.25]

/** `known`: as a company has it. `next`: the KPI one period after, by unit. */
export function madeUpDriver(
  seed: number,
  { units, periods, effect, shock }: DriverWorld,
): { known: DriverInput; next: Float64Array } {
  const normal = normalFrom(seeded(seed >>> 0))
  const level = Float64Array.from({ length: units }, () => LEVELS * normal())
  const speed = Float64Array.from({ length: units }, () => 1 + 0.5 * normal())
  const reached = level.map(() => START + normal())
  let value = level.map((own) => own + normal())
  const indicator: Float64Array[] = []
  const outcome: Float64Array[] = []
  for (let period = 0; period < periods; period++) {
    const now = reached.map((from, unit) => from + STEP * period * (speed[unit] as number) + 0.5 * normal())
    indicator.push(now)
    outcome.push(value)
    const common = shock * normal()
    value = value.map((last, unit) => {
      const own = level[unit] as number
      return own + PERSISTENCE * (last - own) + effect * (now[unit] as number) + common + normal()
    })
  }
  // What was planned: half a standard deviation more than the period before.
  const plan = [
    new Float64Array(units).fill(Number.NaN),
    ...outcome.map((now) => now.map((was) => was + 0.5)),
  ]
  return {
    known: { units, indicator, outcome, plan, horizon: 1, direction: "higher" },
    next: value,
  }
}
