import fc from "fast-check"
import { expect, test } from "vitest"
import { shareDifference } from "./share-difference.ts"

const told = (x: number, n: number) => ({ share: x / n, n })

test("Mee's intervals: in R, the likelihood maximised by optimize() and the score solved by uniroot(); the first as Newcombe prints it (1998, Statistics in Medicine 17)", () => {
  const reference = [
    [56, 70, 48, 80, 0.053334, 0.337729],
    [9, 10, 3, 10, 0.182127, 0.83695],
    [5, 56, 0, 29, -0.031327, 0.19256],
    [0, 10, 0, 20, -0.161125, 0.277533],
    [10, 10, 0, 20, 0.722467, 1],
  ] as const
  for (const [x, n, y, m, low, high] of reference) {
    const found = shareDifference(told(x, n), told(y, m))
    expect(found?.low, `${x}/${n} and ${y}/${m}`).toBeCloseTo(low, 5)
    expect(found?.high, `${x}/${n} and ${y}/${m}`).toBeCloseTo(high, 5)
  }
})

test("p is that of the pooled test: R's prop.test(c(56, 48), c(70, 80), correct = FALSE)", () => {
  expect(shareDifference(told(56, 70), told(48, 80))?.p).toBeCloseTo(0.008045081368, 9)
})

test("p is never 0, however sure: what is too small to be written down is told as the least that can be", () => {
  const far = shareDifference({ share: 0.9, n: 70_000 }, { share: 0.4, n: 70_000 })
  expect(far?.p).toBe(1e-300)
  const near = shareDifference({ share: 0.9, n: 700 }, { share: 0.4, n: 700 })
  expect(near?.p).toBeGreaterThan(1e-300)
  expect(near?.p).toBeLessThan(1e-60)
})

test("rounding widens both ends, and a difference within it is none", () => {
  const [first, second] = [told(56, 70), told(48, 80)]
  const exact = shareDifference(first, second)
  const rounded = shareDifference(first, second, { rounding: 0.005 })
  expect(exact && rounded && [rounded.low < exact.low, rounded.high > exact.high]).toEqual([true, true])
  const close = shareDifference({ share: 0.34, n: 1e9 }, { share: 0.35, n: 1e9 }, { rounding: 0.005 })
  expect(close?.p).toBe(1)
})

test("undefined without people and for what is no share", () => {
  expect(shareDifference({ share: 0.5, n: 0 }, told(1, 2))).toBeUndefined()
  expect(shareDifference(told(1, 2), { share: 1.2, n: 5 })).toBeUndefined()
  expect(shareDifference(told(1, 2), { share: Number.NaN, n: 5 })).toBeUndefined()
})

const share = fc.record({
  share: fc.integer({ min: 0, max: 100 }).map((of) => of / 100),
  n: fc.integer({ min: 1, max: 90_000 }),
})

test("turned round it is the same with the sign changed; it holds what was told; p goes with it", () => {
  fc.assert(
    fc.property(share, share, fc.constantFrom(0, 0.005), (first, second, rounding) => {
      const found = shareDifference(first, second, { rounding })
      const turned = shareDifference(second, first, { rounding })
      if (!found || !turned) throw new Error("two shares have a difference")
      expect(turned.low).toBeCloseTo(-found.high, 8)
      expect(turned.p).toBeCloseTo(found.p, 8)
      const difference = first.share - second.share
      expect(found.low).toBeLessThanOrEqual(difference + 1e-9)
      expect(found.high).toBeGreaterThanOrEqual(difference - 1e-9)
      if (Math.abs(found.p - 0.05) > 1e-6) expect(found.low > 0 || found.high < 0).toBe(found.p < 0.05)
    }),
  )
})
