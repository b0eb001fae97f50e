/**
 * Ranks from 1 for the smallest value; equal values share the mean of the ranks they fill (mid-ranks; Kendall 1945,
 * Biometrika 33). Means of groups must be rounded (to 1e-10) before they are ranked: their last bits depend on the
 * order of adding and break true ties.
 */
export function midRanks(values: ArrayLike<number>): Float64Array {
  const ranks = new Float64Array(values.length)
  for (const tied of tiesOf(values)) for (const at of tied.members) ranks[at] = tied.rank
  return ranks
}

/** Sizes of the groups of equal values, singles included, from the smallest value up. */
export function tieSizes(values: ArrayLike<number>): number[] {
  return tiesOf(values).map(({ members }) => members.length)
}

function tiesOf(values: ArrayLike<number>): { rank: number; members: Uint32Array }[] {
  const value = (at: number) => values[at] as number
  const order = Uint32Array.from({ length: values.length }, (_, at) => at).sort((a, b) => value(a) - value(b))
  const ties = []
  for (let first = 0; first < order.length; ) {
    let next = first + 1
    while (next < order.length && value(order[next] as number) === value(order[first] as number)) next++
    // Places first + 1 to next share their mean.
    ties.push({ rank: (first + 1 + next) / 2, members: order.subarray(first, next) })
    first = next
  }
  return ties
}
