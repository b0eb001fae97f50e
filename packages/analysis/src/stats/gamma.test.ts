import { expect, test } from "vitest"
import { incompleteGamma, logGamma, logGammaRatio } from "./gamma.ts"

test("factorials and the gamma function of halves", () => {
  expect(logGamma(1)).toBeCloseTo(0, 14)
  expect(logGamma(5)).toBeCloseTo(Math.log(24), 14)
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 14)
  // R 4.2.2: lgamma(171.5), lgamma(1e5)
  expect(logGamma(171.5)).toBeCloseTo(709.143163030928, 11)
  expect(logGamma(1e5) / 1051287.70897366).toBeCloseTo(1, 13)
})

test("the ratio keeps the digits that the difference of two logarithms loses", () => {
  for (const a of [0.3, 2, 19.5, 60]) {
    expect(logGammaRatio(a)).toBeCloseTo(logGamma(a + 0.5) - logGamma(a), 12)
    // Gamma(a+1)/Gamma(a) = a
    expect(logGammaRatio(a) + logGammaRatio(a + 0.5)).toBeCloseTo(Math.log(a), 13)
  }
  expect(logGammaRatio(1e8) + logGammaRatio(1e8 + 0.5)).toBeCloseTo(Math.log(1e8), 14)
})

test("incomplete gamma functions of one and of two, by hand", () => {
  for (const x of [1e-9, 0.2, 1.9, 7, 40]) {
    const one = incompleteGamma(1, x)
    expect(one.lower / -Math.expm1(-x)).toBeCloseTo(1, 13)
    expect(one.upper / Math.exp(-x)).toBeCloseTo(1, 13)
    expect(incompleteGamma(2, x).upper / (Math.exp(-x) * (1 + x))).toBeCloseTo(1, 13)
  }
  expect(incompleteGamma(3, 0)).toEqual({ lower: 0, upper: 1 })
})
