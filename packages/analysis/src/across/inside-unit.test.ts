import { expect, test } from "vitest"
import { seeded } from "../random.ts"
import { kendallW } from "../stats/kendall-w.ts"
import { insideUnit } from "./inside-unit.ts"

/** People who name the options at these places, of eight. */
const rows = (lists: readonly (readonly number[])[]) =>
  lists.map((list) => Array.from({ length: 8 }, (_, at) => (list.includes(at) ? 0 : 1)))
const percents = (lists: readonly (readonly number[])[]) =>
  Array.from(
    { length: 8 },
    (_, at) => (100 * lists.filter((list) => list.includes(at)).length) / lists.length,
  )

test("is Kendall's W of people who list three of eight, less what rounding adds", () => {
  const lists = Array.from({ length: 20 }, (_, at) =>
    at < 9 ? [0, 1, 2] : [at % 8, (at + 3) % 8, (at + 5) % 8],
  )
  const w = kendallW(rows(lists))?.w ?? 0
  const rounding = (7 * 0.025 ** 2) / (8 * (3 / 8) * (5 / 8))
  expect(percents(lists).every((share) => share % 5 === 0)).toBe(true)
  expect(insideUnit(percents(lists), 20)?.w).toBeCloseTo(w - rounding, 12)
})

test("one list is united, every list scattered, and twenty who lean are not enough to tell", () => {
  const one = insideUnit([95, 95, 95, 5, 5, 5, 5, 5], 40)
  expect(one).toMatchObject({ united: true })
  expect(one?.w).toBeGreaterThan(0.79)
  expect(one?.p).toBeLessThan(1e-20)
  const none = insideUnit([40, 35, 40, 35, 40, 35, 40, 35], 100)
  expect(none?.united).toBe(false)
  expect(none?.w).toBeCloseTo(0, 2)
  expect(none?.p).toBeGreaterThan(0.5)
  const lean = [65, 60, 50, 30, 30, 25, 20, 20]
  expect(insideUnit(lean, 20)).toMatchObject({ united: null })
  expect(insideUnit(lean, 4000)).toMatchObject({ united: false })
})

test("without a choice there is nothing to agree about", () => {
  expect(insideUnit([0, 0, 0], 30)).toBeNull()
  expect(insideUnit([100, 100], 30)).toBeNull()
  expect(insideUnit([60, 40], 1)).toBeNull()
})

test("people who choose at random look united by p in one of twenty units, also where thousands are rounded", () => {
  for (const n of [40, 4000]) {
    const random = seeded(n)
    let rare = 0
    for (let unit = 0; unit < 400; unit++) {
      const counts = new Array<number>(8).fill(0)
      for (let person = 0; person < n; person++) {
        const [a, b, c] = threeOf(random)
        for (const at of [a, b, c]) counts[at] = (counts[at] as number) + 1
      }
      const told = counts.map((count) => 5 * Math.round((20 * count) / n))
      const inside = insideUnit(told, n)
      if (inside && inside.p <= 0.05) rare++
      expect(inside?.united).not.toBe(true)
    }
    // 20 expected of 400; more than 31 about once in 150.
    expect(rare).toBeLessThanOrEqual(31)
  }
})

function threeOf(random: () => number): [number, number, number] {
  const a = Math.floor(random() * 8)
  const b = (a + 1 + Math.floor(random() * 7)) % 8
  for (;;) {
    const c = Math.floor(random() * 8)
    if (c !== a && c !== b) return [a, b, c]
  }
}
