import { expect, test } from "vitest"
import type { ViewedRelease } from "../api.ts"
import { intervalsText, outerInterval, rankedText, unitColumns } from "./how-reliable.ts"
import { layer, release, shown } from "./release-example.ts"
import { gridTable, ladderTable } from "./tables.ts"

const bare = (): ViewedRelease =>
  release(
    [
      layer(3, shown(4)),
      layer(4, shown(3)),
      layer(9, shown(3.5), { id: "u", kind: "unit", name: "Sales", layers: [3, 4] }),
    ],
    [],
  )
const agreement = { uniform: 0.71, slightSkew: 0.6, averageDeviation: 0.8 }
const told = (): ViewedRelease => ({
  ...bare(),
  statistics: {
    message: {
      ...{ alpha: null, omega: null, icc1: 0.1, icc2: 0.6 },
      units: {
        u: { reliability: 0.55, shrunk: 3.4, agreement },
        v: { reliability: 0.8, shrunk: 3, agreement: null },
        w: { reliability: null, shrunk: null, agreement: null },
      },
    },
  },
})
const judged = (primary: boolean): ViewedRelease => {
  const whole = { profile: [{ layer: 3, mean: 4, low: 3.5, high: 4.5 }] }
  const measures = [{ measure: "message", primary }]
  return { ...bare(), breaks: { whole, measures } as unknown as NonNullable<ViewedRelease["breaks"]> }
}

test("a layer has a second interval where the whole organization's main measure is told with one", () => {
  const [, three, four] = judged(true).groups
  if (!three || !four) throw new Error("the example has two layers")
  expect(outerInterval(judged(true), "all", "message", three)).toEqual({ low: 3.5, high: 4.5 })
  expect(outerInterval(judged(true), "all", "message", four)).toBeUndefined()
  expect(outerInterval(judged(true), "u", "message", three)).toBeUndefined()
  expect(outerInterval(judged(false), "all", "message", three)).toBeUndefined()
  expect(outerInterval(bare(), "all", "message", three)).toBeUndefined()
  expect(ladderTable(judged(true), "all", "message").rows.map((row) => row.at(-1))).toEqual([
    "3.5 to 4.5",
    "",
  ])
})
test("says which interval is which", () => {
  expect(intervalsText(true)).toMatch(/who did not answer.*how leaders differ/)
  expect(intervalsText(false)).not.toContain("leaders")
})
test("how many units can be ranked, and nothing where nothing is told", () => {
  expect(rankedText(told(), "message")).toBe(
    "1 of 2 units can be ranked by their mean (reliability 0.60 or more); for the others the mean drawn towards the average says more.",
  )
  expect(rankedText(bare(), "message")).toBe("")
})
test("a unit's row holds what is told of it and no more; tables of old releases look as before", () => {
  expect(unitColumns(told(), "u", "message")).toEqual(["3.4", "0.55", "0.71", "0.8"])
  expect(unitColumns(told(), "v", "message")).toEqual(["3.0", "0.80", "", ""])
  const unit = bare().groups.filter(({ kind }) => kind === "unit")
  expect(gridTable(told(), unit, "message").rows[0]?.slice(-4)).toEqual(["3.4", "0.55", "0.71", "0.8"])
  expect(gridTable(bare(), unit, "message").columns).toEqual(["Unit", "All layers", "Layer 3", "Layer 4"])
  expect(ladderTable(bare(), "all", "message").columns.at(-1)).toBe("Answered 5")
})
