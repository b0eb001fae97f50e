import type { ScanTree } from "./tree.ts"
import type { Windows } from "./windows.ts"

/** Family-wise p at or below which a window is called a break; chosen so that the rate realised stays within 5%. */
export const alarm = 0.04

export interface Significance {
  /** By window: p among the windows that start on its level. */
  pLayer: Float64Array
  /** By window: over all windows. */
  pFamily: Float64Array
  /** By level, from level 1: the T above which a window starting there raises an alarm, also where so many scans share the error rate; infinite where none can. */
  needed: Float64Array
}

export const isAlarm = (pFamily: number) => pFamily <= alarm

/**
 * min-P over the levels on which windows start (Westfall & Young 1993): within a level p is the share of the B + 1
 * largest T, the observed one included, that reach T; the family-wise p is the share of the B + 1 smallest p of a
 * replicate that are no larger. So the few windows high up have their own share of the error.
 */
export function minP(
  tree: ScanTree,
  windows: Windows,
  T: Float64Array,
  maxima: Float64Array,
  sharing = 1,
): Significance {
  const levels = tree.depth - 1
  const replicates = maxima.length / levels
  const sorted: Float64Array[] = []
  const smallest = new Float64Array(replicates).fill(1)
  for (let l = 0; l < levels; l++) {
    const column = Float64Array.from({ length: replicates }, (_, r) => maxima[r * levels + l] as number)
    const ascending = column.toSorted()
    sorted.push(ascending)
    let observed = Number.NEGATIVE_INFINITY
    for (let w = 0; w < windows.count; w++) {
      if (windows.layer[w] === l + 1) observed = Math.max(observed, T[w] as number)
    }
    if (observed === Number.NEGATIVE_INFINITY) continue
    for (let r = 0; r < replicates; r++) {
      const own = column[r] as number
      const reach = replicates - below(ascending, own) + (observed >= own ? 1 : 0)
      smallest[r] = Math.min(smallest[r] as number, reach / (replicates + 1))
    }
  }
  smallest.sort()
  // A share is a fraction of B + 1; the slack is for its last bit.
  const family = (p: number) => Math.min(1, (1 + below(smallest, p * (1 + 1e-12))) / (replicates + 1))
  const pLayer = Float64Array.from({ length: windows.count }, (_, w) => {
    const ascending = sorted[(windows.layer[w] as number) - 1] as Float64Array
    return (1 + replicates - below(ascending, T[w] as number)) / (replicates + 1)
  })
  let reached = 0
  while (reached < replicates && isAlarm(sharing * family((reached + 1) / (replicates + 1)))) reached++
  return {
    pLayer,
    pFamily: pLayer.map(family),
    needed: Float64Array.from(sorted, (ascending) =>
      reached === 0 ? Number.POSITIVE_INFINITY : (ascending[replicates - reached] as number),
    ),
  }
}

/** How many of the ascending values are below x. */
function below(ascending: Float64Array, x: number): number {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ascending[middle] as number) < x) low = middle + 1
    else high = middle
  }
  return low
}
