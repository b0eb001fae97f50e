import { expect, test } from "vitest"
import { momentsOf } from "./deviations.ts"
import { icc } from "./icc.ts"
import { reliability } from "./reliability.ts"
import { varianceComponents } from "./variance-components.ts"

const unequal = [[4, 5, 3], [2, 2, 1, 3], [], [5, 4], [3]].map(momentsOf)

test("with groups of one size it is what the analysis of variance gives", () => {
  const groups = [
    [1, 2, 2],
    [4, 5, 3],
    [3, 3, 5],
    [2, 4, 4],
  ].map(momentsOf)
  const of = varianceComponents(groups)
  const anova = icc(groups)
  expect(of?.within).toBeCloseTo(anova?.meanSquareWithin ?? 0, 12)
  expect(of?.between).toBeCloseTo(((anova?.meanSquareBetween ?? 0) - (anova?.meanSquareWithin ?? 0)) / 3, 12)
  expect(of?.icc1).toBeCloseTo(anova?.icc1 ?? 0, 12)
  const lambda = reliability(3, of?.icc1 ?? 0)
  expect(of?.effects[0]).toBeCloseTo(lambda * (5 / 3 - (of?.mean ?? 0)), 12)
})

test("no other share of the variance is more likely", () => {
  const of = varianceComponents(unequal)
  const best = of?.logLikelihood ?? 0
  expect(logLikelihood(of?.between ?? 0, of?.within ?? 0)).toBeCloseTo(best, 12)
  for (const [a, b] of [
    [0.9, 1],
    [1.1, 1],
    [1, 0.9],
    [1, 1.1],
    [0.95, 1.05],
  ] as const) {
    expect(logLikelihood(a * (of?.between ?? 0), b * (of?.within ?? 0))).toBeLessThan(best)
  }
})

test("groups that differ less than by chance have no variance of their own", () => {
  const of = varianceComponents(
    [
      [3, 4, 5],
      [3, 4, 5],
      [5, 4, 3],
    ].map(momentsOf),
  )
  expect(of?.between).toBe(0)
  expect(of?.within).toBeCloseTo(6 / 8, 13)
  expect(of?.effects).toEqual([0, 0, 0])
})

test("undefined for one group, groups of one, and people of one mind", () => {
  expect(varianceComponents([momentsOf([1, 2])])).toBeUndefined()
  expect(varianceComponents([[1], [2], [3]].map(momentsOf))).toBeUndefined()
  expect(
    varianceComponents(
      [
        [1, 1],
        [2, 2],
      ].map(momentsOf),
    ),
  ).toBeUndefined()
})

/** The restricted likelihood from its definition: a group's mean and its residuals, both normal, mean integrated out. */
function logLikelihood(between: number, within: number): number {
  const groups = unequal.filter((group) => group !== null)
  const precisions = groups.map(({ n }) => 1 / (between + within / n))
  const total = precisions.reduce((sum, w) => sum + w, 0)
  const mean = groups.reduce((sum, group, g) => sum + (precisions[g] as number) * group.mean, 0) / total
  let twice = Math.log(total)
  for (const [g, group] of groups.entries()) {
    const w = precisions[g] as number
    twice += w * (group.mean - mean) ** 2 - Math.log(w) + ((group.n - 1) * (group.variance ?? 0)) / within
    twice += (group.n - 1) * Math.log(within) + Math.log(group.n)
  }
  const n = groups.reduce((sum, group) => sum + group.n, 0)
  return -(twice + (n - 1) * Math.log(2 * Math.PI)) / 2
}
