import type { AttributeTable, Cell, Release } from "@throughline/analysis"
import { expect, test } from "vitest"
import { attributeTable } from "./attribute-tables.ts"
import { shown, tooFew } from "./release-example.ts"

const low = shown(1.4, {
  n: 6,
  favourable: 10,
  coded: true,
  bounds: { mean: "at-most", favourable: "at-most" },
})

function release(cells: Record<string, Cell[]>): Release {
  const attribute: AttributeTable = {
    label: { en: "Location" },
    values: [
      { id: "v1", text: { en: "Berlin" } },
      { id: "v2", text: { en: "Other", de: "Andere" } },
    ],
    rows: [{ group: "unit:3", cells }],
  }
  return {
    attribute,
    groups: [{ id: "unit:3", name: "Sales" }],
    measures: {
      constructs: ["a", "b"].map((id) => ({
        id,
        name: `Topic ${id}`,
        items: [{ id: `${id}1`, text: "One" }],
      })),
      composites: [{ id: "message", name: "Message", constructs: ["a", "b"] }],
    },
  } as unknown as Release
}

test("one topic, or a statement of it: all figures, bounds as bounds, and what is hidden said so", () => {
  const table = attributeTable(release({ a: [shown(3.5), low, tooFew] }), "a1")
  expect(table?.columns.slice(0, 3)).toEqual(["Function", "Location", "Mean (1 to 5)"])
  expect(table?.rows).toEqual([
    ["Sales", "Berlin", 3.5, "50%", "30%", "20%", "4%", 40],
    ["Sales", "Other", "≤ 1.4", "≤ 10%", "30%", "20%", "4%", 6],
    ["Sales", "Rather not say", "too few to show", "", "", "", "", ""],
  ])
})

test("several topics: a mean each", () => {
  const table = attributeTable(
    release({ a: [shown(3.5), low, tooFew], b: [tooFew, shown(4), tooFew] }),
    "message",
  )
  expect(table?.columns).toEqual(["Function", "Location", "Topic a", "Topic b"])
  expect(table?.rows[1]).toEqual(["Sales", "Other", "≤ 1.4", 4])
})

test("nothing told of a topic, or no attribute asked: no table", () => {
  const { attribute: _, ...without } = release({ a: [shown(3), low, low] })
  expect(attributeTable(without, "a")).toBeNull()
  expect(attributeTable(release({ a: [tooFew, tooFew, tooFew] }), "a")).toBeNull()
})
