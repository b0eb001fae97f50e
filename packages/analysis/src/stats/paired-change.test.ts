import { expect, test } from "vitest"
import { momentsOf } from "./deviations.ts"
import { pairedChange } from "./paired-change.ts"
import { signedRank } from "./signed-rank.ts"
import { unmatchedChange } from "./unmatched-change.ts"

const before = [12, 10.5, 6, 15, 13.5, 9, 10.5, 3, 7.5, 12]
const after = [12, 9, 7, 15, 11, 9, 13, 4, 8, 8]

test("paired change, as SciPy's ttest_rel and NumPy", () => {
  const change = pairedChange(before, after)
  expect(change?.change).toBeCloseTo(-0.3, 14)
  expect(change?.t).toBeCloseTo(-0.5023310149673528, 13)
  expect(change?.p).toBeCloseTo(0.6274948659508895, 13)
  expect(change?.interval.low).toBeCloseTo(-1.6509959142848623, 12)
  expect(change?.interval.high).toBeCloseTo(1.0509959142848622, 12)
  expect(change?.deviation).toBeCloseTo(1.8885620632287061, 13)
  expect(change?.dz).toBeCloseTo(-0.15885101466409673, 14)
  expect(change?.dAv).toBeCloseTo(-0.08776833726979301, 14)
})

test("undefined with one pair and when all changed by the same, in the last bits either", () => {
  expect(pairedChange([1], [2])).toBeUndefined()
  expect(pairedChange([1, 2, 3], [2, 3, 4])).toBeUndefined()
  expect(pairedChange([1.1, 2.2, 3.3], [1.2, 2.3, 3.4])).toBeUndefined()
  expect(pairedChange([1, 1, 1], [2, 1, 1])).toMatchObject({ n: 3, r: undefined })
})

test("signed ranks leave out who did not change, as scipy.stats.wilcoxon(correction=True)", () => {
  const differences = after.map((value, at) => value - (before[at] ?? 0))
  const result = signedRank(differences)
  expect(result).toMatchObject({ v: 11.5, n: 7 })
  expect(result?.p).toBeCloseTo(0.7344021432940631, 12)
  expect(signedRank([0, 0])).toBeUndefined()
  expect(signedRank([1, -1])?.p).toBe(1)
})

test("unmatched: variances of both waves add, those who all answered add none", () => {
  const first = momentsOf(before)
  const second = momentsOf(after)
  if (first === null || second === null) throw new Error("both have answers")
  // Of endless people it is Welch's: scipy.stats.ttest_ind(after, before, equal_var=False).confidence_interval()
  const endless = unmatchedChange({ group: first, population: 1e12 }, { group: second, population: 1e12 })
  expect(endless?.change).toBeCloseTo(-0.3, 13)
  expect(endless?.interval.low).toBeCloseTo(-3.5148908312153244, 8)
  const half = unmatchedChange({ group: first, population: 20 }, { group: second, population: 20 })
  expect((half?.error ?? 0) / (endless?.error ?? 1)).toBeCloseTo(Math.sqrt(0.5), 9)
  const all = unmatchedChange({ group: first, population: 10 }, { group: second, population: 10 })
  expect(all).toMatchObject({ error: 0, interval: { low: all?.change, high: all?.change } })
  expect(unmatchedChange({ group: first, population: 9 }, { group: second, population: 10 })).toBeUndefined()
})
