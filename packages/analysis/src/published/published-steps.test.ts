import fc from "fast-check"
import { expect, test } from "vitest"
import { seeded } from "../random.ts"
import { publishedFigures } from "./published-figures.ts"
import { FLAT, publishedSteps } from "./published-steps.ts"
import type { PublishedRow } from "./types.ts"

const row = (order: number, percent: number, respondents = 10_000, more: Partial<PublishedRow> = {}) => ({
  ...{ wave: "2020", group: "grade", level: `L${order}`, order, respondents },
  ...{ code: "Q1", question: "The goals are clear.", percent },
  ...more,
})
const findings = (rows: PublishedRow[], rounding?: number) =>
  publishedSteps(rows, rounding).steps.map(({ from, to, finding }) => `${from} ${to} ${finding}`)

test("from the lower to the next higher layer: higher less lower, the largest clear drop named once", () => {
  const { steps, missing } = publishedSteps([row(3, 61), row(1, 34), row(2, 40)])
  expect(missing).toEqual([])
  expect(steps).toMatchObject([
    { from: "L1", to: "L2", drop: 6, finding: "drop", group: "grade", wave: "2020", code: "Q1" },
    { from: "L2", to: "L3", drop: 21, finding: "largest-drop", question: "The goals are clear." },
  ])
  for (const { interval, drop, p } of steps) {
    expect(interval[0]).toBeGreaterThan(0)
    expect(interval[1]).toBeGreaterThan(drop)
    expect(p).toBeLessThan(0.05)
  }
})

test("a rise is never called a drop, however large, and a table without a clear drop has no largest one", () => {
  expect(findings([row(1, 70, 70_000), row(2, 40, 70_000), row(3, 41, 70_000)])).toEqual([
    "L1 L2 rise",
    "L2 L3 flat",
  ])
})

test("few people leave it unclear, many make it surely small", () => {
  expect(findings([row(1, 50, 30), row(2, 58, 30)])).toEqual(["L1 L2 unclear"])
  expect(findings([row(1, 50, 70_000), row(2, 51, 70_000)])).toEqual(["L1 L2 flat"])
})

test("rounding is taken in: two points told of a million people may be one, one may be none", () => {
  const many = (percent: number, order: number) => row(order, percent, 1_000_000_000)
  expect(findings([many(50, 1), many(51, 2)])).toEqual(["L1 L2 flat"])
  expect(findings([many(50, 1), many(51, 2)], 0)).toEqual(["L1 L2 largest-drop"])
  expect(findings([many(50, 1), many(52, 2)])).toEqual(["L1 L2 largest-drop"])
})

test("of two equal drops the surer is the largest", () => {
  expect(findings([row(1, 20, 90_000), row(2, 40, 90_000), row(3, 60, 500)])).toEqual([
    "L1 L2 largest-drop",
    "L2 L3 drop",
  ])
})

test("layers are never compared across one that has no figure; it is named", () => {
  const other = { code: "Q2", question: "Another." }
  const rows = [1, 2, 3].map((order) => row(order, 10 * order, 10_000, other))
  const { steps, missing } = publishedSteps([row(1, 34), row(3, 61), ...rows])
  expect(steps.filter(({ code }) => code === "Q1")).toEqual([])
  expect(missing).toEqual([
    { wave: "2020", group: "grade", code: "Q1", question: "The goals are clear.", level: "L2" },
  ])
  expect(steps.filter(({ code }) => code === "Q2")).toHaveLength(2)
})

test("a layer that a wave does not have is no gap, and orders need not be 1, 2, 3", () => {
  expect(findings([row(10, 34), row(30, 61), row(20, 9, 500, { wave: "2021" })])).toEqual([
    "L10 L30 largest-drop",
  ])
})

test("waves, groups and questions are apart; one code may have several questions", () => {
  const rows = [{ wave: "2021" }, { group: "manager" }, { question: "Another." }, { code: "Q2" }, {}]
  const { steps } = publishedSteps(rows.flatMap((more) => [row(1, 30, 999, more), row(2, 60, 999, more)]))
  expect(steps.map(({ finding }) => finding)).toEqual(Array(5).fill("largest-drop"))
})

