import { fixedEffect, type Model, newProjected, type Point, project } from "./model.ts"
import { solve } from "./tree-algebra.ts"
import { windowSum } from "./windows.ts"

/**
 * How far the people of a window lie from the means of their levels, shrunk as units are that differ naturally: the
 * best linear unbiased prediction of a_m + t_m (Robinson 1991, Statistical Science 6), averaged over the window's
 * respondents, under variances fitted with nothing set aside. With r = y - X mu: a by the tree's recursion on r,
 * t_m = omega² (V⁻¹r)_m. `omega2` is that variance at `point`.
 */
export function shrunkShift(
  model: Model,
  point: Point,
  omega2: number,
  y: Float64Array,
  window: number,
): number {
  const { tree, windows, columns } = model
  const projected = newProjected(model)
  project(model, point, y, projected)
  const rest = y.slice()
  const column = new Float64Array(tree.size)
  for (let k = 0; k < columns; k++) {
    fixedEffect(model, k, column)
    const mean = projected.coefficients[k] as number
    for (let m = 0; m < tree.size; m++) rest[m] = (rest[m] as number) - mean * (column[m] as number)
  }
  const effects = new Float64Array(tree.size)
  solve(tree, point.fit, rest, projected.solved, effects)
  const shares = effects.map(
    (a, m) =>
      (tree.n[m] as number) * (a + omega2 * (tree.own[m] as number) * (projected.solved[m] as number)),
  )
  return windowSum(windows, window, shares) / (windows.list[window]?.n as number)
}
