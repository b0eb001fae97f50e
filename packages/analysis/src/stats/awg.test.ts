import { expect, test } from "vitest"
import { awg } from "./awg.ts"
import { momentsOf } from "./deviations.ts"
import type { Moments } from "./moments.ts"

const of = (...answers: number[]) => awg(momentsOf(answers) as Moments, 1, 5)

test("by hand: half of the people at either end agree least, all of one mind agree wholly", () => {
  expect(of(1, 5, 1, 5)).toBeCloseTo(-1, 14)
  expect(of(3, 3, 3)).toBe(1)
  // Mean 3.5, variance 1/3; most: (6 * 3.5 - 12.25 - 5) * 4/3 = 5
  expect(of(3, 4, 3, 4)).toBeCloseTo(1 - 2 / 15, 14)
})

test("it does not depend on which end is called high", () => {
  expect(of(4, 5, 3, 4, 2)).toBeCloseTo(of(2, 1, 3, 2, 4) ?? 0, 13)
})

test("undefined beside an end of the scale, defined at the bound, and for one person", () => {
  expect(of(5, 5, 5, 5)).toBeUndefined()
  expect(of(4.9, 5, 5, 5)).toBeUndefined()
  // (5 * 2 + 1)/3
  expect(of(5, 5, 1)).toBeDefined()
  expect(of(3)).toBeUndefined()
})
