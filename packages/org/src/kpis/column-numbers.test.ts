import { expect, test } from "vitest"
import { columnNumbers } from "./column-numbers.ts"

test("blank cells are NaN, and what all columns say of decimals holds in each", () => {
  expect(
    columnNumbers([
      ["1.234", "NA", ""],
      ["0.5", "-2", "1e3"],
    ]),
  ).toEqual([
    { values: Float64Array.of(1.234, Number.NaN, Number.NaN) },
    { values: Float64Array.of(0.5, -2, 1000) },
  ])
  expect(
    columnNumbers([
      ["1.234", "7"],
      ["0,5", "34,25 %"],
    ]),
  ).toEqual([{ values: Float64Array.of(1234, 7) }, { values: Float64Array.of(0.5, 34.25) }])
})

test("the first cell that is no number is named, also one with the other decimals", () => {
  expect(
    columnNumbers([
      ["1", "many", "few"],
      ["0.5", "0.25", "0,5"],
      ["-", "n/a", ""],
    ]),
  ).toEqual([{ fault: 1 }, { fault: 2 }, { values: new Float64Array(3).fill(Number.NaN) }])
})
