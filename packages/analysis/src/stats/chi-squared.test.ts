import { expect, test } from "vitest"
import { chiSquaredProbability, chiSquaredTail } from "./chi-squared.ts"

// scipy 1.17.1: scipy.stats.chi2.cdf(x, df) and .sf(x, df)
const scipy: [x: number, df: number, probability: number, tail: number][] = [
  [0.01, 1, 0.07965567455405799, 0.920344325445942],
  [3.84, 1, 0.9499564787512949, 0.05004352124870519],
  [60, 1, 0.9999999999999906, 9.485737571073857e-15],
  [0.5, 2.5, 0.13611637154141112, 0.8638836284585889],
  [9, 3, 0.9707091134651118, 0.02929088653488826],
  [0.3, 7, 0.00010003738225207028, 0.9998999626177479],
  [40, 7, 0.9999987412096126, 1.258790387371308e-6],
  [100, 100, 0.5188083154720433, 0.48119168452795674],
  [160, 100, 0.9998692160234086, 0.0001307839765914092],
  [1000, 1000, 0.5059471461707603, 0.49405285382923964],
  [1500, 1000, 1, 1.0454640385980825e-22],
  [52500, 50000, 0.9999999999999963, 3.633502297727966e-15],
]

test.each(scipy)(
  "both tails at %d with %d degrees of freedom agree with SciPy to 1e-11",
  (x, df, below, above) => {
    expect(Math.abs(chiSquaredProbability(x, df) / below - 1)).toBeLessThan(1e-11)
    expect(Math.abs(chiSquaredTail(x, df) / above - 1)).toBeLessThan(1e-11)
  },
)

test("with two degrees of freedom it is the exponential distribution", () => {
  for (const x of [0.1, 1, 5, 80]) expect(chiSquaredTail(x, 2) / Math.exp(-x / 2)).toBeCloseTo(1, 13)
  expect(chiSquaredTail(0, 5)).toBe(1)
})
