import { expect, test } from "vitest"
import type { PersonRow } from "./person-row.ts"
import { unpacked, writesBetween } from "./writes.ts"

const row = (id: string, more: Partial<PersonRow> = {}): PersonRow => ({
  ...{ person_id: id, source_id: `s${id}`, name: `N${id}`, email: null, title: "", department: "D" },
  ...{ location: "", language: null, manager_id: null, active: true, ...more },
})

test("only what differs is written: new rows, changed rows, and who is gone by id", () => {
  const gone = row("9", { active: false, manager_id: "9" })
  const writes = writesBetween(
    [row("1"), row("2"), row("3"), gone],
    [row("1"), row("2", { title: "T" }), row("4")],
  )
  expect(writes.insert.map((batch) => unpacked(batch)[0])).toEqual(["4\u001f"])
  expect(writes.update.map((batch) => unpacked(batch)[0])).toEqual(["2\u001f"])
  expect(writes.remove.map(unpacked)).toEqual([["3\u001f"]])
  expect(writesBetween([row("1"), gone], [row("1")])).toEqual({ insert: [], update: [], remove: [] })
})

test("a batch holds every cell, null apart from empty, and no cell can pretend to be several", () => {
  const [batch] = writesBetween([], [row("1", { name: "A\u001fB\u001dC\u001eD" }), row("2")]).insert
  const columns = batch ? unpacked(batch) : []
  expect(columns).toHaveLength(10)
  expect(columns.slice(0, 5)).toEqual([
    "1\u001f2\u001f",
    "s1\u001fs2\u001f",
    "A B C D\u001fN2\u001f",
    "\u001e\u001f\u001e\u001f",
    "\u001f\u001f",
  ])
})
