import { describe, expect, test } from "vitest"
import type { ThroughlineLayer } from "./throughline.tsx"
import { layOutThroughline } from "./throughline-layout.ts"

const layers = (means: (number | null)[]): ThroughlineLayer[] =>
  means.map((mean, index) => ({ id: `${index}`, label: `Layer ${index + 1}`, mean, n: 20 }))

const plan = (means: (number | null)[], confirmed?: number) =>
  layOutThroughline({
    layers: layers(means),
    steps: means.slice(1).map((mean, index) => ({
      difference: (mean ?? 0) - (means[index] ?? 0),
      confirmed: index === confirmed,
    })),
    width: 600,
  })

describe("the throughline", () => {
  test("is one straight line where the layers agree", () => {
    const { solid, dashed, breaks, plumbX, points } = plan([4, 4, 4])
    expect(solid).toHaveLength(1)
    expect([...dashed, ...breaks]).toEqual([])
    for (const point of points) expect(point.x).toBeCloseTo(plumbX, 0)
  })

  test("bends to the left where the mean drops, by the drop in scale points", () => {
    const { points } = plan([4.4, 4.0, 3.2])
    const [first, second, third] = points.map((point) => point.x)
    expect(second).toBeLessThan(first ?? 0)
    expect(((second ?? 0) - (third ?? 0)) / ((first ?? 0) - (second ?? 0))).toBeCloseTo(2, 5)
  })

  test("is torn where a break is confirmed, and nowhere else", () => {
    expect(plan([4.4, 4.3, 3.4], 1)).toMatchObject({ breaks: { length: 2 }, solid: { length: 2 } })
    expect(plan([4.4, 4.3, 3.4]).breaks).toEqual([])
  })

  test("stays whole where one unit breaks off: its own line is torn beside it, on the layers that show a mean", () => {
    const means = [4.4, 4.3, 3.9, 3.8]
    const unit = (points: { id: string; mean: number }[]) =>
      layOutThroughline({
        layers: layers(means),
        steps: [],
        width: 600,
        branch: { label: "Operations", points },
      })
    const { branch, solid, breaks, points } = unit([
      { id: "2", mean: 3.1 },
      { id: "3", mean: 3.8 },
      { id: "elsewhere", mean: 1 },
    ])
    expect([solid.length, breaks.length]).toEqual([1, 0])
    expect(branch?.knots.map(({ y }) => y)).toEqual([points[2]?.y, points[3]?.y])
    expect(branch?.knots[0]?.x).toBeLessThan(points[2]?.x ?? 0)
    expect(branch?.knots[1]?.x).toBeCloseTo(points[3]?.x ?? 0, 0)
    expect(unit([]).branch).toBeNull()
    expect(plan(means).branch).toBeNull()
  })

  test("goes through a hidden layer dashed, on a place made of its neighbours only", () => {
    const { solid, dashed, points } = plan([4, null, 3])
    expect(solid).toHaveLength(2)
    expect(dashed).toHaveLength(2)
    expect(points[1]?.x).toBeCloseTo(((points[0]?.x ?? 0) + (points[2]?.x ?? 0)) / 2, 5)
  })

  test("goes dashed to a mean that is only a bound: nobody knows how far the line bends there", () => {
    const [first, second, third] = layers([4, 4.1, 3.6])
    if (!first || !second || !third) throw new Error("three layers")
    const { solid, dashed, points } = layOutThroughline({
      layers: [first, { ...second, bounds: { mean: "at-least" } }, third],
      steps: [],
      width: 600,
    })
    expect([solid.length, dashed.length]).toEqual([2, 2])
    expect(points[1]?.x).toBeGreaterThan(points[0]?.x ?? Number.POSITIVE_INFINITY)
  })

  test("never paints a band of a hidden layer, whatever its interval would be", () => {
    const [first, second, third] = layers([4, null, 3.6])
    if (!first || !second || !third) throw new Error("three layers")
    const shown = { low: 3.5, high: 4.1 }
    const draw = (hidden: ThroughlineLayer) =>
      layOutThroughline({
        layers: [{ ...first, ...shown }, hidden, { ...third, ...shown }],
        steps: [],
        width: 600,
      })
    expect(draw({ ...second, low: 1.2, high: 4.9 }).bands).toEqual(draw(second).bands)
    expect(draw(second).bands).toHaveLength(2)
  })

  test("stands without any layer shown", () => {
    const { solid, dashed } = plan([null, null])
    expect(solid).toEqual([])
    expect(dashed).toHaveLength(3)
  })
})
