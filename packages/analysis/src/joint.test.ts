import fc from "fast-check"
import { expect, test } from "vitest"
import { type Alike, alikePeople, isCleanTogether, peopleLeftOver } from "./joint.ts"
import { areSolvable } from "./solvable.ts"

const range = (from: number, to: number, people = 41) =>
  Int32Array.from({ length: people }, (_, at) => (at >= from && at <= to ? 0 : -1))

test("all, persons 0 to 20, persons 20 to 40: any two are fine, all three are about person 20", () => {
  const [all, first, last] = [range(0, 40), range(0, 20), range(20, 40)]
  const three = alikePeople([all, first, last])
  expect(isCleanTogether(three, 5)).toBe(false)
  expect(peopleLeftOver(three, 5)).toBe(1)
  for (const two of [
    [all, first],
    [all, last],
  ]) {
    expect(isCleanTogether(alikePeople(two), 5)).toBe(true)
    expect(peopleLeftOver(alikePeople(two), 5)).toBe(0)
  }
  // Five people asked all three times are as many as may be told of.
  expect(isCleanTogether(alikePeople([all, range(0, 20), range(16, 40)]), 5)).toBe(true)
})

const drawn = fc
  .record({
    releases: fc.integer({ min: 2, max: 4 }),
    classes: fc.integer({ min: 1, max: 3 }),
    k: fc.integer({ min: 2, max: 4 }),
  })
  .chain(({ releases, classes, k }) =>
    fc.record({
      k: fc.constant(k),
      lists: fc.array(
        fc
          .array(fc.integer({ min: -1, max: classes - 1 }), { minLength: 24, maxLength: 24 })
          .map((list) => Int32Array.from(list)),
        { minLength: releases, maxLength: releases },
      ),
    }),
  )

/** Tries every set of classes with fewer than k people: can it alone be left over, some weights for its members? */
function someLeftOver(alike: readonly Alike[], k: number): boolean {
  const columns = Math.max(0, ...alike.flatMap(({ classes }) => classes)) + 1
  const row = ({ classes }: Alike) =>
    Array.from({ length: columns }, (_, at) => (classes.includes(at) ? 1 : 0))
  const sets = (from: number, people: number): number[][] =>
    alike.flatMap((one, at) =>
      at < from || people + one.people >= k
        ? []
        : [[at], ...sets(at + 1, people + one.people).map((more) => [at, ...more])],
    )
  return sets(0, 0).some((set) => {
    const others = alike.filter((_, at) => !set.includes(at)).map(row)
    return areSolvable(
      others,
      set.map((at) => row(alike[at] as Alike)),
    ).includes(false)
  })
}

test("whatever is called clean has no set of fewer than k people that any comparison leaves over, and the audit finds only such sets", () => {
  const seen = { clean: 0, found: 0 }
  fc.assert(
    fc.property(drawn, ({ lists, k }) => {
      const alike = alikePeople(lists)
      const bad = someLeftOver(alike, k)
      if (isCleanTogether(alike, k)) {
        seen.clean++
        expect(bad).toBe(false)
      }
      if (peopleLeftOver(alike, k) > 0) {
        seen.found++
        expect(bad).toBe(true)
      }
    }),
    { numRuns: 400 },
  )
  expect(seen.clean).toBeGreaterThan(20)
  expect(seen.found).toBeGreaterThan(20)
})
