import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { normalFrom, seeded } from "../random.ts"
import { links } from "./links.ts"
import type { LinkConstruct, LinkInput, LinkKpi, LinkPair } from "./types.ts"

// R 4.2.2: attitude[1:15, ], complaints, rating and privileges; critical of the same rows.
const complaints = [51, 64, 70, 63, 78, 55, 67, 75, 82, 61, 53, 60, 62, 83, 77]
const rating = [43, 63, 71, 61, 81, 43, 58, 71, 72, 67, 64, 67, 69, 68, 77]
const privileges = [30, 51, 68, 45, 56, 49, 42, 50, 72, 45, 53, 47, 57, 83, 54]
const critical = [92, 73, 86, 84, 83, 49, 68, 66, 83, 80, 67, 74, 63, 77, 77]

const construct = (waves: number[][], more: Partial<LinkConstruct> = {}): LinkConstruct => ({
  ...{ id: "c", name: "Mission", waves: waves.map((wave) => Float64Array.from(wave)), ...more },
})
const kpi = (periods: number[][], more: Partial<LinkKpi> = {}): LinkKpi => ({
  ...{ id: "k", name: "Sales", direction: "higher", at: periods.map((_, at) => at) },
  ...{ periods: periods.map((period) => Float64Array.from(period)), ...more },
})
function one(x: number[][], y: number[][], more: Partial<LinkInput> = {}, of: Partial<LinkConstruct> = {}) {
  const units = x[0]?.length ?? 0
  const pairs = links({
    ...{ units, constructs: [construct(x, of)], kpis: [kpi(y)], lags: [0], seed: 1, ...more },
  })
  expect(pairs).toHaveLength(1)
  return pairs[0] as LinkPair
}

describe("one wave, as R says", () => {
  const sizes = [Float64Array.from(privileges)]
  const heads = Int32Array.from({ length: 15 }, (_, unit) => Math.floor(unit / 3))
  const pair = one([complaints], [rating], { heads }, { sizes, reliability: 0.7 })

  test("Pearson and Spearman with their intervals", () => {
    expect(pair.pearson).toBeCloseTo(0.72422823118, 11)
    expect(pair.interval?.low).toBeCloseTo(0.336985332624, 11)
    expect(pair.interval?.high).toBeCloseTo(0.901893065025, 11)
    expect(pair.spearman).toBeCloseTo(0.723368768311, 11)
    expect(pair.spearmanInterval?.low).toBeCloseTo(0.272130772274, 11)
    expect(pair.spearmanInterval?.high).toBeCloseTo(0.913816395394, 11)
  })

  test("p by permuting units, near that of 200,000 orders", () => {
    // By t .00226; R's shuffles of the weak pair: .3939.
    expect(pair.p).toBeGreaterThan(0)
    expect(pair.p).toBeLessThan(0.005)
    expect(Math.abs((one([complaints], [critical]).p ?? 0) - 0.3939)).toBeLessThan(0.025)
  })

  test("each unit left out, size taken out, and weights", () => {
    expect(pair.influence).toEqual({
      ...{ low: expect.closeTo(0.650274314632, 11), high: expect.closeTo(0.768732640135, 11) },
      ...{ fragile: false, unit: 0 },
    })
    expect(pair.besideSize?.r).toBeCloseTo(0.519045325057, 10)
    expect(pair.besideSize?.low).toBeCloseTo(-0.01591787862, 10)
    expect(pair.besideSize?.high).toBeCloseTo(0.822980318763, 10)
    expect(pair.weighted?.r).toBeCloseTo(0.71172247494, 10)
    expect(pair.weighted?.effective).toBeCloseTo(14.9289429989, 9)
    // Without a reliability small units do not vary more here, so all weigh the same.
    expect(one([complaints], [rating], {}, { sizes }).weighted).toEqual({
      ...{ r: expect.closeTo(0.72422823118, 10), effective: expect.closeTo(15, 10) },
    })
  })

  test("under the same head, and if perfectly measured", () => {
    expect(pair.underHead).toEqual({ r: expect.closeTo(0.811782631123, 10), units: 15 })
    expect(pair.disattenuated).toBeCloseTo(0.72422823118 / Math.sqrt(0.7), 10)
    expect(one([complaints], [rating], {}, { reliability: 0.4 }).disattenuated).toBeNull()
  })

  test("a link, and better goes with better; the other way round for a KPI where lower is better", () => {
    expect([pair.finding, pair.way]).toEqual(["link", "better-with-better"])
    const lower = one([complaints], [rating], { kpis: [kpi([rating], { direction: "lower" })] })
    expect(lower.way).toBe("better-with-worse")
  })
})

