import fc from "fast-check"
import { expect, test } from "vitest"
import { analyse } from "./analyse.ts"
import { assemble } from "./assemble.ts"
import { refined } from "./attribute.ts"
import { attributeTable } from "./attribute-table.ts"
import { audit } from "./audit.ts"
import { gate } from "./gate.ts"
import type { AnalysisInput, Cell, Release } from "./release.ts"
import { areSolvable } from "./solvable.ts"
import { synthetic } from "./synthetic.ts"

const text = (id: string) => ({ id, text: { en: id } })

/** A company in which most people of a team sit in one place, and a few elsewhere. */
function company(seed: number, missing: number, places: number, elsewhere: number): AnalysisInput {
  const input = synthetic({
    ...{ seed, functions: 3, departments: 2, teams: 2, respondents: [5, 9], missing },
    ...{ constructs: 2, items: 3, k: 5 },
  })
  let state = seed
  const random = () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return state / 0x7fffffff
  }
  const home = input.atoms.map(() => Math.floor(random() * places))
  const of = Int8Array.from(input.observations.atom, (atom) =>
    random() < elsewhere ? Math.floor(random() * (places + 1)) : (home[atom] as number),
  )
  const { width, size } = refined({ values: Array(places) }, input.atoms.length)
  const invited = new Int32Array(size)
  for (const [person, atom] of input.observations.atom.entries()) {
    const at = atom * width + (of[person] as number)
    invited[at] = (invited[at] as number) + 1
  }
  // Those who kept silent: of the home of their atom.
  for (const [atom, { invited: all, respondents }] of input.atoms.entries()) {
    const at = atom * width + (home[atom] as number)
    invited[at] = (invited[at] as number) + all - respondents
  }
  const values = Array.from({ length: places }, (_, at) => text(`place ${at}`))
  return { ...input, attribute: { label: { en: "Location" }, values, of, invited } }
}

/** Every cell of k or more is told, as most products do. */
const threshold = (input: AnalysisInput): Release =>
  assemble(input, gate, [], (one, groups, earlier) =>
    attributeTable(one, groups, earlier, (cells, { k }) => cells.filter(({ n }) => n >= k)),
  )

const shownCells = ({ attribute }: Release): Cell[] =>
  (attribute?.rows ?? [])
    .flatMap(({ cells }) => Object.values(cells).flat())
    .filter((one) => one.state === "shown")

const codes = (release: Release, input: AnalysisInput) =>
  new Set(audit(release, input).map(({ code }) => code))

test("no table singles anybody out, whoever sits where and whatever was skipped", () => {
  let told = 0
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_000_000 }),
      fc.double({ min: 0, max: 0.3, noNaN: true }),
      fc.integer({ min: 2, max: 5 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (seed, missing, places, elsewhere) => {
        const input = company(seed, missing, places, elsewhere)
        const release = analyse(input)
        told += shownCells(release).length
        expect(audit(release, input)).toEqual([])
      },
    ),
    { numRuns: 40 },
  )
  expect(told).toBeGreaterThan(100)
})

test("with its gate switched off, a table with a cell for every five people isolates some, and the audit says so", () => {
  let isolated = 0
  for (let seed = 1; seed <= 10; seed++) {
    const input = company(seed, 0.1, 3, 0.2)
    for (const { code, people } of audit(threshold(input), input)) if (code === "isolated") isolated += people
  }
  expect(isolated).toBeGreaterThan(0)
})

test("a unit that is nearly all in one place is not taken from that place: the one elsewhere stays hidden", () => {
  const input = company(1, 0, 2, 0)
  const { attribute, atoms, groupings } = input
  if (attribute === undefined) throw new Error("no attribute")
  // All of one function sit in place 0, but one person of one of its teams, and all the rest in place 1.
  const [first] = groupings.filter(({ kind, depth }) => kind === "unit" && depth === 1)
  const inside = new Set(first?.atoms)
  attribute.of.forEach((_, person) => {
    attribute.of[person] = inside.has(input.observations.atom[person] as number) ? 0 : 1
  })
  const odd = input.observations.atom.findIndex((atom) => inside.has(atom))
  attribute.of[odd] = 1
  attribute.invited.fill(0)
  for (const [atom, { invited }] of atoms.entries())
    attribute.invited[atom * 3 + (inside.has(atom) ? 0 : 1)] = invited
  const row = (release: Release) => release.attribute?.rows.find(({ group }) => group === first?.id)?.cells.c0
  expect(row(threshold(input))?.[0]?.state).toBe("shown")
  expect(codes(threshold(input), input)).toContain("isolated")
  expect(row(analyse(input))?.[0]?.state ?? "hidden").toBe("hidden")
  expect(codes(analyse(input), input)).toEqual(new Set())
})

