import { links } from "@throughline/analysis"
import { expect, test } from "vitest"
import { linkInput } from "../../apps/api/src/links/link-input.ts"
import { madeUpKpi, madeUpView, madeUpWave } from "../../apps/api/src/links/testing.ts"

/**
 * Thirty units; two of them are hidden. The mean of each is between 2 and 4.6, and what is not told has all its digits.
 */
const unitsWith = (hidden: (mean: number) => number | null) =>
  Object.fromEntries(
    Array.from({ length: 30 }, (_, at) => {
      const mean = 2 + ((at * 7) % 27) / 10
      return [`u${at}`, { means: { a: at < 2 ? hidden(mean + 0.037) : mean } }]
    }),
  )
const asked = { id: "a", name: "Clear", kind: "construct" } as const
/** A KPI that is 1 for the hidden unit that somebody is after, and 0 for all others. */
const ofOne = (victim: number) =>
  madeUpKpi("one", [Array.from({ length: 30 }, (_, at) => (at === victim ? 1 : 0))], [0])

/** What r with such a KPI says of the one unit, to whoever knows the means of all others: by halving. */
function solve(r: number, others: readonly number[]): number {
  const correlation = (x: number) => {
    const all = [x, ...others]
    const mean = all.reduce((sum, one) => sum + one, 0) / all.length
    const squares = all.reduce((sum, one) => sum + (one - mean) ** 2, 0)
    return (x - mean) / Math.sqrt(squares * (1 - 1 / all.length))
  }
  let [low, high] = [1, 5]
  for (let turn = 0; turn < 60; turn++) {
    const middle = (low + high) / 2
    if (correlation(middle) < r) low = middle
    else high = middle
  }
  return low
}

test("with means that are not told, a KPI of one's own making solves for the mean of a single hidden unit", () => {
  const view = madeUpView(
    [
      madeUpWave(
        "s",
        unitsWith((mean) => mean),
      ),
    ],
    [ofOne(1)],
  )
  const built = linkInput(view, [asked], view.kpis, 1)
  const [pair] = links(built.blocks[0].input)
  const means = Object.values(unitsWith((mean) => mean)).map(({ means: { a } }) => a as number)
  const truth = means[1] as number
  const others = means.filter((_, at) => at !== 1)
  expect(solve(pair?.pearson ?? 0, others)).toBeCloseTo(truth, 6)
})

test("over what is told the same KPI says nothing: the hidden unit has no place among the units, and what is left is constant", () => {
  const view = madeUpView(
    [
      madeUpWave(
        "s",
        unitsWith(() => null),
      ),
    ],
    [ofOne(1)],
  )
  const built = linkInput(view, [asked], view.kpis, 1)
  expect(built.blocks[0].unitAt.map((unit) => built.tree.ids[unit])).not.toContain("unit:u1")
  expect(links(built.blocks[0].input)).toMatchObject([{ pearson: null, finding: "cannot-tell", units: 28 }])
  // With a KPI that varies, what the hidden ones answered is in the coefficient only where it was put in untold.
  const shipped = madeUpKpi("k", [Array.from({ length: 30 }, (_, at) => (at * 11) % 17)], [0])
  const toldOf = (hidden: (mean: number) => number | null) => {
    const of = madeUpView([madeUpWave("s", unitsWith(hidden))], [shipped])
    return links(linkInput(of, [asked], of.kpis, 1).blocks[0].input)[0]?.pearson ?? null
  }
  expect(toldOf((mean) => mean)).not.toEqual(toldOf((mean) => 7 - mean))
  expect(toldOf(() => null)).not.toBeNull()
})