describe("several waves of units with gaps, as R says", () => {
  const none = Number.NaN
  const x = [
    [none, 64, 70, 63, 78, 55, 67, 75, 82, 61, 53, 60],
    [39, 54, 69, 47, 66, 44, 56, 55, 67, 47, 58, 39],
    [61, 63, 76, 54, none, 54, 66, 70, 71, 62, 58, 59],
  ]
  const y = [
    [43, 63, 71, 61, 81, 43, 58, 71, 72, 67, 64, 67],
    [45, 47, none, 35, 47, 34, 35, 41, 31, 41, 34, 41],
    [92, 73, 86, 84, 83, 49, none, 66, 83, 80, 67, 74],
  ]
  const pair = one(x, y)

  test("pooled r, its interval by leaving out whole units, and n of both kinds", () => {
    expect([pair.n, pair.units]).toEqual([32, 12])
    expect(pair.pearson).toBeCloseTo(0.583831003821, 11)
    expect(pair.interval?.low).toBeCloseTo(0.344557265346, 10)
    expect(pair.interval?.high).toBeCloseTo(0.751875547195, 10)
    expect(pair.spearman).toBeCloseTo(0.542707567965, 11)
    // Ranked anew without each unit the error of atanh is .1745, with t on 11 degrees of freedom.
    const z = Math.atanh(pair.spearman as number)
    const half = z - Math.atanh(pair.spearmanInterval?.low as number)
    expect(half / 2.200985 / 0.1745).toBeGreaterThan(0.8)
    expect(half / 2.200985 / 0.1745).toBeLessThan(1.2)
  })

  test("size taken out, and under the same head in the same wave", () => {
    const sizes = [0, 1, 2].map((at) => Float64Array.from(privileges.slice(at, at + 12)))
    const heads = Int32Array.of(1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 4)
    const more = one(x, y, { heads }, { sizes })
    expect(more.besideSize?.r).toBeCloseTo(0.582604236034, 10)
    expect(more.besideSize?.low).toBeCloseTo(0.320408202599, 9)
    expect(more.besideSize?.high).toBeCloseTo(0.761883881547, 9)
    // The twelfth unit is alone under its head.
    expect(more.underHead).toEqual({ r: expect.closeTo(0.553576932315, 10), units: 11 })
  })

  test("p is of units within waves: .122 in R, however much the waves differ", () => {
    expect(Math.abs((pair.p ?? 0) - 0.1224)).toBeLessThan(0.02)
    expect(pair.finding).toBe("cannot-tell")
    const shifted = one(
      x,
      y.map((wave, at) => wave.map((value) => value + 500 * at)),
    )
    expect(shifted.p).toBe(pair.p)
    expect(shifted.pearson).not.toBeCloseTo(pair.pearson as number, 2)
  })

  test("a trend that all units share is no link, however strong it makes the pooled correlation", () => {
    const normal = normalFrom(seeded(4))
    const rising = () =>
      Array.from({ length: 8 }, (_, wave) => Array.from({ length: 30 }, () => 3 * wave + normal()))
    const trend = one(rising(), rising())
    expect(trend.pearson).toBeGreaterThan(0.9)
    expect(trend.interval?.low).toBeGreaterThan(0.8)
    expect(trend.p).toBeGreaterThan(0.05)
    expect(trend.finding).toBe("cannot-tell")
  })

  test("units that are the same in every wave are one unit each: pooled n does not make them more", () => {
    const wave = Array.from({ length: 12 }, (_, unit) => complaints[unit] as number)
    const value = Array.from({ length: 12 }, (_, unit) => critical[unit] as number)
    const once = one([wave], [value])
    const often = one(Array(20).fill(wave), Array(20).fill(value))
    expect([often.n, often.units]).toEqual([240, 12])
    expect(often.p).toBeGreaterThan(0.3)
    const width = (of: LinkPair) => (of.interval?.high ?? 0) - (of.interval?.low ?? 0)
    expect(width(often)).toBeGreaterThan(0.6 * width(once))
    // As many rows of different units would leave an interval a quarter as wide.
    expect(width(often)).toBeGreaterThan(0.5)
    expect(often.detectable).toBe(once.detectable)
  })
})

