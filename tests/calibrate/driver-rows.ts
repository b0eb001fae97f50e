import { driverRows } from "../../packages/analysis/src/drivers/driver-rows.ts"
import { forecast, foretell } from "../../packages/analysis/src/drivers/forecast.ts"
import { driver, LIKELY } from "../../packages/analysis/src/index.ts"
import { type DriverWorld, madeUpDriver } from "./made-up-driver.ts"
import { type Share, shareOf } from "./summary.ts"

/** What became of the predictions of organizations of one kind. */
export interface DriverRow extends DriverWorld {
  published: Share
  /** Of all predictions, those that would have been refused too, how many intervals held. */
  held: Share
  /** The same of published ones. */
  heldPublished: Share
  /** Of units said to be likely to miss their plan (at least 80%), how many did. */
  missed: Share
  /** Why the others were refused; one may be refused for several reasons. */
  refused: Record<string, number>
}

/** Periods known; four are three base periods, and of fewer nothing is foretold. */
const known = [4, 6, 12]

/** Made-up companies, each foretold once and scored by the period that came next. */
export function driverCalibration(seed: number, organizations: number) {
  const rows: DriverRow[] = []
  for (const shock of [0, 0.5, 1])
    for (const effect of [0, 0.5, 1])
      for (const units of [10, 20, 50])
        for (const periods of known)
          rows.push(oneKind(seed, organizations, { units, periods, effect, shock }))
  const pool = (of: readonly DriverRow[], what: "held" | "heldPublished" | "published" | "missed") =>
    shareOf(
      of.reduce((sum, row) => sum + row[what].count, 0),
      of.reduce((sum, row) => sum + row[what].of, 0),
    )
  const pooled = [0, 0.5, 1].map((shock) => {
    const own = rows.filter((row) => row.shock === shock)
    return {
      ...{ shock, held: pool(own, "held"), heldPublished: pool(own, "heldPublished") },
      missed: pool(own, "missed"),
    }
  })
  const publishedBy = [0, 0.5, 1].map((effect) => {
    const own = rows.filter((row) => row.effect === effect)
    return { effect, published: pool(own, "published") }
  })
  return { rows, pooled, publishedBy }
}

function oneKind(seed: number, organizations: number, world: DriverWorld): DriverRow {
  const count = { published: 0, held: 0, all: 0, heldPublished: 0, allPublished: 0, missed: 0, likely: 0 }
  const refused: Record<string, number> = {}
  const kind = world.units * 101 + world.periods * 7 + world.effect * 1009 + world.shock * 10_007
  for (let organization = 0; organization < organizations; organization++) {
    const { known: input, next } = madeUpDriver(seed * 1_000_003 + kind * 7919 + organization, world)
    const result = driver(input)
    const made = forecast(driverRows(input))
    const base = world.periods - 1
    for (let unit = 0; made !== undefined && unit < world.units; unit++) {
      const of = (values: readonly Float64Array[]) => values[base]?.[unit] as number
      const { low, high } = foretell(made, of(input.indicator), of(input.outcome))
      const came = next[unit] as number
      count.all++
      if (low <= came && came <= high) count.held++
    }
    if (result.state === "refused") {
      for (const { reason } of result.refusals) refused[reason] = (refused[reason] ?? 0) + 1
      continue
    }
    count.published++
    for (const { unit, low, high, plan, miss } of result.predictions) {
      const came = next[unit] as number
      count.allPublished++
      if (low <= came && came <= high) count.heldPublished++
      if (plan === null || miss === null || miss < LIKELY) continue
      count.likely++
      if (came < plan) count.missed++
    }
  }
  return {
    ...world,
    published: shareOf(count.published, organizations),
    held: shareOf(count.held, count.all),
    heldPublished: shareOf(count.heldPublished, count.allPublished),
    missed: shareOf(count.missed, count.likely),
    refused,
  }
}
