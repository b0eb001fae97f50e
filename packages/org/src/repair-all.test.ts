import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { Member } from "./draft.ts"
import { buildOrgChart } from "./org-chart.ts"
import { parsePeople } from "./parse-people.ts"
import type { Person } from "./person.ts"
import type { Repair } from "./repair.ts"
import { repairAll } from "./repair-all.ts"
import { isBelow, shapeOf } from "./shape.ts"

/** A company of up to 12 rows with every kind of dirt: few ids, so that they double, loop and miss each other. */
const key = fc.constantFrom("1", "2", "3", "4", "5", "6", "7", "8")
const row = fc.record({
  id: fc.oneof({ weight: 8, arbitrary: key }, { weight: 1, arbitrary: fc.constant("") }),
  name: fc.constantFrom("Ada Head", "Bo Two", "Cy Three", "Jo Doe", "Vacant", "", "=SUM(A1)", "'Eliminated'"),
  mail: fc.constantFrom("a@example.com", "b@example.com", "c@example.com", "", "no mail"),
  manager: fc.oneof(
    key,
    fc.constantFrom("", "9", "Jo Doe", "Ada Head", "Board of Directors", "XX", "Eva Long", "a@example.com"),
  ),
  title: fc.constantFrom("", "CEO", "Clerk", "Head of Sales"),
  status: fc.constantFrom("", "", "", "Active", "left"),
  tail: fc.constantFrom("", "", "", "", ",extra", '"'),
})
type Row = typeof row extends fc.Arbitrary<infer T> ? T : never
const table = (withIds: boolean) => (rows: Row[]) =>
  [
    `${withIds ? "employee id" : "note"},name,email,reports to,job title,status`,
    ...rows.map(({ id, name, mail, manager, title, status, tail }) =>
      [withIds ? id : "x", name, mail, manager, title, status + tail].join(","),
    ),
  ].join("\n")
const file = fc
  .tuple(fc.array(row, { minLength: 1, maxLength: 12 }), fc.boolean())
  .map(([rows, withIds]) => table(withIds)(rows))
const stored = fc.array(
  fc.record({ id: key, managerId: fc.option(key), name: fc.constantFrom("Eva Long", "Ada Head", "Max") }),
  { maxLength: 5 },
)
const asStored = (people: { id: string; managerId: string | null; name: string }[]) =>
  people.map((each) => ({
    ...each,
    ...{ email: null, title: "", department: "", location: "", language: null, active: true },
  }))

const dropped = (repairs: readonly Repair[]) =>
  new Set(repairs.flatMap((repair) => (repair.kind === "drop" ? repair.rows : [])))
const placed = (people: readonly Person[]) => buildOrgChart(people).unplaced.length === 0

describe("repairing everything as proposed", () => {
  test("leaves nothing that blocks, no circle, nobody without a place, and nobody out who was not dropped", () => {
    fc.assert(
      fc.property(file, stored, (text, known) => {
        const options = { stored: asStored(known) }
        const before = parsePeople(text, options)
        const after = repairAll(text, options)
        const rows = new Set(after.file.people.map((person) => person.row))
        const gone = dropped(after.repairs)
        for (const person of before.people) expect(rows.has(person.row)).toBe(!gone.has(person.row))
        if (rows.size === 0) return
        expect(after.file.issues.filter(({ severity }) => severity === "error")).toEqual([])
        expect(placed(after.file.people)).toBe(true)
        expect(new Set(after.file.people.map((person) => person.id)).size).toBe(after.file.people.length)
        expect(after.file.issues.flatMap((issue) => issue.proposals)).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  test("gives the same again: its repairs applied at once are its result, and there is nothing more to repair", () => {
    fc.assert(
      fc.property(file, (text) => {
        const { repairs, file } = repairAll(text)
        expect(parsePeople(text, { repairs })).toEqual(file)
        expect(repairAll(text, { repairs })).toEqual({ repairs, file })
        expect(file.repairs.every(({ applies }) => applies)).toBe(true)
        expect(JSON.parse(JSON.stringify(repairs))).toEqual(repairs)
      }),
    )
  })

  test("the order in which repairs of different rows were clicked does not matter", () => {
    fc.assert(
      fc.property(file, (text) => {
        const { repairs, file } = repairAll(text)
        const rows = repairs.flatMap((repair) => ("row" in repair ? [repair.row] : repair.rows))
        if (new Set(rows).size < rows.length) return
        const reversed = parsePeople(text, { repairs: [...repairs].reverse() })
        expect(reversed.people).toEqual(file.people)
        expect(reversed.issues).toEqual(file.issues)
      }),
    )
  })

  test("every proposal of every issue can be clicked: it applies, and settles or changes its issue", () => {
    fc.assert(
      fc.property(file, stored, (text, known) => {
        const options = { stored: asStored(known) }
        for (const issue of parsePeople(text, options).issues)
          for (const { repair, label, effect } of issue.proposals) {
            const after = parsePeople(text, { ...options, repairs: [repair] })
            expect(after.repairs).toMatchObject([{ applies: true }])
            expect(after.issues).not.toContainEqual(issue)
            expect([label, effect, after.repairs[0]?.sentence].join(" ")).not.toMatch(/undefined|null|NaN/)
          }
      }),
      { numRuns: 200 },
    )
  })

  test("no proposed manager closes a circle", () => {
    fc.assert(
      fc.property(file, stored, (text, known) => {
        const options = { stored: asStored(known) }
        const circles = (repairs: Repair[]) =>
          parsePeople(text, { ...options, repairs }).issues.filter(({ code }) =>
            /loop|self-manager/.test(code),
          ).length
        const before = circles([])
        // Of two rows with one id the other may report elsewhere, into a circle that was in the file already.
        for (const { proposals } of parsePeople(text, options).issues)
          for (const { repair } of proposals)
            if (repair.kind !== "drop") expect(circles([repair])).toBeLessThanOrEqual(before)
      }),
      { numRuns: 300 },
    )
  })
})

test("whoever stands below is told, on circles and below them too", () => {
  const managers = { "1": "1", "2": "3", "3": "4", "4": "2", "5": "4", "6": "5", "7": "", "8": "7" }
  const text = ["id,manager id", ...Object.entries(managers).map((row) => row.join(","))].join("\n")
  const members = parsePeople(text).people.map(
    (person, at) => ({ person, at, manager: null, open: null }) as never as Member,
  )
  const of = (id: string) => members.find(({ person }) => person.id === id) as Member
  for (const member of members)
    member.manager = members.find(({ person }) => person.id === member.person.managerId) ?? null
  expect(
    [
      ["8", "7"],
      ["7", "8"],
      ["6", "2"],
      ["2", "6"],
      ["1", "7"],
    ].map(([a, b]) => isBelow(of(a as string), of(b as string))),
  ).toEqual([...[true, false, true, false, false]])
  const { loops, tops, size } = shapeOf(members)
  expect(loops.map((loop) => loop.map(({ person }) => person.id))).toEqual([["2", "3", "4"]])
  expect([tops.map(({ person }) => person.id), size[of("7").at], size[of("4").at]]).toEqual([["7"], 2, 3])
})
