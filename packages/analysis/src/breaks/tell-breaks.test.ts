import fc from "fast-check"
import { expect, test } from "vitest"
import { analyse } from "../analyse.ts"
import { assemble } from "../assemble.ts"
import { audit } from "../audit.ts"
import { type GateMaker, gate } from "../gate.ts"
import type { AnalysisInput, Earlier } from "../release.ts"
import { synthetic } from "../synthetic.ts"
import { toldClasses } from "../waves.ts"
import { madeUpBreaks, madeUpManagers } from "./made-up-breaks.ts"
import { breakGroupings } from "./tell-breaks.ts"
import { chiefs, toldWindows, windowId } from "./window-groupings.ts"

function company(seed: number, missing: number, breaks: number): AnalysisInput {
  const input = synthetic({
    ...{ seed, functions: 3, departments: 2, teams: 3, respondents: [5, 9], missing },
    ...{ constructs: 3, items: 2, k: 5 },
  })
  return { ...input, managers: madeUpManagers(input), breaks: madeUpBreaks(input, seed + 1, breaks) }
}

/** The gate, but the groups of breaks are told as they come. */
const notOfBreaks: GateMaker = (counted, input, earlier) => {
  const gates = gate(counted, input, earlier)
  const windows = new Set(breakGroupings(input as AnalysisInput).map(({ atoms }) => String(atoms)))
  return (id) => {
    const own = gates(id)
    return { ...own, cell: (atoms) => windows.has(String(atoms)) || own.cell(atoms) }
  }
}

const seeds = fc.integer({ min: 1, max: 1_000_000 })

test("whatever breaks are found, the groups they are told of isolate nobody", () => {
  fc.assert(
    fc.property(
      seeds,
      fc.double({ min: 0, max: 0.5, noNaN: true }),
      fc.integer({ min: 1, max: 6 }),
      (seed, missing, breaks) => {
        const input = company(seed, missing, breaks)
        const release = analyse(input)
        expect(release.breaks?.findings.length).toBe(breaks)
        expect(audit(release, input)).toEqual([])
      },
    ),
    { numRuns: 25 },
  )
})

test("told as they come, they do: the audit finds the people", () => {
  const isolated = [1, 2, 3, 4, 5, 6].map((seed) => {
    const input = company(seed, 0.4, 6)
    const codes = audit(assemble(input, notOfBreaks), input).map(({ code }) => code)
    return codes.some((code) => ["isolated", "compared", "small-cell"].includes(code))
  })
  expect(isolated.filter(Boolean).length).toBeGreaterThan(3)
})

test("what is found changes nothing of what is told and hidden of all other groups", () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const { breaks: _, ...input } = company(seed, 0.3, 6)
      const without = analyse(input)
      const found = analyse({ ...input, breaks: madeUpBreaks(input, seed, 6) })
      expect(found.groups.slice(0, without.groups.length)).toEqual(without.groups)
      expect(found.steps).toEqual(without.steps)
    }),
    { numRuns: 10 },
  )
})

test("a release says by ids alone which atoms its breaks are made of", () => {
  const input = company(4, 0, 6)
  const told = toldWindows(analyse(input).groups, input.atoms, chiefs(input.managers as never))
  const atomsById = (groupings: readonly { id: string; atoms: number[] }[]) =>
    groupings.map(({ id, atoms }) => [id, atoms])
  expect(told.length).toBeGreaterThan(4)
  expect(atomsById(told)).toEqual(atomsById(breakGroupings(input)))
  const renamed = analyse(input)
  const window = renamed.groups.find(({ kind }) => kind === "window")
  Object.assign(window ?? {}, { id: "unit:1/these three" })
  expect(audit(renamed, input).map(({ code }) => code)).toContain("unknown-group")
})

test("the table of an attribute is judged beside the groups of breaks", () => {
  const input = company(4, 0, 3)
  let judged: string[] = []
  assemble(input, gate, [], (given) => {
    judged = given.groupings.map(({ id }) => id)
    return undefined
  })
  for (const { id } of breakGroupings(input)) expect(judged).toContain(id)
})

