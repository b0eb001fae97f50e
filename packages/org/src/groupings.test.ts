import fc from "fast-check"
import { expect, test } from "vitest"
import { cutAtoms, cutCohorts } from "./cohorts.ts"
import { demoCompany } from "./demo-company.ts"
import { freezeChart } from "./freeze-chart.ts"
import type { FrozenChart } from "./group.ts"
import { groupings } from "./groupings.ts"
import { buildOrgChart } from "./org-chart.ts"
import type { Person } from "./person.ts"
import { person, staff } from "./testing.ts"

function released(people: readonly Person[], rate: (position: number) => boolean) {
  const org = buildOrgChart(people)
  const chart = freezeChart(org)
  const invited = org.people.map((each, position) => each.active && chart.layer[position] !== 0)
  const cohorts = cutCohorts(chart, invited, 5)
  if ("refused" in cohorts) return undefined
  const atoms = cutAtoms(
    chart,
    cohorts,
    cohorts.map((cohort) => cohort.members.filter(rate).length),
    5,
  )
  if ("refused" in atoms) return undefined
  const people_ = atoms.map((atom) => atom.members.flatMap((id) => cohorts[id]?.members ?? []))
  return { org, chart, invited, atoms, inAtom: people_, list: groupings(chart, invited, cohorts, atoms) }
}

function unitOf(chart: FrozenChart, head: number): Set<number> {
  const unit = new Set<number>()
  chart.parent.forEach((manager, position) => {
    if (manager === head || unit.has(manager)) unit.add(position)
  })
  return unit
}

const surveys = fc.record({
  seed: fc.integer({ min: 1, max: 1_000_000 }),
  people: fc.integer({ min: 20, max: 400 }),
  share: fc.integer({ min: 2, max: 10 }),
})

test("everything shown is a union of atoms, units hold 80% of their invited people, and nothing that does is left out", () => {
  fc.assert(
    fc.property(surveys, ({ seed, people, share }) => {
      const survey = released(demoCompany({ seed, people }), (position) => (position * 7919) % 10 < share)
      if (!survey) return
      const { chart, invited, atoms, inAtom, list } = survey
      expect(list[0]).toMatchObject({
        id: "all",
        parent: null,
        atoms: atoms.map((atom) => atom.id),
        invited: people,
        covered: people,
      })
      expect(new Set(list.map((grouping) => grouping.id)).size).toBe(list.length)

      for (const grouping of list) {
        expect(grouping.atoms.length).toBeGreaterThan(0)
        expect(new Set(grouping.atoms).size).toBe(grouping.atoms.length)
        if (grouping.parent !== null) expect(list.some((other) => other.id === grouping.parent)).toBe(true)
        const inside = grouping.atoms.flatMap((id) => inAtom[id] as number[])
        if (grouping.kind === "layer" || grouping.kind === "unit-layer")
          for (const id of grouping.atoms) expect(atoms[id]?.kind).not.toBe("mixed")
        if (grouping.unit === null) continue
        const unit = unitOf(chart, grouping.unit)
        const asked = [...unit].filter(
          (at) => invited[at] && (grouping.layer === null || chart.layer[at] === grouping.layer),
        )
        const covered = inside.filter((at) => grouping.layer === null || chart.layer[at] === grouping.layer)
        expect(inside.every((at) => unit.has(at))).toBe(true)
        expect(grouping.invited).toBe(asked.length)
        expect(grouping.covered).toBe(covered.length)
        expect(grouping.covered).toBeGreaterThanOrEqual(0.8 * grouping.invited)
      }

      const shown = new Set(
        list.filter((grouping) => grouping.kind === "unit").map((grouping) => grouping.unit),
      )
      chart.layer.forEach((layer, head) => {
        if (layer < 2 || shown.has(head)) return
        const unit = unitOf(chart, head)
        const covered = inAtom.filter((members) => members.every((at) => unit.has(at))).flat().length
        expect(covered === 0 || covered < 0.8 * unit.size).toBe(true)
      })
    }),
    { numRuns: 60 },
  )
})

test("layers are made of pure atoms, the top group comes first, and units hang on the nearest shown unit", () => {
  const people = [
    ...[
      person("ceo", null),
      ...staff("ceo", 4),
      ...staff("ceo-1", 8),
      ...staff("ceo-1-1", 9),
      ...staff("ceo-1-1-1", 10),
    ],
    ...[...staff("ceo-2", 6), ...staff("ceo-2-1", 5)],
  ]
  const survey = released(people, () => true)
  const ids = survey?.org.people.map(({ id }) => id) ?? []
  const told = survey?.list.map(({ name, kind, parent, layer, depth, invited, covered }) => {
    const around = parent?.startsWith("unit:") ? `unit of ${ids[Number(parent.slice(5))]}` : parent
    return [kind, name, around, layer, depth, `${covered}/${invited}`].join(" · ")
  })
  expect(told).toEqual([
    "organization · Whole organization ·  ·  · 0 · 43/43",
    "layer · Top group (layers 1–2) · all · 2 · 1 · 5/5",
    "layer · Layer 3 · all · 3 · 1 · 8/14",
    "layer · Layer 4 · all · 4 · 1 · 9/14",
    "layer · Layer 5 · all · 5 · 1 · 10/10",
    "unit · Name ceo-1 · all ·  · 1 · 27/27",
    "unit-layer · Name ceo-1, layer 3 · unit of ceo-1 · 3 · 2 · 8/8",
    "unit-layer · Name ceo-1, layer 4 · unit of ceo-1 · 4 · 2 · 9/9",
    "unit-layer · Name ceo-1, layer 5 · unit of ceo-1 · 5 · 2 · 10/10",
    "unit · Name ceo-2 · all ·  · 1 · 11/11",
    "unit · Name ceo-1-1 · unit of ceo-1 ·  · 2 · 19/19",
    "unit-layer · Name ceo-1-1, layer 4 · unit of ceo-1-1 · 4 · 3 · 9/9",
    "unit-layer · Name ceo-1-1, layer 5 · unit of ceo-1-1 · 5 · 3 · 10/10",
    "unit · Name ceo-1-1-1 · unit of ceo-1-1 ·  · 3 · 10/10",
    "unit-layer · Name ceo-1-1-1, layer 5 · unit of ceo-1-1-1 · 5 · 4 · 10/10",
  ])
})
