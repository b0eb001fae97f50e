import { expect, test } from "vitest"
import { normalFrom, seeded } from "../random.ts"
import { drawMeans } from "./bootstrap.ts"
import { arrange } from "./tree.ts"
import type { ResidualPool } from "./types.ts"

// 0 over 1 and 2; 1 over 3 and the merged atom 4. Nobody answered below 2.
const tree = arrange({
  parent: Int32Array.of(-1, 0, 0, 1, 1),
  level: Int32Array.of(0, 1, 1, 2, 2),
  n: Int32Array.of(4, 2, 0, 5, 8),
  mean: new Float64Array(5),
  variance: 2,
  inherited: Float64Array.of(1, 1, 1, 1, 0.5),
  own: Float64Array.of(1, 1, 1, 1, 0.25),
})

/** Mean product of the draws of two nodes. */
function products(residuals: ResidualPool | undefined, draws: number) {
  const random = seeded(3)
  const normal = normalFrom(random)
  const effects = new Float64Array(5)
  const means = new Float64Array(5)
  const sums = Array.from({ length: 5 }, () => new Array<number>(5).fill(0))
  for (let draw = 0; draw < draws; draw++) {
    drawMeans(tree, { a: 0.6, b: 0.4, sigma2: 2 }, residuals, { random, normal }, effects, means)
    for (const [m, row] of sums.entries()) {
      for (const other of row.keys()) {
        row[other] = (row[other] as number) + ((means[m] as number) * (means[other] as number)) / draws
      }
    }
  }
  return sums
}

// tau² = .72, omega² = .32, sigma² = 2
const expected = [
  [0.32 + 2 / 4, 0, 0, 0, 0],
  [0, 0.72 + 0.32 + 2 / 2, 0, 0.72, 0.72],
  [0, 0, 0, 0, 0],
  [0, 0.72, 0, 1.44 + 0.32 + 2 / 5, 0.72],
  [0, 0.72, 0, 0.72, 0.72 + 0.36 + 0.08 + 2 / 8],
]

test.each([
  ["Gaussian", undefined],
  // One pool a level, of variance 2: values of -1 twice as likely as of 2.
  [
    "drawn from residuals",
    { values: Float64Array.of(-1, -1, 2, -1, -1, 2, -1, -1, 2), offsets: Int32Array.of(0, 3, 6, 9) },
  ],
])("replicates have the model's variances and covariances; the noise of people is %s", (_, residuals) => {
  const draws = 40_000
  const sums = products(residuals, draws)
  for (const [m, row] of expected.entries()) {
    for (const [other, covariance] of row.entries()) {
      // Five standard errors of a covariance of normal variables; a little for the fourth moment of a mean of two.
      const spread = (expected[m]?.[m] as number) * (expected[other]?.[other] as number) + covariance ** 2
      expect(Math.abs((sums[m]?.[other] as number) - covariance)).toBeLessThanOrEqual(
        5 * Math.sqrt(spread / draws),
      )
    }
  }
})

test("residuals come from the level of the atom", () => {
  const pools = { values: Float64Array.of(10, 20, 30), offsets: Int32Array.of(0, 1, 2, 3) }
  const random = seeded(1)
  const means = new Float64Array(5)
  const drawing = { random, normal: normalFrom(random) }
  drawMeans(tree, { a: 0, b: 0, sigma2: 2 }, pools, drawing, new Float64Array(5), means)
  expect([...means]).toEqual([10, 20, 0, 30, 30])
})
