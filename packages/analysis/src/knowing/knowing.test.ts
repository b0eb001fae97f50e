import { expect, test } from "vitest"
import type { Cell, MeasureSpec, Objective } from "../release.ts"
import { wilsonInterval } from "../stats/proportion.ts"
import { knowing } from "./knowing.ts"
import { cell, group, hidden, release } from "./testing-release.ts"

const mission: Objective = {
  ...{ id: "mission", text: "Which is it?", columns: ["mission"], chance: 0.25 },
  claim: "mission-clarity",
}
const priorities: Objective = {
  ...{ id: "priorities", text: "Which three?", columns: ["a", "b", "c"], chance: 0.375, claim: "strategy" },
}
const measures: MeasureSpec = {
  constructs: [{ id: "mission-clarity", name: "Mission clarity", items: [] }],
  composites: [],
  objectives: [mission, priorities, { ...priorities, id: "priorities-all", every: true, chance: 1 / 56 }],
}

const one = (cells: Record<string, Cell>, objective = "mission") => {
  const told = knowing(release([group("unit:1", "unit", null, cells)], { measures }))
  return told.objectives.find(({ id }) => id === objective)?.groups[0]
}

test("who cannot say shows nothing, and does not count as somebody who guessed wrong", () => {
  // 40 tried and half of them were right; ten more could not say.
  const found = one({ mission: cell(40, 50, 20) })
  expect(found).toMatchObject({
    n: 50,
    shown: { value: 40 },
    claimed: null,
    gap: null,
    finding: "cannot-tell",
  })
  // (.5 - .25) / .75 of the 40, and nothing of the ten: of 50 it is .27. As wrong guesses it would be .2.
  expect(found?.beyondChance.value).toBe(27)
  // Wilson of 40% of 50 people, half a percent further to either side.
  const [low, high] = [wilsonInterval(0.396 * 50, 50)?.low ?? 0, wilsonInterval(0.404 * 50, 50)?.high ?? 1]
  expect(found?.shown).toEqual({ value: 40, low: Math.floor(low * 100), high: Math.ceil(high * 100) })
})

test("guessing is nought, and worse than guessing is below it", () => {
  expect(one({ mission: cell(200, 25) })?.beyondChance).toMatchObject({ value: 0 })
  const worse = one({ mission: cell(200, 5) })?.beyondChance
  expect(worse?.value).toBe(-27)
  expect(worse?.high).toBeLessThan(0)
  expect(one({ mission: cell(200, 100) })?.beyondChance.value).toBe(100)
})

test("the gap is what is claimed less what is shown, and what is found follows its interval", () => {
  const of = (claimed: number, shown: number, n: number) =>
    one({ mission: cell(n, shown), "mission-clarity": cell(n, claimed) })
  expect(of(80, 40, 200)).toMatchObject({ gap: { value: 40 }, finding: "illusion" })
  expect(of(40, 80, 200)).toMatchObject({ gap: { value: -40 }, finding: "modest" })
  expect(of(60, 58, 400)).toMatchObject({ gap: { value: 2 }, finding: "no-gap" })
  expect(of(60, 55, 12)).toMatchObject({ gap: { value: 5 }, finding: "cannot-tell" })
  // Who cannot say what it is about claims nothing.
  expect(one({ mission: cell(90, 40), "mission-clarity": cell(90, 80, 10) })?.claimed?.value).toBe(72)
})

test("a bound stays one, also of the gap", () => {
  const few = { mean: "at-most", favourable: "at-most", unfavourable: "at-least" } as const
  const many = { mean: "at-least", favourable: "at-least", unfavourable: "at-most" } as const
  const atMost = one({ mission: cell(60, 4, 0, few), "mission-clarity": cell(60, 70) })
  expect(atMost).toMatchObject({ shown: { value: 4, low: 0 }, shownBound: "at-most" })
  expect(atMost).toMatchObject({ gap: { value: 66 }, gapBound: "at-least", finding: "illusion" })
  const both = one({ mission: cell(60, 4, 0, few), "mission-clarity": cell(60, 96, 0, many) })
  expect(both).toMatchObject({ claimedBound: "at-least", gapBound: "at-least" })
  const open = one({ mission: cell(60, 96, 0, many), "mission-clarity": cell(60, 96, 0, many) })
  expect(open).toMatchObject({ gap: null, finding: "cannot-tell" })
  expect(open).not.toHaveProperty("gapBound")
})

test("of fewer than ten, told as '20% or fewer cannot say', those who answered are drawn as all who could say", () => {
  const found = one({ mission: cell(8, 50, 20, { cannotSay: "at-most" }) })
  expect(found).toMatchObject({ n: 8, shown: { value: 50 } })
  // Up to two more may have been asked: 40% of ten, and chance beside.
  expect(found?.shown.low).toBeLessThan(one({ mission: cell(8, 50) })?.shown.low ?? 0)
})

test("what the share of who knows all says of the spread narrows the interval of the share of those named", () => {
  const of = (all: Cell) => {
    const found = one({ priorities: cell(100, 38), "priorities-all": all }, "priorities")
    return (found?.shown.high ?? 0) - (found?.shown.low ?? 0)
  }
  // Few know all, so people name one or two each, as guessing does; if a third know all, the others name none.
  expect(of(cell(100, 2))).toBeLessThan(of(cell(100, 33)))
  expect(of(cell(100, 33))).toBeLessThanOrEqual(of(hidden))
})

test("only groups of which something is told, with those around them, and no groups of breaks", () => {
  const told = knowing(
    release(
      [
        group("all", "organization", null, { mission: hidden }),
        group("unit:1", "unit", "all", { mission: hidden }),
        group("unit:2", "unit", "unit:1", { mission: cell(40, 50) }),
        group("unit:3", "unit", "all", { mission: hidden }),
        group("unit:2/from:4", "window", "unit:2", { mission: cell(30, 50) }),
      ],
      { measures },
    ),
  )
  expect(told.groups.map(({ id }) => id)).toEqual(["all", "unit:1", "unit:2"])
  expect(told.objectives.map(({ groups }) => groups.length)).toEqual([1, 0, 0])
  expect(told.objectives[0]).toMatchObject({ chance: 25, claim: { name: "Mission clarity" } })
  expect(told.objectives[1]?.claim).toBeNull()
})

test("a release that asked nothing of the kind gives empty lists", () => {
  const asked = { constructs: [], composites: [] }
  expect(knowing(release([group("all", "organization", null)], { measures: asked }))).toEqual({
    ...{ groups: [], objectives: [], choices: [] },
  })
})
