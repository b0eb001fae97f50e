import fc from "fast-check"
import { expect, test } from "vitest"
import { sortedCells } from "./ranks.ts"

test("cells stand from the smallest value up, equal ones as they came, those without a value nowhere", () => {
  const value = fc.oneof(fc.constantFrom(0, -0, 1, 2, Number.NaN), fc.double())
  fc.assert(
    fc.property(
      fc.array(fc.option(fc.array(value, { minLength: 5, maxLength: 5 })), { maxLength: 4 }),
      (given) => {
        const waves = given.map((wave) => (wave === null ? undefined : Float64Array.from(wave)))
        const all = given.flatMap((wave, at) =>
          (wave ?? []).map((one, place) => [one, at * 5 + place] as const),
        )
        const expected = all.filter(([one]) => Number.isFinite(one)).sort(([a], [b]) => a - b)
        expect([...sortedCells(waves, 5)]).toEqual(expected.map(([, cell]) => cell))
      },
    ),
  )
})
