import type { Model } from "./model.ts"
import { members } from "./windows.ts"

/**
 * The mean of a window less that of the same levels elsewhere, in points of the scale: Σ_l n_l (mean_l - elsewhere_l) /
 * Σ_l n_l over the levels that have respondents inside and outside. Raw, unlike everything the test uses; undefined
 * when no level has both.
 */
export function gapInPoints(
  { tree, windows }: Model,
  points: Float64Array,
  window: number,
): number | undefined {
  const inside = new Float64Array(tree.size)
  members(tree, windows, window, inside)
  let people = 0
  let difference = 0
  for (let l = 0; l < tree.depth; l++) {
    const n: [inside: number, outside: number] = [0, 0]
    const sum: [inside: number, outside: number] = [0, 0]
    for (let m = tree.starts[l] as number; m < (tree.starts[l + 1] as number); m++) {
      const side = inside[m] === 1 ? 0 : 1
      n[side] += tree.n[m] as number
      sum[side] += (tree.n[m] as number) * (points[m] as number)
    }
    if (n[0] === 0 || n[1] === 0) continue
    people += n[0]
    difference += n[0] * (sum[0] / n[0] - sum[1] / n[1])
  }
  return people === 0 ? undefined : difference / people
}
