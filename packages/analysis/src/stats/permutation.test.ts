import { expect, test } from "vitest"
import { normalFrom, seeded } from "../random.ts"
import { midRanks } from "./mid-ranks.ts"
import { pearson } from "./pearson.ts"
import { permutationTest } from "./permutation.ts"

const x = [4, 3.5, 2, 5, 4.5, 3, 3.5, 1, 2.5, 4]
const y = [12, 9, 7, 15, 11, 9, 13, 4, 8, 8]
const z = [30, 25, 41, 22, 38, 35, 27, 44, 31, 29]

test("six units: all 720 orders, as itertools.permutations and NumPy", () => {
  const plain = permutationTest(x.slice(0, 6), y.slice(0, 6), { seed: 1 })
  expect(plain?.r).toBeCloseTo(0.9222976262532637, 13)
  expect(plain?.p).toBeCloseTo(12 / 720, 14)
  expect(plain).toMatchObject({ permutations: 720, exact: true })
  const partial = permutationTest(x.slice(0, 6), y.slice(0, 6), { seed: 1, controls: [z.slice(0, 6)] })
  expect(partial?.r).toBeCloseTo(0.8714693496382567, 12)
  expect(partial?.p).toBeCloseTo(32 / 720, 14)
})

test("four units in one order: 2 of 24 orders are as straight", () => {
  expect(permutationTest([1, 2, 3, 4], [1, 2, 3, 4], { seed: 1 })).toMatchObject({
    p: 2 / 24,
    permutations: 24,
  })
})

test("the seed decides the draws, 9,999 of them, and the drawn p is near the one of the normal theory", () => {
  const one = permutationTest(x, y, { seed: 5 })
  expect(permutationTest(x, y, { seed: 5 })).toEqual(one)
  expect(one).toMatchObject({ permutations: 10_000, exact: false })
  expect(Math.abs((one?.p ?? 1) - (pearson(x, y)?.p ?? 0))).toBeLessThan(0.002)
  expect((one?.p ?? 0) * 10_000).toBeCloseTo(Math.round((one?.p ?? 0) * 10_000), 9)
})

test("p is never 0 when orders are drawn", () => {
  const line = Array.from({ length: 30 }, (_, at) => at)
  expect(permutationTest(line, line, { seed: 1, replicates: 99 })?.p).toBe(0.01)
})

test("undefined when a side does not vary, the controls explain it, or nothing is left", () => {
  expect(permutationTest([1, 2, 3, 4], [2, 2, 2, 2], { seed: 1 })).toBeUndefined()
  expect(permutationTest(x, z, { seed: 1, controls: [z] })).toBeUndefined()
  expect(permutationTest([1, 2], [2, 1], { seed: 1 })).toBeUndefined()
})

test("units that share a cause only: permuting them alarms, permuting what the cause leaves holds its 5%", () => {
  const draw = normalFrom(seeded(42))
  const runs = 400
  let naive = 0
  let freedmanLane = 0
  for (let run = 0; run < runs; run++) {
    const cause = Array.from({ length: 20 }, draw)
    const left = cause.map((value) => value + draw())
    const right = cause.map((value) => value + draw())
    const p = (controls: number[][]) =>
      permutationTest(left, right, { seed: run, replicates: 99, controls })?.p ?? 0
    if (p([]) <= 0.05) naive++
    if (p([cause]) <= 0.05) freedmanLane++
  }
  expect(naive / runs).toBeGreaterThan(0.4)
  // .05 and four standard errors of 400 runs, on either side
  expect(Math.abs(freedmanLane / runs - 0.05)).toBeLessThan(4 * Math.sqrt((0.05 * 0.95) / runs))
})

test("Spearman's by mid-ranks does not see an increasing change of the values", () => {
  const ranks = permutationTest(midRanks(x), midRanks(y), { seed: 3, replicates: 499 })
  const cubes = permutationTest(midRanks(x.map((value) => value ** 3)), midRanks(y), {
    seed: 3,
    replicates: 499,
  })
  expect(cubes).toEqual(ranks)
})