test("every figure told of a break is one of its cells, or is made of told cells", () => {
  let gaps = 0
  let without = 0
  for (let seed = 1; seed <= 12; seed++) {
    const input = company(seed, seed % 3 === 0 ? 0.4 : 0.05, 4)
    const release = analyse(input)
    const cellOf = (group: string | null, measure: string) =>
      release.groups.find(({ id }) => id === group)?.cells[measure]
    for (const one of release.breaks?.findings ?? []) {
      const [own, rest] = [cellOf(one.group, one.measure), cellOf(one.elsewhere, one.measure)]
      expect(one.group === null).toBe(own === undefined)
      if (own !== undefined) expect(own).toMatchObject({ state: "shown", n: one.n })
      else expect([one.n, one.gap]).toEqual([null, null])
      const isExact = own?.state === "shown" && own.bounds?.mean === undefined
      expect(one.coarse === true).toBe(!isExact)
      if (!isExact) {
        expect(Number.isInteger(one.shift * 2)).toBe(true)
        expect(one.shift).toBeGreaterThanOrEqual(-1.5)
      }
      if (one.gap === null) {
        without++
        continue
      }
      gaps++
      expect(rest).toMatchObject({ state: "shown" })
      const layers = Array.from(
        { length: one.deepestLayer - one.fromLayer + 1 },
        (_, at) => one.fromLayer + at,
      )
      const told = layers.map((layer) => {
        const inside = cellOf(`${one.unit}/layer:${layer}`, one.measure)
        const all = cellOf(`layer:${layer}`, one.measure)
        if (inside?.state !== "shown" || all?.state !== "shown") return undefined
        const outside = (all.mean * all.n - inside.mean * inside.n) / (all.n - inside.n)
        return { n: inside.n, difference: inside.mean - outside }
      })
      const cells = told.filter((cell) => cell !== undefined)
      const people = cells.reduce((sum, { n }) => sum + n, 0)
      const gap = cells.reduce((sum, { n, difference }) => sum + n * difference, 0) / people
      expect(people).toBeGreaterThanOrEqual(0.8 * (one.n as number))
      expect(Math.abs(gap - one.gap)).toBeLessThan(0.2)
    }
  }
  expect(gaps).toBeGreaterThan(10)
  expect(without).toBeGreaterThan(3)
})

test("a figure of a break that says more than its group is found by the audit", () => {
  const input = company(3, 0.4, 6)
  const { findings = [] } = analyse(input).breaks ?? {}
  const hidden = findings.findIndex(({ coarse }) => coarse)
  expect(hidden).toBeGreaterThanOrEqual(0)
  for (const more of [{ gap: -0.4 }, { shift: -1.1 }, { n: 31 }, { p: 0.013 }]) {
    const release = analyse(input)
    Object.assign(release.breaks?.findings[hidden] ?? {}, more)
    expect(audit(release, input).map(({ code }) => code)).toEqual(["break"])
  }
})

test("of people whose mean is hidden neither p nor the shrunk shift says where between two halves the shift lies, or past 1.5", () => {
  const input = company(3, 0.4, 6)
  const { measures = [], ...found } = input.breaks ?? madeUpBreaks(input, 1, 0)
  const hidden = new Set(analyse(input).breaks?.findings.flatMap(({ coarse, id }) => (coarse ? id : [])))
  const as = (shift: number, p: number) => {
    const again = measures.map((one) => ({
      ...{ ...one, p },
      breaks: one.breaks
        .filter((place) => hidden.has(`${one.measure}@${windowId(place)}`))
        .map((place) => ({ ...place, shift, shrunk: 0.7 * shift, p })),
    }))
    const told = analyse({ ...input, breaks: { ...found, measures: again } }).breaks
    const least = told?.measures.filter((_, at) => (again[at]?.breaks ?? []).length > 0) ?? []
    return { coarse: told?.findings ?? [], least }
  }
  expect(as(-1.6, 0.012).coarse.length).toBeGreaterThan(0)
  expect(as(-1.6, 0.012).least.length).toBeGreaterThan(0)
  expect(as(-2.6, 0.039)).toEqual(as(-1.6, 0.012))
  expect(as(-1.4, 0.004)).toEqual(as(-1.1, 0.031))
  expect(as(-1.4, 0.004)).not.toEqual(as(-1.6, 0.004))
})

