import * as fc from "fast-check"
import { expect, test } from "vitest"
import { cohenKappa } from "./cohen-kappa.ts"

const pairsOf = (table: readonly (readonly number[])[]) =>
  table.flatMap((row, a) =>
    row.flatMap((count, b) => Array.from({ length: count }, () => [`c${a}`, `c${b}`] as const)),
  )

test("two pathologists of 118 slides agree with kappa 0.493, standard error 0.057 (Agresti 2013, 11.5)", () => {
  const found = cohenKappa(
    pairsOf([
      [22, 2, 2, 0],
      [5, 7, 14, 0],
      [0, 2, 36, 0],
      [0, 1, 17, 10],
    ]),
  )
  expect(found?.same).toBeCloseTo(75 / 118, 12)
  expect(found?.kappa).toBeCloseTo(0.493, 3)
  expect(((found?.interval.high ?? 0) - (found?.interval.low ?? 0)) / 2 / 1.959964).toBeCloseTo(0.057, 3)
})

test("by hand: 20 and 15 of 50 alike, half of it by chance", () => {
  const found = cohenKappa(
    pairsOf([
      [20, 5],
      [10, 15],
    ]),
  )
  expect(found?.same).toBeCloseTo(0.7, 12)
  expect(found?.kappa).toBeCloseTo(0.4, 12)
})

test("where nothing but habit could be seen there is no kappa", () => {
  expect(cohenKappa([])).toBeUndefined()
  expect(cohenKappa(Array.from({ length: 30 }, () => ["a", "a"] as const))).toBeUndefined()
  expect(
    cohenKappa([
      ["a", "a"],
      ["b", "b"],
    ])?.kappa,
  ).toBeCloseTo(1, 12)
})

test("neither the order of the coders nor that of the cases matters, and kappa lies in its interval", () => {
  const code = fc.constantFrom("a", "b", "c")
  fc.assert(
    fc.property(fc.array(fc.tuple(code, code), { minLength: 2, maxLength: 60 }), (pairs) => {
      const [one, other] = [cohenKappa(pairs), cohenKappa(pairs.map(([a, b]) => [b, a] as const).reverse())]
      expect(one === undefined).toBe(other === undefined)
      if (one === undefined || other === undefined) return
      expect(other.kappa).toBeCloseTo(one.kappa, 9)
      expect(other.interval.low).toBeCloseTo(one.interval.low, 6)
      expect(one.interval.low).toBeLessThanOrEqual(one.kappa + 1e-12)
      expect(one.interval.high).toBeGreaterThanOrEqual(one.kappa - 1e-12)
    }),
  )
})
