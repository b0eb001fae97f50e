import { expect, test } from "vitest"
import { isAlarm, minP } from "./min-p.ts"
import { arrange } from "./tree.ts"
import { listWindows } from "./windows.ts"

// 0 over 1 and 2, 1 over 3 and 4: windows of 1 and 2 start on level 1 (two of node 1), those of 3 and 4 on level 2.
const input = {
  parent: Int32Array.of(-1, 0, 0, 1, 1),
  level: Int32Array.of(0, 1, 1, 2, 2),
  n: Int32Array.of(20, 20, 20, 20, 20),
  mean: new Float64Array(5),
  variance: 1,
}
const tree = arrange(input)
const windows = listWindows(tree, input)

test("p of a level counts the observed one in, p of the family the smallest p of each replicate", () => {
  expect(windows.list.map(({ node, level }) => [node, level])).toEqual([
    [1, 1],
    [1, 2],
    [2, 1],
    [3, 2],
    [4, 2],
  ])
  // Largest T of four replicates by level.
  const maxima = Float64Array.of(1, 5, 2, 6, 3, 7, 4, 8)
  const { pLayer, pFamily } = minP(tree, windows, Float64Array.of(3.5, 0, 2, 6.5, -99), maxima)
  // By hand, B + 1 = 5. Level 1: 3.5 is reached by one of 1, 2, 3, 4; 2 by three of them. Level 2: 6.5 by 7 and 8.
  expect([...pLayer]).toEqual([2 / 5, 5 / 5, 4 / 5, 3 / 5, 5 / 5])
  // Replicates' own p, the observed largest (3.5; 6.5) counted where it reaches them: level 1 5/5, 4/5, 3/5, 1/5;
  // level 2 5/5, 4/5, 2/5, 1/5; the smaller of both 1, 4/5, 2/5, 1/5.
  expect([...pFamily]).toEqual([3 / 5, 1, 4 / 5, 3 / 5, 1])
})

test("an alarm needs the T that gives a family-wise p of 4%", () => {
  // A hundred replicates whose largest T on level 1 is 1 to 100, and on level 2 never above any.
  const maxima = Float64Array.from({ length: 200 }, (_, at) => (at % 2 === 0 ? at / 2 + 1 : -99))
  const at = (T: number) => minP(tree, windows, Float64Array.of(T, T - 1, -99, -99, -99), maxima)
  const [needed = 0] = at(0).needed
  expect(isAlarm(at(needed + 0.5).pFamily[0] as number)).toBe(true)
  // One replicate less might do: the window's own T moves the ranks below it.
  expect(isAlarm(at(needed - 1.5).pFamily[0] as number)).toBe(false)
  expect(needed).toBe(98)
})

test("nothing can raise an alarm with fewer replicates than that takes", () => {
  const maxima = Float64Array.from({ length: 20 }, (_, at) => at)
  const { needed, pFamily } = minP(tree, windows, Float64Array.of(99, 99, 99, 99, 99), maxima)
  expect([...needed]).toEqual([Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY])
  expect(Math.min(...pFamily)).toBeGreaterThan(0.04)
})
