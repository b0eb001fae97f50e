import type { Difference } from "@throughline/org"
import { expect, test } from "vitest"
import { countsOf, differenceSentence } from "./difference-sentence.ts"
import { differenceTables } from "./difference-tables.ts"

const person = (id: string, name: string, managerId: string | null) => ({
  ...{ id, row: Number(id), name, email: null, title: "Clerk", department: "", location: "", language: null },
  ...{ managerId, active: true },
})
const stored = [person("1", "Ada", null), person("2", "Ben", "1"), person("3", "Cleo", "1")]
const people = [person("1", "Ada", null), person("2", "Benno", "4"), person("4", "Dan", "1")]
const difference: Difference = {
  joined: ["4"],
  left: ["3"],
  moved: [{ id: "2", from: "1", to: "4" }],
  attached: [],
  detached: [],
  changed: [{ id: "2", fields: [{ field: "name", from: "Ben", to: "Benno" }] }],
  unchanged: 1,
  rekeyed: [],
}

test("who joins, leaves, moves and changes stands by name, with before and now", () => {
  expect(differenceTables(difference, stored, people).map(({ caption, rows }) => [caption, rows])).toEqual([
    ["Joined", [["Dan", "Clerk", "Ada", "4"]]],
    ["Left", [["Cleo", "Clerk", "Ada", "3"]]],
    ["Another manager", [["Benno", "Ada", "Dan", "2"]]],
    ["Changed", [["Benno", "Name", "Ben", "Benno", "2"]]],
  ])
})

test("a kind that nobody belongs to has no table", () => {
  expect(differenceTables({ ...difference, left: [], changed: [] }, stored, people)).toHaveLength(2)
})

test("the sentence says it ahead of an import and after it, and that nothing changes", () => {
  const counts = countsOf(difference)
  expect(differenceSentence(counts, "ahead")).toBe(
    "1 person joins, 1 person leaves, 1 person has another manager and of 1 person the name, address, title or place is another one.",
  )
  expect(differenceSentence({ ...counts, joined: 42, left: 17, moved: 45, changed: 0 }, "done")).toBe(
    "42 people joined, 17 people left and 45 people have another manager.",
  )
  const none = { joined: 0, left: 0, moved: 0, attached: 0, detached: 0, changed: 0 }
  expect(differenceSentence(none, "done")).toBe("Nobody joined, left or moved.")
})
