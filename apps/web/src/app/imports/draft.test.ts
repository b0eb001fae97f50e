import { expect, test } from "vitest"
import type { DescribedFile } from "../api.ts"
import {
  addTopic,
  answerTexts,
  type Column,
  faults,
  fillTopic,
  firstDraft,
  moveLayer,
  setRole,
  settingsOf,
} from "./draft.ts"

const column = (header: string, role: Column["role"], values: [string, number][] | null = null): Column => ({
  ...{ header, role, text: header, numbers: null, filled: 100 },
  values: values?.map(([value, rows]) => ({ value, rows })) ?? null,
})
const described: DescribedFile = {
  rows: 100,
  columns: [
    column("Id", "person"),
    column("Boss", "manager"),
    column("Level", "layer", [
      ["Staff", 90],
      ["Manager", 10],
    ]),
    column("Unit", "unit", [
      ["A", 60],
      ["B", 40],
    ]),
    column("Q1", "item", [
      ["Yes", 60],
      ["No", 40],
    ]),
    column("Q2", "item"),
  ],
  topics: [{ id: "mission-clarity", name: "Mission clarity" }],
}
const draft = firstDraft(described, "spring 2019.csv")

test("the layer with the fewest people stands at the top until HR says otherwise", () => {
  expect(draft.layers).toEqual(["Manager", "Staff"])
  expect(moveLayer(draft, 0, 1).layers).toEqual(["Staff", "Manager"])
  expect(draft.name).toBe("spring 2019")
})

test("managers are followed where there is neither layer nor unit", () => {
  expect(draft.roles.Boss).toBe("none")
  expect(settingsOf(draft).mapping.place).toEqual({
    ...{ kind: "units", units: ["Unit"] },
    layer: { column: "Level", order: ["Manager", "Staff"] },
  })
  const only = { ...draft, roles: { Id: "person", Boss: "manager", Q1: "item" } as const }
  expect(settingsOf(only).mapping.place).toEqual({ kind: "managers", manager: "Boss" })
})

test("a column of layers, persons or managers is one only", () => {
  const changed = setRole(draft, described.columns, "Unit", "layer")
  expect(changed.roles).toMatchObject({ Level: "none", Unit: "layer" })
  expect(changed.layers).toEqual(["B", "A"])
})

test("what is missing is said until nothing is", () => {
  expect(faults(draft, "2026-01-01")).toEqual([
    "Say on which day people could answer last.",
    "Choose a topic for 2 questions.",
  ])
  const done = fillTopic({ ...draft, closedOn: "2019-05-31" }, "mission-clarity")
  expect(faults(done, "2026-01-01")).toEqual([])
  expect(faults(done, "2019-01-01")).toEqual(["That day is still to come."])
  expect(settingsOf(done).topics).toEqual([{ id: "mission-clarity", name: "Mission clarity" }])
})

test("own topics get ids of their own, once each", () => {
  const twice = addTopic(addTopic(addTopic(draft, "Pay"), "pay"), "Trust")
  expect(twice.topics.map(({ id }) => id)).toEqual(["mission-clarity", "own-topic-1", "own-topic-2"])
})

test("texts of questions are listed to be given a meaning, those of other columns are not", () => {
  expect(answerTexts(described.columns, draft).map(({ value }) => value)).toEqual(["Yes", "No"])
})
