import { expect, test } from "vitest"
import { moved, rankedIds, tapped } from "./ranks.ts"

test("a tap gives the next rank, a second one takes it away and closes the gap", () => {
  expect(tapped([], "b", 3)).toEqual(["b"])
  expect(tapped(["b"], "a", 3)).toEqual(["b", "a"])
  expect(tapped(["b", "a", "c"], "a", 3)).toEqual(["b", "c"])
})

test("with all ranks given a tap on another choice changes nothing", () => {
  expect(tapped(["b", "a"], "c", 2)).toEqual(["b", "a"])
})

test("a choice moves up and down by one rank, and not out of the list", () => {
  expect(moved(["a", "b", "c"], "c", -1)).toEqual(["a", "c", "b"])
  expect(moved(["a", "b", "c"], "a", 1)).toEqual(["b", "a", "c"])
  const ranked = ["a", "b"]
  expect(moved(ranked, "a", -1)).toBe(ranked)
  expect(moved(ranked, "b", 1)).toBe(ranked)
  expect(moved(ranked, "x", 1)).toBe(ranked)
})

test("no answer is an empty ranking", () => {
  expect(rankedIds(undefined)).toEqual([])
  expect(rankedIds(["x", "y"])).toEqual(["x", "y"])
})
