import { expect, test } from "vitest"
import { normalProbability, normalQuantile } from "./normal.ts"

// scipy 1.17.1: scipy.stats.norm.cdf
const probabilities: [z: number, probability: number][] = [
  [-35, 1.1249107064724061e-268],
  [-9, 1.1285884059538324e-19],
  [-4, 3.167124183311986e-5],
  [-1.96, 0.024997895148220435],
  [-1.7, 0.04456546275854304],
  [-0.5, 0.3085375387259869],
  [1e-5, 0.500003989422804],
  [0.3, 0.6179114221889526],
  [1, 0.8413447460685429],
  [2.5, 0.9937903346742238],
]

// scipy 1.17.1: scipy.stats.norm.ppf
const quantiles: [p: number, z: number][] = [
  [1e-300, -37.0470962993612],
  [1e-14, -7.6506280929352695],
  [0.0001, -3.7190164854556804],
  [0.025, -1.9599639845400545],
  [0.074, -1.4466320671589785],
  [0.0751, -1.4388253927525403],
  [0.2, -0.8416212335729142],
  [0.51, 0.02506890825871106],
  [0.9, 1.2815515655446004],
  [0.975, 1.959963984540054],
  [0.999999, 4.753424308817087],
]

test.each(probabilities)("P(Z <= %d) agrees with SciPy to 1e-12, far tails included", (z, probability) => {
  expect(Math.abs(normalProbability(z) / probability - 1)).toBeLessThan(1e-12)
})

test.each(quantiles)("the quantile of %d agrees with SciPy to 1e-14", (p, z) => {
  expect(Math.abs(normalQuantile(p) / z - 1)).toBeLessThan(1e-14)
})

test("the middle is exact", () => {
  expect(normalProbability(0)).toBe(0.5)
  expect(normalQuantile(0.5)).toBe(0)
})
