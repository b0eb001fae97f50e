import { toOneDecimal } from "../round.ts"
import type { Described } from "../steps.ts"
import type { FoundBreak } from "./find-breaks.ts"
import { unitId } from "./window-groupings.ts"

/** The layers that the gap is made of hold at least this share of the people in the break. */
const leastShare = 0.8

/**
 * The mean of the people in a break less that of the same layers elsewhere, both weighted by the people in it: one decimal of
 *   Σ_l n_l (inside_l - outside_l) / Σ_l n_l.
 * It is made of what the release tells of each layer l in the unit and in the whole organization, whose sums and n give
 * outside_l, and of nothing else: so nothing can be worked out from it that could not be without. null: a cell involved is not
 * told, or only as a bound, or what is told of layers leaves too many of the people out.
 */
export function gapInTold(
  measure: string,
  { unit, fromLayer, deepestLayer }: Pick<FoundBreak, "unit" | "fromLayer" | "deepestLayer">,
  own: Described | undefined,
  rest: Described | undefined,
  groups: ReadonlyMap<string, Described>,
): number | null {
  const all = toldSum(own, measure)
  if (all === undefined || toldSum(rest, measure) === undefined) return null
  let people = 0
  let difference = 0
  for (let layer = fromLayer; layer <= deepestLayer; layer++) {
    const inside = toldSum(groups.get(`${unitId(unit)}/layer:${layer}`), measure)
    const both = toldSum(groups.get(`layer:${layer}`), measure)
    if (inside === undefined || both === undefined || both.n === inside.n) continue
    people += inside.n
    const outside = (both.sum - inside.sum) / (both.n - inside.n)
    difference += inside.n * (inside.sum / inside.n - outside)
  }
  return people < leastShare * all.n ? null : toOneDecimal(difference / people)
}

/** Persons and the sum of their scores, where the mean is told as it is. */
function toldSum(one: Described | undefined, measure: string): { n: number; sum: number } | undefined {
  const cell = one?.group.cells[measure]
  const moments = one?.figures.get(measure)?.moments
  if (cell?.state !== "shown" || cell.bounds?.mean !== undefined || moments === undefined) return undefined
  return { n: moments.n, sum: moments.n * moments.mean }
}
