import { describe, expect, test } from "vitest"
import { normalFrom, seeded } from "../random.ts"
import { latticePoint, newModel, pointAt } from "./model.ts"
import { prepare, start } from "./model-at.ts"
import { deviance, fitVariances, newFitting, setAside } from "./reml.ts"
import { newScanRoom, notTold, scan, scanBeside } from "./set-aside.ts"

/** A tree grown at random, whose managers differ, of `size` atoms. */
function grown(seed: number, size: number) {
  const random = seeded(seed)
  const normal = normalFrom(random)
  const parent = [-1]
  const level = [0]
  const effect = [0]
  while (parent.length < size) {
    const above = Math.floor(random() * parent.length)
    if ((level[above] as number) > 3) continue
    parent.push(above)
    level.push((level[above] as number) + 1)
    effect.push((effect[above] as number) + 0.3 * normal())
  }
  const n = Int32Array.from(parent, () => 2 + Math.floor(random() * 9))
  return prepare({
    ...{ parent: Int32Array.from(parent), level: Int32Array.from(level), n, variance: 1 },
    mean: Float64Array.from(effect, (a, m) => a + normal() / Math.sqrt(n[m] as number)),
  })
}

describe("a window set aside", () => {
  test.each([1, 2])("is a fixed effect like any other: likelihood and T with %i of them", (count) => {
    const { model, y } = grown(8, 80)
    const aside = [3, model.windows.count - 2].slice(0, count)
    const bordered = newFitting(model, y)
    for (const w of aside) setAside(model, bordered, w)
    const appended = newModel(model.tree, model.windows, 1, aside)
    const plain = newFitting(appended, y)
    const [point, other] = [pointAt(model, 0.2, 0.1), pointAt(appended, 0.2, 0.1)]
    expect(deviance(model, point, bordered)).toBeCloseTo(deviance(appended, other, plain), 9)

    const [room, expected] = [newScanRoom(model), newScanRoom(appended)]
    scanBeside(model, point, bordered, room)
    scan(appended, other, plain, expected)
    let compared = 0
    for (const [w, T] of room.T.entries()) {
      if (T === notTold || expected.T[w] === notTold) continue
      expect(T).toBeCloseTo(expected.T[w] as number, 9)
      compared++
    }
    expect(compared).toBeGreaterThan(model.windows.count / 2)
    for (const w of aside) expect(room.T[w]).toBe(notTold)
  })
})

describe("the variances of largest restricted likelihood", () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])("are those of a search of the whole lattice, tree %i", (seed) => {
    const { model, y } = grown(seed, 30)
    const fitting = newFitting(model, y, { thorough: true })
    const found = fitVariances(model, fitting, start)
    const least = deviance(model, latticePoint(model, found.i, found.j), fitting)
    let best = Number.POSITIVE_INFINITY
    for (let i = 0; i <= 100; i += 2) {
      for (let j = 0; j <= 100; j += 2) {
        best = Math.min(best, deviance(model, pointAt(model, i / 100, j / 100), fitting))
      }
    }
    expect(least).toBeLessThanOrEqual(best + 1e-9)
  })

  test("where the likelihood runs along a slanted ridge, are found by looking around", () => {
    let ahead = 0
    for (let seed = 1; seed <= 60; seed++) {
      const { model, y } = grown(seed, 30)
      const [quick, thorough] = [false, true].map((how) => {
        const fitting = newFitting(model, y, { thorough: how })
        const { i, j } = fitVariances(model, fitting, start)
        return deviance(model, latticePoint(model, i, j), fitting)
      }) as [number, number]
      expect(thorough).toBeLessThanOrEqual(quick)
      if (thorough < quick) ahead++
    }
    expect(ahead).toBeGreaterThan(0)
  })
})