test("brute force agrees: no one to four answers of one value and one group of atoms can be solved", () => {
  for (let seed = 1; seed <= 6; seed++) {
    const input = company(seed, 0, 3, 0.3)
    const { size, cells, of } = refined(
      input.attribute as NonNullable<typeof input.attribute>,
      input.atoms.length,
    )
    const persons = new Float64Array(size)
    for (const cell of of(input.observations.atom, input.attribute?.of as Int8Array)) {
      persons[cell] = (persons[cell] as number) + 1
    }
    const look = (release: Release) => {
      const held = new Map(input.groupings.map(({ id, atoms }) => [id, atoms]))
      const sets = release.groups
        .filter((group) => group.cells.c0?.state === "shown")
        .map(({ id }) => cells(held.get(id) ?? []))
      for (const { group, cells: by } of release.attribute?.rows ?? []) {
        for (const [value, cell] of (by.c0 ?? []).entries()) {
          if (cell.state === "shown") sets.push(cells(held.get(group) ?? [], value))
        }
      }
      const rows = sets.map((set) => {
        const row = new Array<number>(size).fill(0)
        for (const cell of set) if ((persons[cell] as number) > 0) row[cell] = 1
        return row
      })
      // Every set of one or two cells that holds one to four persons.
      const small: number[][] = []
      for (let a = 0; a < size; a++) {
        for (let b = a; b < size; b++) {
          const people = a === b ? (persons[a] as number) : (persons[a] as number) + (persons[b] as number)
          if (persons[a] === 0 || persons[b] === 0 || people >= 5) continue
          small.push(Array.from(persons, (_, at) => (at === a || at === b ? 1 : 0)))
        }
      }
      return areSolvable(rows, small.slice(0, 1500)).filter(Boolean).length
    }
    expect(look(analyse(input))).toBe(0)
  }
})

test("a cell is told as any other: rounded, coded when small, and without an interval", () => {
  const input = company(5, 0, 2, 0.5)
  const release = analyse(input)
  const cells = shownCells(release)
  expect(cells.length).toBeGreaterThan(0)
  for (const cell of cells) {
    if (cell.state !== "shown") continue
    expect(cell.interval).toBeNull()
    expect(cell.n).toBeGreaterThanOrEqual(5)
  }
  expect(release.attribute?.rows.map(({ cells }) => Object.keys(cells))).toEqual(
    release.attribute?.rows.map(() => ["c0", "c1"]),
  )
})

test("without an attribute a release is what it was", () => {
  const { attribute: _, ...input } = company(2, 0.1, 2, 0.5)
  expect(analyse(input)).not.toHaveProperty("attribute")
  const before = analyse(input)
  const { attribute: __, ...after } = analyse(company(2, 0.1, 2, 0.5))
  expect(after).toEqual(before)
})

test("there is no table beside an earlier release of the same people, and none of the same questions after one with a table", () => {
  const input = { ...company(4, 0, 2, 0.5) }
  const people = Int32Array.from(
    { length: input.observations.atom.length },
    (_, at) => input.observations.atom[at] as number,
  )
  const first = analyse({ ...input, people })
  expect(first.attribute).toBeDefined()
  const second = { ...input, people }
  const { attribute: _, ...plain } = first
  const earlier = (release: Release) => [{ release, groupings: input.groupings, people }]
  expect(analyse(second, earlier(plain)).attribute).toBeUndefined()
  expect(audit(first, second, earlier(plain)).map(({ code }) => code)).toContain("earlier")

  const { attribute: __, ...later } = second
  const shown = (release: Release) =>
    release.groups.flatMap(({ cells }) => Object.values(cells)).filter(({ state }) => state === "shown")
      .length
  expect(shown(analyse(later, earlier(plain)))).toBeGreaterThan(0)
  expect(shown(analyse(later, earlier(first)))).toBe(0)
  expect(audit(analyse(later, earlier(plain)), later, earlier(first)).map(({ code }) => code)).toContain(
    "earlier",
  )
})
