import { expect, test } from "vitest"
import { moved, rowWindow, scrolledTo } from "./row-window.ts"

test("of 2,000 rows those in view are drawn, and a few around them", () => {
  expect(rowWindow(0, 340, 34, 2000)).toEqual({ from: 0, to: 16 })
  expect(rowWindow(34_000, 340, 34, 2000)).toEqual({ from: 994, to: 1016 })
  expect(rowWindow(67_660, 340, 34, 2000)).toEqual({ from: 1984, to: 2000 })
})
test("a filter that leaves fewer rows than were scrolled past draws no row that is not there", () => {
  expect(rowWindow(50_000, 340, 34, 3)).toEqual({ from: 3, to: 3 })
  expect(rowWindow(-20, 340, 34, 3)).toEqual({ from: 0, to: 3 })
})
test("scrolls no further than a row needs to stand in view", () => {
  expect(scrolledTo(5, 0, 340, 34)).toBe(0)
  expect(scrolledTo(10, 0, 340, 34)).toBe(34)
  expect(scrolledTo(2, 340, 340, 34)).toBe(68)
})
test("keys lead through all rows and stop at the edges", () => {
  const at = { row: 5, column: 2 }
  const go = (key: string, control = false, from = at) => moved(key, control, from, 2002, 11, 16)
  expect(go("ArrowDown")).toEqual({ row: 6, column: 2 })
  expect(go("ArrowUp", false, { row: 0, column: 2 })).toEqual({ row: 0, column: 2 })
  expect(go("PageDown")).toEqual({ row: 21, column: 2 })
  expect(go("PageUp")).toEqual({ row: 0, column: 2 })
  expect(go("Home")).toEqual({ row: 5, column: 0 })
  expect(go("End")).toEqual({ row: 5, column: 10 })
  expect(go("Home", true)).toEqual({ row: 0, column: 0 })
  expect(go("End", true)).toEqual({ row: 2001, column: 10 })
  expect(go("ArrowRight", false, { row: 1, column: 10 })).toEqual({ row: 1, column: 10 })
  expect(go("a")).toBeUndefined()
})
