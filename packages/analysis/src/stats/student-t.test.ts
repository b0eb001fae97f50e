import { expect, test } from "vitest"
import { studentProbability, studentQuantile } from "./student-t.ts"

// scipy 1.17.1: scipy.stats.t.ppf(.975, df) and 2 * scipy.stats.t.sf(2.0, df)
const scipy: [df: number, quantile: number, bothTails: number][] = [
  [0.5, 164.55767348048818, Number.NaN],
  [1, 12.706204736174694, 0.2951672353008665],
  [2, 4.302652729749462, 0.18350341907227397],
  [3, 3.1824463052837078, 0.13932596855884305],
  [4, 2.7764451051977934, 0.11611652351681556],
  [4.5, 2.6589123472044034, 0.10825790718112499],
  [7.31, 2.344447113983294, 0.08388747540903589],
  [9, 2.262157162798205, 0.07655282377070101],
  [19, 2.0930240544083087, 0.06000203638609834],
  [29.75, 2.0429923618876704, 0.05470266400111816],
  [99, 1.9842169515864174, 0.04823969337263296],
  [1000, 1.9623390808264083, 0.04577034649325166],
  [12345.6, 1.9601561582595104, 0.045522131218812864],
  [1_000_000, 1.959966356814107, 0.04550053385131924],
]

test.each(scipy)(
  "with %d degrees of freedom quantile and tail agree with SciPy to 1e-10",
  (df, quantile, both) => {
    expect(Math.abs(studentQuantile(0.975, df) / quantile - 1)).toBeLessThan(1e-10)
    if (!Number.isNaN(both)) expect(Math.abs((2 * studentProbability(-2, df)) / both - 1)).toBeLessThan(1e-10)
  },
)

test("with one degree of freedom it is Cauchy's distribution: 1/2 + atan(t)/pi", () => {
  for (const t of [-30, -1, -0.2, 0, 0.7, 4]) {
    expect(studentProbability(t, 1)).toBeCloseTo(0.5 + Math.atan(t) / Math.PI, 13)
  }
})

test("the quantile undoes the probability on either side", () => {
  for (const df of [1.3, 6, 42]) {
    for (const p of [0.001, 0.2, 0.5, 0.9, 0.995]) {
      expect(studentProbability(studentQuantile(p, df), df)).toBeCloseTo(p, 12)
    }
  }
})
