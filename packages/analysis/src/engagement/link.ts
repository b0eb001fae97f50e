import type { Shown } from "../knowing/told-share.ts"
import type { ReleaseGroup } from "../release.ts"
import { toTwoDecimals } from "../round.ts"
import { pearson } from "../stats/pearson.ts"
import type { EngagementBeside } from "./types.ts"

export interface ToldBoth {
  group: ReleaseGroup
  engaged: Shown
  aligned: Shown
}

/** Fewer points make no correlation worth a look. */
const fewest = 10

/** A correlation that is surely smaller than this goes for none. */
const weak = 0.3

/**
 * Pearson's correlation of the two told means over units of one depth, which have nobody in common: of the depth with
 * the most of them, the outermost of those. A mean that is told only as a bound is no point.
 */
export function linkOf(told: readonly ToldBoth[]): Pick<EngagementBeside, "link" | "units"> {
  const points = told.filter(({ engaged, aligned }) => !engaged.bounds?.mean && !aligned.bounds?.mean)
  const byDepth = [...Map.groupBy(points, ({ group }) => group.depth)].sort(
    ([depth, one], [other, another]) => another.length - one.length || depth - other,
  )
  const [depth, chosen] = byDepth[0] ?? [0, []]
  const units = chosen.length
  const found =
    units < fewest
      ? undefined
      : pearson(
          chosen.map(({ engaged }) => engaged.mean),
          chosen.map(({ aligned }) => aligned.mean),
        )
  if (found === undefined) return { link: null, units }
  const { low, high } = found.interval ?? { low: found.r, high: found.r }
  return {
    units,
    link: {
      ...{ units, depth },
      pearson: {
        value: toTwoDecimals(found.r),
        low: Math.floor(low * 100) / 100 + 0,
        high: Math.ceil(high * 100) / 100 + 0,
      },
      finding: low > 0 ? "together" : high < weak ? "apart" : "cannot-tell",
    },
  }
}
