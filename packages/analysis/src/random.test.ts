import { expect, test } from "vitest"
import { normalFrom, seeded, shuffle } from "./random.ts"

test("a seed gives the numbers that another implementation of xoshiro128** gives", () => {
  // Python integers, checked there against the authors' vector of state (1, 2, 3, 4): 11520, 0, 5927040, 70819200
  const expected: [seed: number, first: number[]][] = [
    [0, [0.41675133265905573, 0.5870561741002205, 0.2650367332581032]],
    [20261027, [0.964347981183565, 0.3587198269740931, 0.439863945790565]],
    [4294967295, [0.9555830018603452, 0.2682696548492096, 0.8580147783595625]],
  ]
  for (const [seed, first] of expected) {
    const random = seeded(seed)
    expect([random(), random(), random()]).toEqual(first)
  }
})

test("neighbouring seeds are unrelated: first numbers of 10,000 seeds fill ten bins evenly", () => {
  const bins = new Array<number>(10).fill(0)
  for (let seed = 0; seed < 10_000; seed++) {
    const bin = Math.floor(seeded(seed)() * 10)
    bins[bin] = (bins[bin] ?? 0) + 1
  }
  const chiSquared = bins.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0)
  expect(chiSquared).toBeLessThan(27.88) // qchisq(.999, 9)
})

test("normal numbers have the moments of a normal distribution and do not follow one another", () => {
  const draw = normalFrom(seeded(7))
  const n = 200_000
  const sums = [0, 0, 0, 0]
  let product = 0
  let last = 0
  let beyond = 0
  for (let i = 0; i < n; i++) {
    const x = draw()
    for (let power = 0; power < 4; power++) sums[power] = (sums[power] ?? 0) + x ** (power + 1)
    product += x * last
    last = x
    if (Math.abs(x) > 3) beyond++
  }
  const [mean = 0, square = 0, cube = 0, fourth = 0] = sums.map((sum) => sum / n)
  // Four standard errors: sqrt(1/n), sqrt(2/n), sqrt(15/n), sqrt(96/n), sqrt(1/n), sqrt(p(1-p)/n)
  expect(Math.abs(mean)).toBeLessThan(4 * Math.sqrt(1 / n))
  expect(Math.abs(square - 1)).toBeLessThan(4 * Math.sqrt(2 / n))
  expect(Math.abs(cube)).toBeLessThan(4 * Math.sqrt(15 / n))
  expect(Math.abs(fourth - 3)).toBeLessThan(4 * Math.sqrt(96 / n))
  expect(Math.abs(product / n)).toBeLessThan(4 * Math.sqrt(1 / n))
  expect(Math.abs(beyond / n - 0.0026998)).toBeLessThan(4 * Math.sqrt(0.0026998 / n))
})

test("each of the 24 orders of four things is as likely as another", () => {
  const random = seeded(11)
  const counts = new Map<string, number>()
  for (let i = 0; i < 24_000; i++) {
    const order = [1, 2, 3, 4]
    shuffle(order, random)
    counts.set(order.join(""), (counts.get(order.join("")) ?? 0) + 1)
  }
  expect(counts.size).toBe(24)
  const chiSquared = [...counts.values()].reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0)
  expect(chiSquared).toBeLessThan(49.73) // qchisq(.999, 23)
})