describe("what cannot be told", () => {
  const short = (values: number[], n: number) => values.slice(0, n)

  test("below ten units there is nothing but how many there are, and what could have been seen", () => {
    const pair = one([short(complaints, 9)], [short(rating, 9)])
    expect(pair).toMatchObject({ n: 9, units: 9, finding: "cannot-tell", way: null, influence: null })
    for (const key of [
      "pearson",
      "interval",
      "spearman",
      "p",
      "pAdjusted",
      "q",
      "weighted",
      "underHead",
    ] as const)
      expect(pair[key], key).toBeNull()
    expect(pair.detectable).toBeCloseTo(0.8157, 3)
    expect(one([short(complaints, 10)], [short(rating, 10)]).pearson).not.toBeNull()
    // Nine units of many waves are nine.
    const often = one(Array(9).fill(short(complaints, 9)), Array(9).fill(short(rating, 9)))
    expect([often.n, often.units, often.pearson]).toEqual([81, 9, null])
  })

  test("a side that does not vary has no coefficient: neither 0 nor NaN", () => {
    const same = Array(15).fill(3.3)
    for (const pair of [one([same], [rating]), one([complaints], [same])])
      expect(pair).toMatchObject({ n: 15, pearson: null, p: null, pAdjusted: null, finding: "cannot-tell" })
    // Nor between the units of a wave, though the waves differ.
    const waves = one([same, same.map((value) => value + 1)], [rating, rating])
    expect(waves).toMatchObject({ n: 30, units: 15, pearson: null, finding: "cannot-tell" })
  })

  test("what does not vary or is too short does not make the family larger", () => {
    const kpis = [kpi([rating]), kpi([Array(15).fill(1)], { id: "same" })]
    const pairs = links({ units: 15, constructs: [construct([complaints])], kpis, lags: [0], seed: 1 })
    expect(pairs.map(({ kpi }) => kpi)).toEqual(["k", "same"])
    expect(pairs[0]?.pAdjusted).toBe(pairs[0]?.p)
  })

  test("one unit that turns the sign makes no link", () => {
    const normal = normalFrom(seeded(11))
    const x = Array.from({ length: 40 }, (_, unit) => (unit === 7 ? 60 : normal()))
    const y = Array.from({ length: 40 }, (_, unit) =>
      unit === 7 ? 60 : -0.05 * (x[unit] as number) + normal(),
    )
    const pair = one([x], [y])
    expect(pair.pearson).toBeGreaterThan(0.9)
    expect(pair.influence).toMatchObject({ fragile: true, unit: 7 })
    expect(pair.finding).toBe("cannot-tell")
  })

  test("a unit that turns the sign matters more than one that moves it further the same way", () => {
    const round = Array.from({ length: 12 }, (_, at) => (at * Math.PI) / 6)
    const x = [...round.map(Math.cos), 3, 8]
    const y = [...round.map(Math.sin), 3.5, -1]
    const pair = one([x], [y])
    const without = (unit: number) => one([x.toSpliced(unit, 1)], [y.toSpliced(unit, 1)]).pearson ?? 0
    const [all, turned, further] = [pair.pearson ?? 0, without(12), without(13)]
    expect([all > 0, turned < 0]).toEqual([true, true])
    expect(further - all).toBeGreaterThan(all - turned)
    expect(pair.influence).toMatchObject({ fragile: true, unit: 12 })
  })

  test("no evidence needs an interval within .30 that holds 0; one that reaches further cannot tell", () => {
    const normal = normalFrom(seeded(6))
    const draw = (units: number) => Array.from({ length: units }, normal)
    const many = one([draw(400)], [draw(400)])
    expect([many.finding, many.way]).toEqual(["no-evidence", null])
    expect(one([draw(15)], [draw(15)]).finding).toBe("cannot-tell")
    // So many units that .09 is past chance by itself, and no more when it is one of sixty tests.
    const x = draw(900)
    const weak = kpi([x.map((value) => 0.09 * value + normal())], { id: "weak" })
    const kpis = [weak, ...Array.from({ length: 59 }, (_, at) => kpi([draw(900)], { id: `${at}` }))]
    const pairs = links({ units: 900, constructs: [construct([x])], kpis, lags: [0], seed: 1 })
    const told = pairs.find(({ kpi }) => kpi === "weak")
    expect(told?.p).toBeLessThan(0.05)
    expect(told?.pAdjusted).toBeGreaterThan(0.05)
    expect(told?.finding).toBe("cannot-tell")
  })
})

