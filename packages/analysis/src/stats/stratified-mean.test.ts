import { expect, test } from "vitest"
import { momentsOf } from "./deviations.ts"
import { overlap } from "./overlap.ts"
import { pooledDifference } from "./pooled-difference.ts"
import { type Stratum, stratifiedMean } from "./stratified-mean.ts"
import { welchDifference } from "./welch.ts"

function stratum(values: number[], population: number): Stratum {
  const group = momentsOf(values)
  if (group === null) throw new Error("a stratum has answers")
  return { group, population }
}

test("strata weigh by their people, not by their answers", () => {
  // By hand: means 4 and 2, variances 1 and 2, 30 and 10 people:
  // mean (30 * 4 + 10 * 2)/40; variance (3/4)² (1 - 3/30) 1/3 + (1/4)² (1 - 2/10) 2/2
  const mean = stratifiedMean([stratum([3, 4, 5], 30), stratum([1, 3], 10)])
  expect(mean?.mean).toBeCloseTo(3.5, 14)
  expect(mean?.error).toBeCloseTo(Math.sqrt((0.5625 * 0.9) / 3 + 0.0625 * 0.8), 14)
})

test("a stratum that all answered adds no error, one answer of several people leaves it unknown", () => {
  expect(stratifiedMean([stratum([4], 1), stratum([1, 3], 2)])).toEqual({ mean: 8 / 3, error: 0 })
  expect(stratifiedMean([stratum([4], 2), stratum([1, 3], 2)])).toBeUndefined()
  expect(stratifiedMean([stratum([4, 5, 5], 2)])).toBeUndefined()
  expect(stratifiedMean([])).toBeUndefined()
})

test("difference of two means with one variance and with two, as scipy.stats.ttest_ind", () => {
  const { group: a } = stratum([3, 4, 4, 5, 2], 5)
  const { group: b } = stratum([1, 3, 2, 4, 2, 3], 6)
  const pooled = pooledDifference(a, b)
  expect(pooled?.df).toBe(9)
  expect(pooled?.t).toBeCloseTo(1.666043497205112, 13)
  expect(pooled?.p).toBeCloseTo(0.13005693313684194, 13)
  expect(pooled?.low).toBeCloseTo(-0.3935821803286772, 12)
  expect(pooled?.high).toBeCloseTo(2.5935821803286774, 12)
  const welch = welchDifference(a, b)
  expect(welch?.df).toBeCloseTo(8.320319849482596, 12)
  expect(welch?.t).toBeCloseTo(1.6520663752618043, 13)
  expect(welch?.p).toBeCloseTo(0.13566783653839654, 13)
})

test("one variance: undefined with two answers in all and when neither side varies", () => {
  const { group: one } = stratum([3], 1)
  const { group: constant } = stratum([4, 4], 2)
  expect(pooledDifference(one, one)).toBeUndefined()
  expect(pooledDifference(one, constant)).toBeUndefined()
  expect(pooledDifference(one, stratum([4, 5], 2).group)?.df).toBe(1)
})

test("priorities: two of three named among ten options is 52% of what chance leaves", () => {
  const result = overlap(new Set([1, 2, 9]), new Set([1, 2, 3]), 10)
  expect(result?.share).toBeCloseTo(2 / 3, 14)
  expect(result?.chance).toBeCloseTo(0.3, 14)
  expect(result?.corrected).toBeCloseTo((2 / 3 - 0.3) / 0.7, 14)
})

test("an answer at random has corrected overlap 0 on average, all options named have none", () => {
  const official = new Set([0, 1, 2])
  let sum = 0
  let answers = 0
  for (let i = 0; i < 7; i++) {
    for (let j = 0; j < i; j++) {
      sum += overlap(new Set([i, j]), official, 7)?.corrected ?? Number.NaN
      answers++
    }
  }
  expect(sum / answers).toBeCloseTo(0, 14)
  expect(overlap(official, official, 3)).toEqual({ share: 1, chance: 1, corrected: undefined })
  expect(overlap(new Set(), official, 7)).toBeUndefined()
})
