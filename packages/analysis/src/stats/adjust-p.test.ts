import fc from "fast-check"
import { expect, test } from "vitest"
import { benjaminiHochberg, benjaminiYekutieli, bonferroni, holm } from "./adjust-p.ts"

const close = (actual: readonly (number | undefined)[], expected: readonly (number | undefined)[]) => {
  expect(actual.length).toBe(expected.length)
  for (const [at, p] of expected.entries()) {
    if (p === undefined) expect(actual[at]).toBeUndefined()
    else expect(actual[at]).toBeCloseTo(p, 12)
  }
}

test("by hand, out of order and with a test that has no p", () => {
  const p = [0.04, undefined, 0.01, 0.03]
  close(holm(p), [0.06, undefined, 0.03, 0.06])
  close(bonferroni(p), [0.12, undefined, 0.03, 0.09])
  close(benjaminiHochberg(p), [0.04, undefined, 0.03, 0.04])
  const harmonic = 1 + 1 / 2 + 1 / 3
  close(benjaminiYekutieli(p), [0.04 * harmonic, undefined, 0.03 * harmonic, 0.04 * harmonic])
})

test("nothing in, nothing out", () => {
  for (const adjust of [holm, bonferroni, benjaminiHochberg, benjaminiYekutieli]) {
    expect(adjust([])).toEqual([])
    expect(adjust([undefined])).toEqual([undefined])
    expect(adjust([0.2])).toEqual([0.2])
  }
})

test("order is kept, nothing leaves 0 to 1, and what controls more is larger", () => {
  const p = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(fc.array(p, { maxLength: 20 }), (values) => {
      const [fwer, all, fdr, any] = [holm, bonferroni, benjaminiHochberg, benjaminiYekutieli].map((adjust) =>
        adjust(values),
      ) as number[][]
      const order = [...values.keys()].sort((a, b) => (values[a] as number) - (values[b] as number))
      for (const [at, value] of values.entries()) {
        expect(fdr?.[at]).toBeGreaterThanOrEqual(value)
        expect(fwer?.[at]).toBeGreaterThanOrEqual((fdr?.[at] ?? 0) - 1e-15)
        expect(all?.[at]).toBeGreaterThanOrEqual(fwer?.[at] ?? 1)
        expect(any?.[at]).toBeGreaterThanOrEqual(fdr?.[at] ?? 1)
        expect(Math.max(all?.[at] ?? 2, any?.[at] ?? 2)).toBeLessThanOrEqual(1)
      }
      for (const adjusted of [fwer, all, fdr, any]) {
        const sorted = order.map((at) => adjusted?.[at] as number)
        expect(sorted).toEqual(sorted.toSorted((a, b) => a - b))
      }
    }),
  )
})
