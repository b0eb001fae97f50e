import { expect, test } from "vitest"
import { choiceFinding, choiceTable } from "./choice-bars.ts"
import { groups, knowing, toldOf } from "./derived-example.ts"
import { firstObjective, knowingFinding, widestGap } from "./knowing-sentences.ts"
import { knowingRows, knowingTable } from "./knowing-tables.ts"
import { choosable, layersWithin, unitsBelow } from "./told-groups.ts"

const [mission, priorities] = knowing.objectives
if (!mission || !priorities) throw new Error("the example lacks its questions")

test("the question about the priorities comes first, another where the address says so", () => {
  expect(firstObjective(knowing, null)?.id).toBe("priorities")
  expect(firstObjective(knowing, "mission")?.id).toBe("mission")
  const all = { ...priorities, id: "priorities-all" }
  expect(firstObjective({ ...knowing, objectives: [mission, priorities, all] }, null)?.id).toBe(
    "priorities-all",
  )
  expect(firstObjective(knowing, "nonsense")?.id).toBe("priorities")
})

test("a gap is told with what is claimed, what is shown, its interval and guessing", () => {
  const { headline, sure } = knowingFinding(priorities, "all", "")
  expect(headline).toBe(
    "They think they know: 71% say the strategy is clear to them, on average 44% of the three priorities are named",
  )
  expect(sure).toContain("Claimed less shown is 27 points, 95% interval 24 to 31.")
  expect(sure).toContain("Guessing gets 38% right")
  expect(sure).toContain("stand at 28, 95% interval 25 to 31. 60 answered.")
})

test("each finding has its own words, and an interval too wide is said to be", () => {
  const of = (gap: [number, number, number], more = {}) =>
    knowingFinding({ ...priorities, groups: [toldOf("all", gap, more)] }, "all", "")
  expect(of([-20, -28, -12]).headline).toMatch(/^They know more than they claim/)
  expect(of([2, -3, 7]).headline).toMatch(/^They know about what they claim/)
  const unclear = of([9, -12, 30], { finding: "cannot-tell" })
  expect(unclear.headline).toMatch(/^71% say the strategy is clear to them/)
  expect(unclear.sure).toContain("too wide to tell")
})

test("no gap is told without a claim, between two bounds that leave it open, or where nothing is shown", () => {
  const without = knowingFinding(mission, "all", "")
  expect(without.headline).toBe("44% recognise the mission")
  expect(without.sure).toContain("does not ask whether people think they know")
  const bound = toldOf("all", null, { claimed: { value: 90, low: 85, high: 100 }, claimedBound: "at-least" })
  expect(knowingFinding({ ...priorities, groups: [bound] }, "all", "")).toEqual({
    headline: "≥ 90% say the strategy is clear to them, and on average 44% of the three priorities are named",
    sure: expect.stringContaining("only as bounds"),
  })
  const hidden = knowingFinding(priorities, "Depot", " in Depot")
  expect(hidden.headline).toBe("Whether they know cannot be told in Depot")
  expect(JSON.stringify(hidden)).not.toMatch(/\d/)
})

test("what may be guessing is said to be", () => {
  const guess = toldOf("all", [30, 20, 40], { beyondChance: { value: 1, low: -3, high: 5 } })
  expect(knowingFinding({ ...priorities, groups: [guess] }, "all", "").sure).toContain(
    "no more than guessing",
  )
  const worse = toldOf("all", [30, 20, 40], { beyondChance: { value: -9, low: -13, high: -5 } })
  expect(knowingFinding({ ...priorities, groups: [worse] }, "all", "").sure).toContain("and this is less")
})

test("the widest gap is looked for among the units next below that are told", () => {
  expect(widestGap(knowing, priorities, "all")).toEqual({
    headline: "Widest in Operations: 40 points between claimed and shown",
    sure: "95% interval 31 to 49. In 2 of 2 units people claim clearly more than they show; which is widest is partly luck.",
  })
  expect(widestGap(knowing, priorities, "Operations").sure).toBe(
    "No unit has both figures to set beside each other.",
  )
})

test("what is hidden has no figure in picture and table", () => {
  const [row] = knowingRows(priorities, [groups[5] as never])
  expect(row).toEqual({ id: "Depot", label: "Depot", open: null, filled: null })
  const table = knowingTable(priorities, groups, "c")
  for (const line of table.rows) expect(line).toHaveLength(table.columns.length)
  expect(table.rows.find(([name]) => name === "Depot")?.slice(1, 3)).toEqual(["too few to show", ""])
  expect(table.rows.find(([name]) => name === "Operations")).toContain("claim more than they show")
  const lone = knowingTable(mission, groups, "c")
  for (const line of lone.rows) expect(line).toHaveLength(lone.columns.length)
})

test("a bound is drawn and told as one, without an interval", () => {
  const bound = toldOf("all", null, { shown: { value: 10, low: 0, high: 12 }, shownBound: "at-most" })
  const objective = { ...priorities, groups: [bound] }
  expect(knowingRows(objective, groups.slice(0, 1))[0]?.filled).toEqual({ value: 10, bound: "at-most" })
  expect(knowingTable(objective, groups.slice(0, 1), "c").rows[0]?.slice(1, 3)).toEqual(["≤ 10%", ""])
})

test("layers stand from the top down, units next below, and leaders choose their own first", () => {
  expect(layersWithin(groups, "all").map(({ id }) => id)).toEqual(["layer:1", "layer:4"])
  expect(layersWithin(groups, "Operations").map(({ id }) => id)).toEqual(["Operations/layer:4"])
  expect(unitsBelow(groups, "all").map(({ id }) => id)).toEqual(["Sales", "Operations"])
  expect(choosable(groups, "Operations")[0]).toEqual({ value: "Operations", label: "Operations (your unit)" })
  expect(choosable(groups, "all").map(({ value }) => value)).toEqual(["all", "Sales", "Operations", "Depot"])
})

test("who explained it: the commonest answer, where another comes first, and shares as bounds at their ends", () => {
  const [table] = knowing.choices
  const [root] = groups
  if (!table || !root) throw new Error("the example lacks its table")
  expect(choiceFinding(table, root, layersWithin(groups, "all"))).toEqual({
    headline: "Who was it, that last time? Most often: “My direct manager”, 70%",
    sure: expect.stringContaining("Another answer comes first on layer 4."),
  })
  expect(choiceTable(table, groups.slice(0, 3)).rows).toEqual([
    ["Whole organization", "70%", "30%"],
    ["Layer 4", "≤ 7%", "≥ 93%"],
    ["Layers 1 to 2", "too few to show", ""],
  ])
})