test("units are told in the order of their told means, and only where their mean is told", () => {
  const input = company(9, 0.3, 2)
  const release = analyse(input)
  const cells = (release.breaks?.units ?? []).map(
    ({ unit }) => release.groups.find(({ id }) => id === unit)?.cells.message,
  )
  expect(cells.length).toBeGreaterThan(5)
  const means = cells.map((cell) => (cell?.state === "shown" ? cell.mean : Number.NaN))
  expect(means).toEqual(means.toSorted((a, b) => a - b))
  const shown = release.groups.filter(
    ({ kind, cells }) => kind === "unit" && cells.message?.state === "shown",
  )
  expect(cells.length).toBe(shown.length)
})

test("a later survey hears of the groups of breaks: nobody who left one of them is found", () => {
  const [before, after] = leavers()
  const release = analyse(before)
  const chief = chiefs(before.managers as never)
  const heard = (groupings: Earlier["groupings"]): Earlier[] => [
    { release, people: before.people as Int32Array, groupings },
  ]
  const all = heard([...before.groupings, ...toldWindows(release.groups, before.atoms, chief)])
  const deaf = analyse(after, heard(before.groupings))
  expect(audit(deaf, after, heard(before.groupings))).toEqual([])
  expect(audit(deaf, after, all).map(({ code }) => code)).toContain("earlier")
  expect(audit(analyse(after, all), after, all)).toEqual([])
})

/** One survey of which only the whole and a break is told, and the same again without two people in it and three elsewhere. */
function leavers(): [AnalysisInput, AnalysisInput] {
  const { groupings, ...input } = company(5, 0, 0)
  const only = { ...input, groupings: groupings.filter(({ id }) => id === "all") }
  const found = madeUpBreaks({ ...input, groupings }, 3, 0)
  const [first, ...others] = found.measures
  const one = {
    ...{ unit: 1, name: "Unit 1", fromLayer: 4, deepestLayer: 6, between: [4, 4] as [number, number] },
    ...{ orIn: [], shift: -0.8, shrunk: -0.6, p: 0.01 },
  }
  // Not tested, so that the layers of the whole are not told of either: they would be heard of by themselves.
  const primary = first && { ...first, tested: false, breaks: [one] }
  const breaks = { ...found, measures: primary ? [primary, ...others] : [] }
  const people = Int32Array.from(input.atoms.flatMap(({ invited }, atom) => new Array(invited).fill(atom)))
  const atomsOfBreak = new Set(breakGroupings({ ...only, breaks })[0]?.atoms)
  // One person of an atom, of which enough are left to be told.
  const oneOf = (atom: number) => people.indexOf(atom)
  const large = [...input.atoms.keys()].filter((atom) => {
    const { kind, invited } = input.atoms[atom] as (typeof input.atoms)[number]
    return kind === "pure" && invited > 7
  })
  const inside = large.filter((atom) => atomsOfBreak.has(atom))
  const outside = large.filter((atom) => !atomsOfBreak.has(atom))
  const gone = new Set([...inside.slice(0, 2), ...outside.slice(0, 3)].map(oneOf))
  const before = { ...only, breaks, people }
  const left = people.map((atom, person) => (gone.has(person) ? -1 : atom))
  return [before, { ...before, survey: { ...before.survey, id: "again" }, people: left }]
}

test("a later survey hears of atoms that the layers of the whole organization weigh one by one", () => {
  const release = analyse(company(6, 0, 0))
  const classes = (whole: { leftOut: number[] } | null) => {
    const breaks = release.breaks && {
      ...release.breaks,
      whole: whole && { boundaries: [], profile: [], ...whole },
    }
    return toldClasses(
      { ...release, groups: [], ...(breaks ? { breaks } : {}) },
      [],
      release.atoms.length,
      500,
    )
  }
  const pure = [...release.atoms.keys()].filter((atom) => release.atoms[atom]?.kind === "pure")
  expect(classes(null).classes).toBe(0)
  expect(classes({ leftOut: [] }).classes).toBe(pure.length)
  const { classOf } = classes({ leftOut: pure.slice(0, 2) })
  expect(pure.filter((atom) => classOf[atom] === -1)).toEqual(pure.slice(0, 2))
})
