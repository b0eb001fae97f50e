import fc from "fast-check"
import { expect, test } from "vitest"
import { cronbachAlpha } from "./cronbach-alpha.ts"
import { omegaTotal } from "./omega-total.ts"

/** Covariances that one factor makes exactly. */
const made = (loadings: readonly number[], uniquenesses: readonly number[]) =>
  loadings.map((a, i) => loadings.map((b, j) => a * b + (i === j ? (uniquenesses[i] as number) : 0)))

test("a factor that made the covariances is found again, whatever the units", () => {
  const loading = fc.double({ min: 0.3, max: 2, noNaN: true })
  const unique = fc.double({ min: 0.2, max: 2, noNaN: true })
  const items = fc.array(fc.tuple(loading, unique), { minLength: 3, maxLength: 8 })
  fc.assert(
    fc.property(items, (pairs) => {
      const loadings = pairs.map(([value]) => value)
      const uniquenesses = pairs.map(([, value]) => value)
      const of = omegaTotal(made(loadings, uniquenesses))
      const common = loadings.reduce((sum, value) => sum + value, 0) ** 2
      const rest = uniquenesses.reduce((sum, value) => sum + value, 0)
      expect(of?.omega).toBeCloseTo(common / (common + rest), 6)
      for (const [item, value] of loadings.entries()) expect(of?.loadings?.[item]).toBeCloseTo(value, 4)
    }),
    { numRuns: 50 },
  )
})

test("with equal loadings it is alpha", () => {
  const covariances = made([0.7, 0.7, 0.7, 0.7], [0.5, 0.8, 1.1, 0.4])
  expect(omegaTotal(covariances)?.omega).toBeCloseTo(cronbachAlpha(covariances)?.alpha ?? 0, 8)
})

test("two items by Spearman and Brown", () => {
  // r = .5: 2 * .5 / 1.5
  expect(
    omegaTotal([
      [4, 1],
      [1, 1],
    ]),
  ).toEqual({ omega: 2 / 3, loadings: undefined, uniquenesses: undefined })
  expect(
    omegaTotal([
      [1, -1],
      [-1, 1],
    ]),
  ).toBeUndefined()
})

test("undefined in a Heywood case, for an item that does not vary and for one item", () => {
  // One factor would need a loading² of .9 * .9 / .5 = 1.62 on the first item.
  expect(
    omegaTotal([
      [1, 0.9, 0.9],
      [0.9, 1, 0.5],
      [0.9, 0.5, 1],
    ]),
  ).toBeUndefined()
  expect(
    omegaTotal([
      [1, 0.4, 0],
      [0.4, 1, 0],
      [0, 0, 0],
    ]),
  ).toBeUndefined()
  expect(omegaTotal([[1]])).toBeUndefined()
})

test("an item that runs against the others has a negative loading", () => {
  const of = omegaTotal(made([0.8, 0.7, -0.6, 0.9], [0.4, 0.5, 0.6, 0.3]))
  expect(of?.loadings?.map(Math.sign)).toEqual([1, 1, -1, 1])
  expect(of?.loadings?.[2]).toBeCloseTo(-0.6, 6)
})
