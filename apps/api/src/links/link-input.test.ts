import { expect, test } from "vitest"
import { type BuiltInput, linkInput } from "./link-input.ts"
import type { Wave } from "./link-view.ts"
import { type MadeUpUnit, madeUpKpi, madeUpView, madeUpWave } from "./testing.ts"

const none = Number.NaN
const a = { id: "a", name: "Clear", kind: "construct" } as const
const engagement = { id: "engagement", name: "Engaged", kind: "construct" } as const

/** What each unit adds to a pair: mean and value by name, wave after wave. */
function rowsOf({ blocks, tree }: BuiltInput, construct = "a", kpi = 0, lag = 0) {
  const { input, unitAt } =
    blocks.find((one) => one.input.constructs.some(({ id }) => id === construct)) ?? blocks[0]
  const values = input.kpis[kpi]
  return (input.constructs.find(({ id }) => id === construct)?.waves ?? []).map((means, wave) =>
    Object.fromEntries(
      unitAt.flatMap((unit, place) => {
        const [x, y] = [means[place], values?.periods[(values.at[wave] as number) + lag]?.[place]]
        if (x === undefined || y === undefined || Number.isNaN(x) || Number.isNaN(y)) return []
        return [[tree.ids[unit]?.replace("unit:", ""), [x, y]]]
      }),
    ),
  )
}
const built = (
  waves: [Wave, ...Wave[]],
  kpis: ReturnType<typeof madeUpKpi>[],
  asked: (typeof a | typeof engagement)[] = [a],
) => linkInput(madeUpView(waves, kpis), asked, kpis, 1)

const four: Record<string, MadeUpUnit> = {
  top: { means: { a: 3.5 } },
  left: { parent: "top", means: { a: 3.1 } },
  right: { parent: "top", means: { a: 3.9 } },
  other: { means: { a: 2.5 } },
}

test("means as they are told stand beside the values of the period the survey falls in, and of those around it", () => {
  const kpi = madeUpKpi(
    "k",
    [
      [9, 1, 2, 3],
      [9, 4, 5, 6],
      [9, 7, 8, none],
    ],
    [1],
  )
  const of = built([madeUpWave("s", four)], [kpi])
  expect(of.lags).toEqual([-1, 0, 1])
  expect(rowsOf(of)).toEqual([{ left: [3.1, 4], right: [3.9, 5], other: [2.5, 6] }])
  expect(rowsOf(of, "a", 0, -1)).toEqual([{ left: [3.1, 1], right: [3.9, 2], other: [2.5, 3] }])
  expect(rowsOf(of, "a", 0, 1)).toEqual([{ left: [3.1, 7], right: [3.9, 8] }])
  expect([...of.used]).toEqual([0, 1, 1, 1].map((_, at) => (of.tree.ids[at] === "unit:top" ? 0 : 1)))
})

test("units are chosen for each KPI by itself: one that is told of whole branches has those", () => {
  const fine = madeUpKpi("fine", [[none, 4, 5, 6]], [0])
  const coarse = madeUpKpi("coarse", [[8, none, none, 6]], [0])
  const of = built([madeUpWave("s", four)], [fine, coarse])
  expect(rowsOf(of, "a", 0)).toEqual([{ left: [3.1, 4], right: [3.9, 5], other: [2.5, 6] }])
  expect(rowsOf(of, "a", 1)).toEqual([{ top: [3.5, 8], other: [2.5, 6] }])
  expect(of.lags).toEqual([0])
})

test("what is hidden or told as a bound is no value, and costs no other topic a unit", () => {
  const units = {
    top: { means: { a: 3.5, engagement: 3.5 } },
    left: { parent: "top", means: { a: null, engagement: 3.2 } },
    right: { parent: "top", means: { a: "bound" as const, engagement: 3.8 } },
  }
  const of = built([madeUpWave("s", units)], [madeUpKpi("k", [[1, 2, 3]], [0])], [a, engagement])
  expect(rowsOf(of, "a")).toEqual([{ top: [3.5, 1] }])
  expect(rowsOf(of, "engagement")).toEqual([{ left: [3.2, 2], right: [3.8, 3] }])
  expect(of.told.map(({ hidden, bound }) => [hidden, bound])).toEqual([
    [1, 1],
    [0, 0],
  ])
})