describe("the family", () => {
  test("every pair and lag counts, in Holm's order; the list is by q, then p, then lag 0 first", () => {
    const normal = normalFrom(seeded(8))
    const x = Array.from({ length: 30 }, normal)
    const linked = x.map((value) => value + 0.5 * normal())
    const periods = [x.map(normal), linked, x.map(normal)]
    const input: LinkInput = {
      ...{ units: 30, constructs: [construct([x])], lags: [-1, 0, 1, 2], seed: 1 },
      kpis: [kpi(periods, { at: [1] })],
    }
    const pairs = links(input)
    expect(pairs[0]).toMatchObject({ lag: 0, finding: "link" })
    // Lag 2 lies behind the last period.
    expect(pairs.at(-1)).toMatchObject({ lag: 2, n: 0, units: 0, p: null, detectable: null })
    expect(pairs[0]?.pAdjusted).toBeCloseTo(3 * (pairs[0]?.p ?? 0), 12)
    expect(pairs.map(({ q }) => q ?? 2)).toEqual(pairs.map(({ q }) => q ?? 2).sort((a, b) => a - b))
    // .59 of one test of 20 units, .49 of 30; three tests need more.
    const alone = links({ ...input, lags: [0] })[0]
    expect(alone?.detectable).toBeCloseTo(0.4924, 3)
    expect(pairs[0]?.detectable).toBeGreaterThan(0.53)
  })

  test("among thousands of tests a strong link of few units can still be found", () => {
    const normal = normalFrom(seeded(9))
    const draw = () => Array.from({ length: 40 }, normal)
    const x = draw()
    const strong = kpi([x.map((value) => value + 0.4 * normal())], { id: "strong" })
    const kpis = [strong, ...Array.from({ length: 1999 }, (_, at) => kpi([draw()], { id: `${at}` }))]
    const pairs = links({ units: 40, constructs: [construct([x])], kpis, lags: [0], seed: 1 })
    expect(pairs[0]).toMatchObject({ kpi: "strong", finding: "link" })
    expect(pairs.filter(({ finding }) => finding === "link")).toHaveLength(1)
  })

  test("above 200 units p comes by formula, near that of permuting", () => {
    const normal = normalFrom(seeded(10))
    const waves = Array.from({ length: 6 }, () => Array.from({ length: 200 }, normal))
    // One more unit, in the middle, weighs nothing.
    const more = (wave: number[]) => [...wave, wave.reduce((sum, value) => sum + value, 0) / 200]
    for (const of of [1, 3]) {
      const [x, y] = [waves.slice(0, of), waves.slice(3, 3 + of)]
      const [formula, drawn] = [one(x.map(more), y.map(more)).p ?? 0, one(x, y).p ?? 0]
      expect(Math.abs(formula - drawn)).toBeLessThan(0.03)
      expect(formula).not.toBe(drawn)
    }
  })
})

