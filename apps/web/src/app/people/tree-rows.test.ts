import { describe, expect, test } from "vitest"
import { matches, positionsOf, treeOf, treeRows, wayTo } from "./tree-rows.ts"

const person = (id: string, managerId: string | null, title = "") => ({
  id,
  name: id,
  title,
  managerId,
  active: true,
})
const tree = treeOf([
  person("Ada", null),
  person("Ben", "Ada", "Plumber"),
  person("Cleo", "Ada"),
  person("Dan", "Cleo", "Plumber"),
  person("Eve", "Fay"),
  person("Fay", "Eve"),
  person("Gus", "?nobody"),
])
const names = (open: number[], search = "") =>
  treeRows(tree, new Set(open), matches(tree, search)).map(
    (row) => `${row.depth} ${tree.people[row.person]?.name}`,
  )

describe("the tree of people", () => {
  test("shows the top, and reports only of who is open", () => {
    expect(names([])).toEqual(["1 Ada"])
    expect(names([0])).toEqual(["1 Ada", "2 Ben", "2 Cleo"])
    expect(names([0, 2])).toEqual(["1 Ada", "2 Ben", "2 Cleo", "3 Dan"])
  })
  test("people on a loop or under nobody are in no row and hang it nowhere", () => {
    expect(names([0, 1, 2, 3, 4, 5, 6])).toEqual(["1 Ada", "2 Ben", "2 Cleo", "3 Dan"])
  })
  test("a search opens the way to every match and leaves out the rest", () => {
    expect(names([], "dan")).toEqual(["1 Ada", "2 Cleo", "3 Dan"])
    expect(names([], "PLUMB")).toEqual(["1 Ada", "2 Ben", "2 Cleo", "3 Dan"])
    expect(names([], "nobody at all")).toEqual([])
  })
  test("opens the way to whoever is marked, and shows the marked alone when asked", () => {
    const marks = new Map([["Dan", "mended"]])
    const open = positionsOf(tree, wayTo(tree, marks))
    expect(names([...open])).toEqual(["1 Ada", "2 Ben", "2 Cleo", "3 Dan"])
    const rows = treeRows(tree, new Set(), matches(tree, "", marks))
    expect(rows.map((row) => tree.people[row.person]?.name)).toEqual(["Ada", "Cleo", "Dan"])
    expect([...(matches(tree, "plumb", marks) ?? [])].map((at) => tree.people[at]?.name)).toEqual(["Dan"])
  })
  test("counts everybody below a manager", () => {
    expect([...tree.below].slice(0, 4)).toEqual([3, 0, 1, 0])
  })
})
