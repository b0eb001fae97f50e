import fc from "fast-check"
import { expect, test } from "vitest"
import { worthOfPerson } from "./spread-of-shares.ts"

test("whatever people name, their shares spread no more than is taken", () => {
  const people = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 2, maxLength: 40 })
  fc.assert(
    fc.property(people, (named) => {
      const shares = named.map((count) => count / 3)
      const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length
      const variance = shares.reduce((sum, share) => sum + share ** 2, 0) / shares.length - mean ** 2
      const all = named.filter((count) => count === 3).length / named.length
      const taken = (mean * (1 - mean)) / worthOfPerson(mean, all, 3)
      expect(taken).toBeGreaterThanOrEqual(variance - 1e-12)
    }),
  )
})

test("one answer is one person's worth; guessing three of eight is worth two, all or nothing one", () => {
  expect(worthOfPerson(0.4, 0.4, 1)).toBe(1)
  expect(worthOfPerson(3 / 8, 1 / 56, 3)).toBeCloseTo(2.03, 2)
  expect(worthOfPerson(0.4, 0.4, 3)).toBeCloseTo(1, 12)
  // Told of nobody how many know all: as if all who know anything did.
  expect(worthOfPerson(0.4, 1, 3)).toBeCloseTo(1, 12)
  expect(worthOfPerson(2 / 3, 0, 3)).toBe(3)
  expect(worthOfPerson(0, 0, 3)).toBe(1)
})
