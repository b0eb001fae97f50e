import { expect, test } from "vitest"
import { code } from "./coding.ts"
import type { Figures } from "./figures.ts"

/** Figures of persons who each gave one answer. */
function answers(...given: number[]): Figures {
  const n = given.length
  const share = (option: number) => given.filter((answer) => answer === option).length / n
  const mean = given.reduce((a, b) => a + b, 0) / n
  const variance = given.reduce((sum, answer) => sum + (answer - mean) ** 2, 0) / (n - 1)
  return {
    n,
    shares: [share(1), share(2), share(3), share(4), share(5)],
    moments: { n, mean, variance },
    cannotSay: 0.5,
  }
}
const times = (count: number, answer: number) => new Array<number>(count).fill(answer)

test("five who all said five look exactly like five of whom one did not", () => {
  const all = code(answers(5, 5, 5, 5, 5), "item")
  const allButOne = code(answers(5, 5, 5, 5, 3), "item")
  expect(all).toEqual(allButOne)
  expect(all).toMatchObject({ mean: 4.6, favourable: 80, neutral: 20, unfavourable: 20 })
  expect(all.bounds).toEqual({
    mean: "at-least",
    favourable: "at-least",
    neutral: "at-most",
    unfavourable: "at-most",
  })
})

test.each([5, 6, 7, 8, 9])(
  "with %d answers to a question, all alike are told like all but one alike",
  (n) => {
    for (const [answer, other] of [
      [4, 3],
      [4, 2],
      [2, 3],
      [1, 3],
      [3, 4],
    ] as const) {
      const all = code(answers(...times(n, answer)), "item")
      const allButOne = code(answers(...times(n - 1, answer), other), "item")
      const shares = ({ favourable, neutral, unfavourable, bounds }: typeof all) => ({
        ...{ favourable, neutral, unfavourable },
        bounds: { ...bounds, mean: undefined },
      })
      expect(shares(all)).toEqual(shares(allButOne))
    }
  },
)

test("no told mean of fewer than ten answers is only possible if all were favourable", () => {
  for (let n = 5; n < 10; n++) {
    for (let fives = 0; fives <= n; fives++) {
      const told = code(answers(...times(fives, 5), ...times(n - fives, 4)), "item")
      const withOneNeutral = (5 * (n - 1) + 3) / n
      expect(told.mean).toBeLessThanOrEqual(withOneNeutral)
    }
  }
})

test("constructs of fewer than ten are told at 10 and 90 percent and within 0.2 of an end", () => {
  const figures: Figures = {
    n: 8,
    shares: [0, 0.05, 0.02, 0.5, 0.43],
    moments: { n: 8, mean: 4.85, variance: 0.1 },
    cannotSay: 0,
  }
  const told = code(figures, "construct")
  expect(told).toMatchObject({ mean: 4.8, favourable: 90, neutral: 10, unfavourable: 10, cannotSay: 10 })
  expect(Object.keys(told.bounds).sort()).toEqual([
    "cannotSay",
    "favourable",
    "mean",
    "neutral",
    "unfavourable",
  ])
})

test("from ten on a plain cell is told as it is, and adds up to 100", () => {
  const told = code(answers(1, 2, 3, 3, 4, 4, 4, 5, 5, 5, 5, 5), "item")
  expect(told).toEqual({
    mean: 3.8,
    favourable: 67,
    neutral: 16,
    unfavourable: 17,
    cannotSay: 50,
    bounds: {},
  })
})

test("twelve of one mind are told like eleven of twelve", () => {
  const all = code(answers(...times(12, 4)), "item")
  const allButOne = code(answers(...times(11, 4), 2), "item")
  expect(all.favourable).toBe(91)
  expect(all.bounds).toEqual({ favourable: "at-least", neutral: "at-most", unfavourable: "at-most" })
  expect({ ...all, mean: 0 }).toEqual({ ...allButOne, mean: 0 })
})

test("a thousand of one mind name nobody and are told rounded", () => {
  expect(code(answers(...times(1000, 5)), "item").bounds).toEqual({})
})
