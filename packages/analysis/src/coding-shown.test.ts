import { expect, test } from "vitest"
import { freedom } from "./audit-shown.ts"
import { leastChoosers } from "./choices/types.ts"
import { code } from "./coding.ts"
import { codeShown } from "./coding-shown.ts"
import { type Disclosed, disclose } from "./disclose.ts"
import { type Figures, figuresOf } from "./figures.ts"
import type { Measure } from "./measures.ts"
import type { Cell } from "./release.ts"
import { tally } from "./tally.ts"

/** `hits[h]` people show h of as many columns as there are places for. */
function figures(hits: readonly number[], all: boolean): Figures {
  const columns = hits.length - 1
  const people = hits.flatMap((count, h) => new Array<number>(count).fill(h))
  const shown = (h: number, column: number) => (all ? h === columns : column < h)
  const column = (at: number) => Int8Array.from(people, (h) => (shown(h, at) ? 5 : 1))
  const held = Array.from({ length: all ? 1 : columns }, (_, at) => column(at))
  const measure = { id: "x", kind: "objective" as const, constructs: [held], needed: [held.length] }
  return figuresOf(tally(measure, new Int32Array(people.length), 1), [0]) as Figures
}

const told = (exact: Figures, kind: Measure["kind"], k: number): Cell & { state: "shown" } => {
  const allowed = { asked: true, cell: true, distribution: true }
  const { cell }: Disclosed = disclose(exact, kind, exact.n + 1, k, allowed)
  if (cell.state !== "shown") throw new Error("not told")
  return cell
}

test("as it is, rounded, without an interval or a distribution; near an end only as a bound", () => {
  expect(told(figures([4, 6], false), "objective", 5)).toEqual({
    ...{ state: "shown", mean: 3.4, favourable: 60, neutral: 0, unfavourable: 40, cannotSay: 0, n: 10 },
    ...{ interval: null, coded: false },
  })
  const bounds = { mean: "at-least", favourable: "at-least", unfavourable: "at-most" }
  const all = told(figures([0, 40], false), "objective", 5)
  expect(all).toMatchObject({ favourable: 97, unfavourable: 3, mean: 4.8, bounds })
  expect(told(figures([1, 39], false), "objective", 5)).toEqual(all)
  expect(told(figures([2, 38], false), "objective", 5)).toMatchObject({ favourable: 95, coded: false })
  expect(told(figures([5, 0], false), "objective", 5)).toMatchObject({
    ...{ favourable: 20, mean: 1.8, bounds: { favourable: "at-most", cannotSay: "at-most" } },
  })
})

test("what is told is true: the share lies where the cell says", () => {
  for (let n = 5; n <= 60; n++) {
    for (let hits = 0; hits <= n; hits++) {
      const { favourable, mean, bounds = {} } = told(figures([n - hits, hits], false), "objective", 5)
      const share = (100 * hits) / n
      const exact = 1 + (4 * hits) / n
      if (bounds.favourable === "at-least") expect([share >= favourable, exact >= mean]).toEqual([true, true])
      else if (bounds.favourable === "at-most") {
        expect([share <= favourable + 1e-9, exact <= mean + 1e-9]).toEqual([true, true])
      } else expect(Math.abs(share - favourable) <= 0.5 && Math.abs(exact - mean) <= 0.0501).toBe(true)
    }
  }
})

test("any k-1 of a group, or any half of it, may still differ by a point, whatever they show", () => {
  const narrow: unknown[] = []
  for (const k of [5, 6, 8, 12]) {
    for (const n of [k, k + 1, 9, 10, 15, 20, 29, 41, 64, 120, 201, 400]) {
      if (n < k) continue
      for (let hits = 0; hits <= n; hits++) {
        const cell = told(figures([n - hits, hits], false), "objective", k)
        const few = Math.min(k - 1, Math.floor(n / 2))
        if (freedom(cell, undefined, 1, few) * 4 < few - 1e-9) narrow.push([k, n, hits])
      }
    }
  }
  expect(narrow).toEqual([])
})

test("nor do the share of three and the share of who shows all three confine them together", () => {
  const look = (kind: Measure["kind"]) => {
    const narrow: unknown[] = []
    for (const k of [5, 8]) {
      for (const n of [leastChoosers(k), leastChoosers(k) + 7, 100]) {
        for (let three = 0; three <= n; three += three < 12 || n - three < 12 ? 1 : 7) {
          for (let two = 0; two <= n - three; two += two < 12 || n - three - two < 12 ? 1 : 7) {
            for (const one of new Set([0, 1, 2, 3, n - three - two])) {
              const none = n - three - two - one
              if (none < 0) continue
              const hits = [none, one, two, three]
              const share = told(figures(hits, false), "objective", k)
              const whole = told(figures(hits, true), kind, k)
              if (freedom(share, whole, 3, k - 1) * 4 < k - 1 - 1e-9) narrow.push([k, ...hits])
            }
          }
        }
      }
    }
    return narrow
  }
  expect(look("objective-all")).toEqual([])
  // Told as if it stood alone, it would say of some that nearly all show exactly two.
  expect(look("objective")).not.toEqual([])
})

test("as a question from 1 to 5 is told, it would name people: seven of seven who show it", () => {
  const all = figures([0, 8], false)
  const asItem = { state: "shown", ...code(all, "item", 8), n: 8, interval: null, coded: true } as const
  expect(freedom(asItem, undefined, 1, 7) * 4).toBeLessThan(7)
  const shown = {
    state: "shown",
    ...codeShown(all, "objective", 8),
    n: 8,
    interval: null,
    coded: true,
  } as const
  expect(freedom(shown, undefined, 1, 7) * 4).toBeGreaterThanOrEqual(7)
})
