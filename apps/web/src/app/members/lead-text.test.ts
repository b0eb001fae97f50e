import { expect, test } from "vitest"
import { choiceText, leadText } from "./lead-text.ts"

const ida = {
  personId: "1",
  name: "Ida Berg",
  email: null,
  title: "Head of Sales",
  layer: 2,
  unit: "Sales",
  people: 40,
}

test("a leader's account says which unit it shows, and whose where that is not plain", () => {
  expect(leadText(ida, "Ida Berg")).toBe("Sales: 40 people below, on layer 2")
  expect(leadText(ida, "Ida's assistant")).toBe("Sales (Ida Berg): 40 people below, on layer 2")
  expect(leadText({ ...ida, unit: ida.name, people: 1 }, ida.name)).toBe(
    "Own unit: 1 person below, on layer 2",
  )
  expect(leadText({ ...ida, unit: ida.name }, "X")).toBe("Unit of Ida Berg: 40 people below, on layer 2")
  expect(leadText(null, "Ida Berg")).toMatch(/nobody in today's org chart/)
})

test("a leader who is searched is told by name, title and unit", () => {
  expect(choiceText(ida)).toBe("Ida Berg, Head of Sales, Sales: 40 people")
  expect(choiceText({ ...ida, title: "", unit: ida.name })).toBe("Ida Berg: 40 people")
})