test("a unit is the same in two surveys when its head is, wherever it stands and whatever it is called", () => {
  const before = madeUpWave(
    "first",
    { was: { person: "left", means: { a: 4.1 } }, gone: { means: { a: 4.2 } } },
    { closedAt: "2026-01-20T12:00:00Z" },
  )
  // In each survey's chart a label means what it meant there: number 0 was another unit then.
  const kpi = madeUpKpi(
    "k",
    [
      [10, 11, 12, 13],
      [9, 4, 5, 6],
    ],
    [0, 1],
  )
  const of = built([before, madeUpWave("second", four)], [kpi])
  expect(rowsOf(of)).toEqual([{ left: [4.1, 10] }, { left: [3.1, 4], right: [3.9, 5], other: [2.5, 6] }])
})

test("units that lay in one another then are not used side by side: the one around the other is left out", () => {
  const before = madeUpWave("first", {
    left: { means: { a: 4 } },
    right: { parent: "left", means: { a: 4.4 } },
    other: { means: { a: 2.2 } },
  })
  const numbers = new Map([...before.places.values()].map((place, at) => [at + 1, place]))
  const kpi = madeUpKpi(
    "k",
    [
      [none, 1, 2, 3],
      [none, 4, 5, 6],
    ],
    [0, 1],
  )
  const of = built([{ ...before, places: numbers }, madeUpWave("second", four)], [kpi])
  expect(rowsOf(of)[0]).toEqual({ right: [4.4, 2], other: [2.2, 3] })
  expect(of.moved).toBe(1)
})

test("an earlier survey that asked other questions under the same name gives no values", () => {
  const before = madeUpWave("first", four, { items: ["a1", "a2"] })
  const kpi = madeUpKpi(
    "k",
    [
      [9, 1, 2, 3],
      [9, 4, 5, 6],
    ],
    [0, 1],
  )
  expect(rowsOf(built([before, madeUpWave("second", four)], [kpi]))[0]).toEqual({})
  expect(
    Object.keys(rowsOf(built([madeUpWave("first", four), madeUpWave("second", four)], [kpi]))[0] ?? {}),
  ).toHaveLength(3)
})

test("two values of one unit are none, and constant or absent series are no part of it", () => {
  const wave = madeUpWave("s", four)
  const places = new Map([...wave.places, [4, { group: "unit:left" }] as const])
  const twice = madeUpKpi("twice", [[9, 4, 5, 6, 7]], [0])
  const constant = madeUpKpi(
    "constant",
    [
      [9, 2, 2, 2],
      [9, 2, 2, 2],
    ],
    [0],
  ).values.map((row) => row.map(() => 2))
  const of = built(
    [{ ...wave, places }],
    [
      twice,
      { ...madeUpKpi("constant", [[0], [0]], [0]), values: constant },
      madeUpKpi("away", [[9, 4, 5, 6]], [7]),
    ],
  )
  expect(of.blocks[0].input.kpis.map(({ id }) => id)).toEqual(["twice"])
  expect(of.kpis.map(({ isConstant, twice }) => [isConstant, twice])).toEqual([
    [false, 1],
    [true, 0],
    [false, 0],
  ])
  // Without left, right is the only part of top that can be: so top it is.
  expect(rowsOf(of)).toEqual([{ top: [3.5, 9], other: [2.5, 6] }])
  expect(of.lags).toEqual([0])
})

test("reliability is the mean of what is said of the units that are used; who heads whom stands beside", () => {
  const of = built([madeUpWave("s", four, { reliability: 0.7 })], [madeUpKpi("k", [[9, 4, 5, 6]], [0])])
  expect(of.blocks[0].input.constructs[0]?.reliability).toBeCloseTo(0.7)
  expect(
    built([madeUpWave("s", four)], [madeUpKpi("k", [[9, 4, 5, 6]], [0])]).blocks[0].input.constructs[0]
      ?.reliability,
  ).toBeNull()
  expect(
    of.blocks[0].unitAt
      .map((unit) => [of.tree.ids[unit], of.blocks[0].input.heads?.[of.blocks[0].unitAt.indexOf(unit)]])
      .sort(),
  ).toEqual([
    ["unit:left", 1],
    ["unit:other", 1],
    ["unit:right", 0],
  ])
})
