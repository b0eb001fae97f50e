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
  const all = code(answers(5, 5, 5, 5, 5), "item", 5)
  const allButOne = code(answers(5, 5, 5, 5, 3), "item", 5)
  expect(all).toEqual(allButOne)
  expect(all).toMatchObject({ mean: 4.2, favourable: 80, neutral: 20, unfavourable: 20 })
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
      const all = code(answers(...times(n, answer)), "item", 5)
      const allButOne = code(answers(...times(n - 1, answer), other), "item", 5)
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
      const told = code(answers(...times(fives, 5), ...times(n - fives, 4)), "item", 5)
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
  const told = code(figures, "construct", 5)
  expect(told).toMatchObject({ mean: 4.5, favourable: 90, neutral: 10, unfavourable: 10, cannotSay: 10 })
  expect(Object.keys(told.bounds).sort()).toEqual([
    "cannotSay",
    "favourable",
    "mean",
    "neutral",
    "unfavourable",
  ])
})

test("from ten on a plain cell is told as it is, and adds up to 100", () => {
  const told = code(answers(1, 2, 3, 3, 4, 4, 4, 5, 5, 5, 5, 5), "item", 5)
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
  const all = code(answers(...times(12, 4)), "item", 5)
  const allButOne = code(answers(...times(11, 4), 2), "item", 5)
  expect(all.favourable).toBe(91)
  expect(all.bounds).toEqual({ favourable: "at-least", neutral: "at-most", unfavourable: "at-most" })
  expect({ ...all, mean: 0 }).toEqual({ ...allButOne, mean: 0 })
})

test("a thousand of one mind name nobody and are told rounded", () => {
  expect(code(answers(...times(1000, 5)), "item", 5).bounds).toEqual({})
})

test.each([5, 6, 9, 10, 12, 30, 60, 79, 80, 200])(
  "of %d persons who all gave the top answer, any four may still lie a whole point below it",
  (n) => {
    for (const kind of ["item", "construct"] as const) {
      for (let below = 0; below < Math.min(n, 8); below++) {
        const { mean, bounds } = code(answers(...times(n - below, 5), ...times(below, 4)), kind, 5)
        const least = bounds.mean === "at-least" ? mean : mean - 0.05
        expect((5 - least) * n).toBeGreaterThanOrEqual(4 - 1e-9)
      }
    }
  },
)

test.each([5, 7, 9, 10, 25])("the mean of %d who are neutral, or all but one, does not say which", (n) => {
  const all = code(answers(...times(n, 3)), "item", 5)
  for (const other of [1, 2, 4, 5]) expect(code(answers(...times(n - 1, 3), other), "item", 5)).toEqual(all)
  expect(all.bounds.mean).toBe("at-least")
})
