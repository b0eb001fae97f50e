import { expect, test } from "vitest"
import { narrowBounds } from "./bounds.ts"
import type { Told } from "./figures.ts"

/** A group of one question, told as exactly as a release would without a gate. */
function told(group: string, atoms: number[], answers: number[]): { figure: Told; atoms: Set<number> } {
  const n = answers.length
  const percent = (from: number, to: number) =>
    Math.round((100 * answers.filter((answer) => answer >= from && answer <= to).length) / n)
  const mean = Math.round((10 * answers.reduce((a, b) => a + b, 0)) / n) / 10
  const cell: Told["cells"][number] = {
    ...{
      state: "shown",
      mean,
      favourable: percent(4, 5),
      neutral: percent(3, 3),
      unfavourable: percent(1, 2),
    },
    ...{ cannotSay: 0, n, interval: null, coded: false },
  } as const
  return {
    figure: { survey: "s", group, measure: "q", cells: [cell], distributions: [] },
    atoms: new Set(atoms),
  }
}

const masses = (answers: number[]) =>
  [1, 2, 3, 4, 5].map((one) => answers.filter((answer) => answer === one).length)
const alike = [4, 4, 4, 4, 4, 4]
const others = [1, 2, 2, 3, 5, 5, 4, 3, 2, 1]
const known = (invited: number[]) => ({
  told: [told("all", [0, 1], [...alike, ...others]), told("others", [1], others)],
  steps: [],
  persons: [alike.length, others.length],
  answers: [masses(alike), masses(others)],
  invited,
  k: 5,
})

test("six of one mind whom nobody told of are confined by the whole less the others, when all of them answered", () => {
  const [bound] = narrowBounds(known([6, 12]))
  expect(bound?.people).toBe(4)
  expect((bound?.high ?? 9) - (bound?.low ?? 0)).toBeLessThan(1)
  expect(bound?.low).toBeLessThanOrEqual(4)
  expect(bound?.high).toBeGreaterThanOrEqual(4)
})

test("while one of them was silent, no name is tied to an answer", () => {
  expect(narrowBounds(known([7, 12]))).toEqual([])
})

test("whoever shows something or not has no answer in between: twenty-two of one mind are confined by a difference", () => {
  const one = told("all", [0, 1], [...new Array<number>(22).fill(5), ...new Array<number>(11).fill(1)])
  const rest = told("others", [1], new Array<number>(11).fill(1))
  const truth = {
    ...{ told: [one, rest], steps: [], persons: [22, 11], invited: [22, 12], k: 5 },
    answers: [
      [0, 0, 0, 0, 22],
      [11, 0, 0, 0, 0],
    ],
  }
  const [bound] = narrowBounds({ ...truth, scale: [1, 5] })
  expect(bound?.low).toBeGreaterThan(4.3)
  expect(bound?.high).toBe(5)
})