describe("properties", () => {
  const world = fc
    .record({
      seed: fc.integer({ min: 0, max: 4_294_967_295 }),
      units: fc.integer({ min: 10, max: 25 }),
      waves: fc.integer({ min: 1, max: 3 }),
      r: fc.double({ min: 0, max: 0.9, noNaN: true }),
    })
    .map(({ seed, units, waves, r }) => {
      const random = seeded(seed)
      const normal = normalFrom(random)
      const gap = (value: number) => (random() < 0.1 ? Number.NaN : value)
      const draw = () => Array.from({ length: waves }, () => Array.from({ length: units }, normal))
      const [a, b] = [draw(), draw()]
      const y = a.map((wave, w) => wave.map((value, u) => gap(r * value + ((b[w] as number[])[u] as number))))
      return { units, x: a.map((wave) => wave.map(gap)), y }
    })
  const close = (a: number | null, b: number | null) =>
    a === null || b === null ? a === b : Math.abs(a - b) < 1e-9
  const ends = (interval: LinkPair["interval"], sign: number) =>
    interval === null ? [null, null] : [sign * interval.low, sign * interval.high].sort((a, b) => a - b)
  const figures = (of: LinkPair, sign: number) => [
    ...[of.pearson, of.spearman].map((r) => (r === null ? null : sign * r)),
    ...[...ends(of.interval, sign), ...ends(of.spearmanInterval, sign)],
  ]
  const same = (a: LinkPair, b: LinkPair, sign = 1) => {
    const other = figures(b, sign)
    return figures(a, 1).every((value, at) => close(value, other[at] as number | null))
  }

  test("units in another order: the same coefficients, intervals and influence", () => {
    fc.assert(
      fc.property(world, ({ units, x, y }) => {
        const turned = (waves: number[][]) => waves.map((wave) => [...wave].reverse())
        const [a, b] = [one(x, y), one(turned(x), turned(y))]
        if (a.pearson === null) return b.pearson === null
        return same(a, b) && a.influence?.unit === units - 1 - (b.influence?.unit ?? -1)
      }),
      { numRuns: 40 },
    )
  })

  test("another unit of measure changes nothing; the KPI turned round turns the signs, and no p", () => {
    fc.assert(
      fc.property(world, ({ x, y }) => {
        const a = one(x, y)
        const scaled = one(
          x,
          y.map((wave) => wave.map((value) => 1024 * value + 4096)),
        )
        const turned = one(
          x,
          y.map((wave) => wave.map((value) => -value)),
        )
        return same(a, scaled) && a.p === scaled.p && same(a, turned, -1) && a.p === turned.p
      }),
      { numRuns: 40 },
    )
  })

  test("the same seed gives the same, and no figure is NaN or beyond its bounds", () => {
    fc.assert(
      fc.property(world, fc.integer({ min: 0, max: 4_294_967_295 }), ({ x, y }, seed) => {
        const pair = one(x, y, { seed })
        expect(one(x, y, { seed })).toEqual(pair)
        expect(JSON.stringify(pair)).not.toMatch(/NaN|Infinity/)
        for (const r of [
          pair.pearson,
          pair.spearman,
          pair.interval?.low,
          pair.interval?.high,
          pair.influence?.low,
        ])
          if (typeof r === "number") expect(Math.abs(r)).toBeLessThanOrEqual(1)
        for (const p of [pair.p, pair.pAdjusted, pair.q]) if (p !== null) expect(p > 0 && p <= 1).toBe(true)
      }),
      { numRuns: 40 },
    )
  })
})