test("units have no steps, but each figure has its interval, rounding taken in", () => {
  const units = [
    row(1, 30, 25, { order: null, level: "5-200" }),
    row(1, 60, 900, { order: null, level: "5" }),
  ]
  expect(publishedSteps(units)).toEqual({ steps: [], missing: [] })
  const [small, large] = publishedFigures(units)
  // R: prop.test(.295 * 25, 25, correct = FALSE) and prop.test(.305 * 25, 25, correct = FALSE)
  expect(small?.interval[0]).toBeCloseTo(15.36444, 4)
  expect(small?.interval[1]).toBeCloseTo(50.0996, 4)
  expect(large).toMatchObject({ level: "5", percent: 60, respondents: 900, order: null })
})

test("order of rows changes nothing but the order of questions", () => {
  const table = [1, 2, 3, 4].flatMap((order) =>
    ["2020", "2021"].map((wave) => row(order, 15 * order, 400, { wave })),
  )
  const sorted = (rows: PublishedRow[]) =>
    publishedSteps(rows).steps.toSorted((a, b) => `${a.wave}${a.from}`.localeCompare(`${b.wave}${b.from}`))
  fc.assert(
    fc.property(fc.shuffledSubarray(table, { minLength: table.length }), (shuffled) => {
      expect(sorted(shuffled)).toEqual(sorted(table))
    }),
  )
})

test("a finding says what its interval says; never two largest drops; a drop is never negative", () => {
  const figure = fc.record({
    percent: fc.integer({ min: 0, max: 100 }),
    respondents: fc.integer({ min: 1, max: 90_000 }),
  })
  fc.assert(
    fc.property(fc.array(figure, { minLength: 2, maxLength: 7 }), (figures) => {
      const { steps } = publishedSteps(
        figures.map(({ percent, respondents }, order) => row(order, percent, respondents)),
      )
      expect(steps).toHaveLength(figures.length - 1)
      const clear = steps.filter(({ interval: [low] }) => low > 0)
      expect(steps.filter(({ finding }) => finding === "largest-drop")).toHaveLength(clear.length > 0 ? 1 : 0)
      for (const {
        finding,
        drop,
        interval: [low, high],
      } of steps) {
        if (finding === "drop" || finding === "largest-drop")
          expect([low > 0, drop > 0]).toEqual([true, true])
        else if (finding === "rise") expect([high < 0, drop < 0]).toEqual([true, true])
        else expect([low <= 0 && high >= 0, low > -FLAT && high < FLAT]).toEqual([true, finding === "flat"])
      }
    }),
  )
})

test("the interval holds the true step in at least 95 % of made-up tables, shares and means of items alike", () => {
  const random = seeded(1872)
  const runs = 1500
  /** People who agree with each of `items` with a chance of their own, told as a whole percent. */
  const draw = (n: number, share: number, items: number) => {
    let sum = 0
    for (let person = 0; person < n; person++) {
      const agree = random() < share
      for (let item = 0; item < items; item++) sum += (random() < 0.6 ? agree : random() < share) ? 1 : 0
    }
    return Math.round((100 * sum) / (n * items))
  }
  for (const items of [1, 5]) {
    let held = 0
    let alarms = 0
    for (let run = 0; run < runs; run++) {
      const [n, m, lower, higher] = [
        40 + Math.floor(160 * random()),
        15 + Math.floor(40 * random()),
        0.4,
        0.55,
      ]
      const shown = publishedSteps([row(1, draw(n, lower, items), n), row(2, draw(m, higher, items), m)])
      const [low, high] = shown.steps[0]?.interval ?? [0, 0]
      held += low <= 15 && high >= 15 ? 1 : 0
      const same = publishedSteps([row(1, draw(n, lower, items), n), row(2, draw(m, lower, items), m)])
      alarms += same.steps[0]?.interval[0] === undefined || same.steps[0].p < 0.05 ? 1 : 0
    }
    expect(held / runs, `items ${items}`).toBeGreaterThanOrEqual(0.95)
    expect(alarms / runs, `items ${items}`).toBeLessThanOrEqual(0.05)
  }
})
