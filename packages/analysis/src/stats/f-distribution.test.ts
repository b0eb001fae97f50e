import { expect, test } from "vitest"
import { fQuantile, fTail } from "./f-distribution.ts"

// scipy 1.17.1: scipy.stats.f.sf(f, df1, df2)
const tails: [f: number, df1: number, df2: number, tail: number][] = [
  [0.5, 3, 20, 0.686518612836403],
  [3, 98, 5301, 1.094835786440734e-20],
  [12, 2, 11.5, 0.0015317911356427748],
  [80, 1, 40, 4.352959740416579e-11],
  [1.01, 5399, 53990, 0.3088565224516792],
  // mpmath, 40 digits: the integral of the beta density
  [1.001, 2000, 1e6, 0.48321373013899643],
]

// scipy 1.17.1: scipy.stats.f.ppf(p, df1, df2)
const quantiles: [p: number, df1: number, df2: number, f: number][] = [
  [0.025, 5399, 53990, 0.9608929580866664],
  [0.975, 5399, 53990, 1.0400232073135462],
  [0.025, 9, 9, 0.24838585469445484],
  [0.999, 2, 1, 499999.49999999907],
  [0.5, 3, 20, 0.8162127084336455],
]

test.each(tails)(
  "P(F > %d) with %d and %d degrees of freedom agrees with SciPy to 1e-11",
  (f, df1, df2, tail) => {
    expect(Math.abs(fTail(f, df1, df2) / tail - 1)).toBeLessThan(1e-11)
  },
)

test.each(quantiles)(
  "the quantile of %d with %d and %d degrees of freedom agrees to 1e-12",
  (p, df1, df2, f) => {
    expect(Math.abs(fQuantile(p, df1, df2) / f - 1)).toBeLessThan(1e-12)
  },
)
