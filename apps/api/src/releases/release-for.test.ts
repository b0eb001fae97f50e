import { audit, type Cell, type Release } from "@throughline/analysis"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { groupsFor } from "./own-progress.ts"
import { type LeaderRelease, positionOf, releaseFor, subtree } from "./release-for.ts"
import type { ReleasedComments } from "./stored-release.ts"
import { type MadeUp, madeUpSurvey, randomChart } from "./testing.ts"

const surveys = fc.record({
  seed: fc.integer({ min: 1, max: 1_000_000 }),
  people: fc.integer({ min: 30, max: 260 }),
})

/** Every leader below the head with a part of the release, of a made-up survey. */
function leaders({
  chart,
  release,
}: MadeUp): { position: number; part: LeaderRelease; inside: Set<number> }[] {
  return Array.from(chart.parent).flatMap((manager, position) => {
    const part = manager < 0 ? null : releaseFor(release, chart, position)
    const inside = subtree(chart, position)
    return part === null || inside === null ? [] : [{ position, part, inside }]
  })
}

/** Calls `check` for the leaders of many surveys, and answers how many had a group to look at. */
function forLeaders(
  missing: number,
  check: (one: ReturnType<typeof leaders>[number], survey: MadeUp) => void,
): number {
  let looked = 0
  fc.assert(
    fc.property(surveys, ({ seed, people }) => {
      const survey = madeUpSurvey({ seed, people, missing })
      if (survey === null) return
      for (const one of leaders(survey)) {
        if (one.part.groups.length > 0) looked++
        check(one, survey)
      }
    }),
    { numRuns: 60 },
  )
  return looked
}

describe("what a leader gets of a release", () => {
  test("holds groups of the own unit only, each of them a union of the atoms that are left", () => {
    const looked = forLeaders(0.1, ({ part, inside }, { release, input }) => {
      const left = new Set(
        release.atoms.flatMap(({ kind, anchor }, atom) =>
          kind !== "top" && inside.has(anchor) ? [atom] : [],
        ),
      )
      expect(part.atoms).toHaveLength(left.size)
      for (const { id, kind, parent } of part.groups) {
        expect(["unit", "unit-layer"]).toContain(kind)
        expect(inside.has(positionOf(id))).toBe(true)
        expect(parent === null || inside.has(positionOf(parent))).toBe(true)
        if (id === part.own.group) expect(parent).toBeNull()
        const atoms = input.groupings.find((grouping) => grouping.id === id)?.atoms ?? []
        expect(atoms.length).toBeGreaterThan(0)
        expect(atoms.every((atom) => left.has(atom))).toBe(true)
      }
      const shown = new Set(part.groups.map(({ id }) => id))
      for (const { group, from, to } of part.steps) {
        expect([group, from, to].every((id) => shown.has(id))).toBe(true)
      }
      expect(part.groups.some(({ id }) => id === "all" || id.startsWith("layer:"))).toBe(false)
    })
    expect(looked).toBeGreaterThan(100)
  })

  test("only removes: each figure is the release's own, what is hidden there is hidden here, and it passes the audit", () => {
    forLeaders(0.3, ({ part }, { release, input }) => {
      for (const group of part.groups) {
        const { parent: _, ...same } = group
        expect(release.groups.find(({ id }) => id === group.id)).toMatchObject(same)
      }
      for (const step of part.steps) expect(release.steps).toContainEqual(step)
      const { statistics, ...figures } = part
      expect(audit({ ...figures, atoms: release.atoms }, input)).toEqual([])
      for (const [measure, { units }] of Object.entries(statistics ?? {}))
        for (const [unit, { agreement }] of Object.entries(units))
          expect(agreement).toEqual(release.statistics?.[measure]?.units[unit]?.agreement)
    })
  })

  test("its facts are those of its atoms, not of the organization", () => {
    let smaller = 0
    forLeaders(0, ({ part, position }, { release }) => {
      const total = (of: "invited" | "respondents") => part.atoms.reduce((sum, atom) => sum + atom[of], 0)
      expect(part.survey.invited).toBe(total("invited"))
      expect(part.survey.respondents).toBe(total("respondents"))
      expect(part.survey.respondents).toBeLessThan(release.survey.respondents)
      expect(part.survey.respondents === 0 || part.survey.respondents >= release.survey.k).toBe(true)
      expect(Object.keys(part).sort()).toEqual(
        ["atoms", "groups", "measures", "own", "seed", "statistics", "steps", "survey", "version"].sort(),
      )
      const own = part.groups.find(({ id }) => id === `unit:${position}`)
      if (own) {
        smaller++
        expect([own.covered, own.respondents, own.responseRate]).toEqual([
          part.survey.invited,
          part.survey.respondents,
          part.survey.responseRate,
        ])
      }
    })
    expect(smaller).toBeGreaterThan(50)
  })

  test("does not depend on what anybody elsewhere answered", () => {
    const compare = (of: (release: Release, survey: MadeUp, position: number) => unknown, more = 0) => {
      let [same, other] = [0, 0]
      fc.assert(
        fc.property(surveys, fc.nat(), ({ seed, people }, choice) => {
          const before = madeUpSurvey({ seed, people, missing: 0 })
          if (before === null) return
          const all = leaders(before).filter(({ part }) => part.groups.length > 0)
          const one = all[choice % Math.max(1, all.length)]
          if (one === undefined) return
          const elsewhere = (anchor: number) => !one.inside.has(anchor)
          const after = madeUpSurvey({ seed, people, missing: 0, elsewhere, more }) as MadeUp
          const texts = [before, after].map((survey) =>
            JSON.stringify(of(survey.release, survey, one.position)),
          )
          if (texts[0] === texts[1]) same++
          else other++
        }),
        { numRuns: 80 },
      )
      return { same, other }
    }
    const guarded = compare((release, { chart }, position) => releaseFor(release, chart, position))
    expect(guarded.other).toBe(0)
    expect(guarded.same).toBeGreaterThan(30)
    // The same look without the filter, and with one that forgets a part: each time the others' answers show.
    expect(compare((release) => release).same).toBe(0)
    const careless = (forgets: "survey" | "atoms" | "steps", more: number) =>
      compare(
        (release, { chart }, position) => ({
          ...releaseFor(release, chart, position),
          groups: [],
          [forgets]: release[forgets],
        }),
        more,
      )
    for (const part of ["survey", "atoms"] as const) {
      expect([part, careless(part, 3).same]).toEqual([part, 0])
    }
    expect(careless("steps", 0).other).toBeGreaterThan(0)
  })

  test("what others left out, and how many of them answered, may hide a figure but never change one", () => {
    const cellsOf = (part: LeaderRelease | null): Map<string, Cell> =>
      new Map(
        (part?.groups ?? []).flatMap(({ id, cells }) =>
          Object.entries(cells).map(([measure, cell]): [string, Cell] => [`${id} ${measure}`, cell]),
        ),
      )
    let compared = 0
    fc.assert(
      fc.property(surveys, fc.nat(), ({ seed, people }, choice) => {
        const before = madeUpSurvey({ seed, people, missing: 0.25 })
        const all = before === null ? [] : leaders(before).filter(({ part }) => part.groups.length > 0)
        const one = all[choice % Math.max(1, all.length)]
        if (before === null || one === undefined) return
        const elsewhere = (anchor: number) => !one.inside.has(anchor)
        const after = madeUpSurvey({ seed, people, missing: 0.25, elsewhere, more: choice % 4 }) as MadeUp
        const now = cellsOf(releaseFor(after.release, after.chart, one.position))
        for (const [key, cell] of cellsOf(one.part)) {
          const other = now.get(key)
          if (cell.state !== "shown" || other?.state !== "shown") continue
          compared++
          // A question's interval is hidden with its distribution.
          const told = other.interval === null ? { ...cell, interval: null } : cell
          expect([key, cell.interval === null ? { ...other, interval: null } : other]).toEqual([key, told])
        }
      }),
      { numRuns: 60 },
    )
    expect(compared).toBeGreaterThan(50)
  })

  test("comments come of coarser groups that lie wholly inside, under numbers of their own; others do not", () => {
    let [inside, outside, partly] = [0, 0, 0]
    forLeaders(0, ({ position, part, inside: below }, { release, chart }) => {
      const within = (atom: Release["atoms"][number]) => atom.kind !== "top" && below.has(atom.anchor)
      const coarse = [...new Set(release.atoms.map((atom) => atom.coarse))]
      const comments: ReleasedComments = {
        groups: coarse.map((id) => ({ id, label: `group ${id}`, respondents: 10 })),
        questions: [
          {
            ...{ id: "q", text: "Why?" },
            counts: [null, ...coarse].map((group) => ({ topic: "Pay", group, people: 7 })),
            comments: [null, ...coarse].map((group) => ({ topic: null, group, text: `said in ${group}` })),
          },
        ],
      }
      expect(part).not.toHaveProperty("comments")
      const told = releaseFor({ ...release, comments }, chart, position)
      const own = coarse.filter((id) =>
        release.atoms.filter((atom) => atom.coarse === id).every((atom) => within(atom)),
      )
      const [question] = told?.comments?.questions ?? []
      expect(question?.comments.map(({ text }) => text)).toEqual(own.map((id) => `said in ${id}`))
      expect(told?.comments?.groups.map(({ label }) => label)).toEqual(own.map((id) => `group ${id}`))
      const numbers = told?.comments?.groups.map(({ id }) => id)
      expect(question?.counts.map(({ group }) => group)).toEqual(numbers)
      for (const id of numbers ?? []) expect(told?.atoms.some((atom) => atom.coarse === id)).toBe(true)
      const some = coarse.filter((id) => release.atoms.some((atom) => atom.coarse === id && within(atom)))
      inside += own.length
      partly += some.length - own.length
      outside += coarse.length - some.length
    })
    // Groups that lie partly inside there were too: taking any with an atom inside would have told of others.
    expect([inside > 100, partly > 10, outside > 100]).toEqual([true, true, true])
  })

  test("which options were chosen is told of groups inside alone, and of no question without one", () => {
    let [inside, outside, without] = [0, 0, 0]
    forLeaders(0, ({ position, part }, { release, chart }) => {
      const own = new Set(part.groups.map(({ id }) => id))
      const table = { text: "When?", pick: 1, options: [{ id: "month", text: "Within the last month" }] }
      const rows = release.groups.map(({ id }) => ({ group: id, n: 30, shares: [40] }))
      const elsewhere = rows.filter(({ group }) => !own.has(group))
      const choices = [
        { id: "everywhere", ...table, groups: rows },
        { id: "elsewhere", ...table, groups: elsewhere },
      ]
      expect(part).not.toHaveProperty("choices")
      const told = releaseFor({ ...release, choices }, chart, position)?.choices
      const expected = rows.filter(({ group }) => own.has(group))
      expect(told?.map(({ id, groups }) => [id, groups])).toEqual(
        expected.length === 0 ? undefined : [["everywhere", expected]],
      )
      inside += expected.length
      outside += elsewhere.length
      if (told === undefined) without++
    })
    expect([inside > 100, outside > 100, without > 0]).toEqual([true, true, true])
  })

  test("a person without people below, or without a place in the chart, gets nothing", () => {
    const survey = madeUpSurvey({ seed: 4, people: 120, missing: 0 }) as MadeUp
    const managers = new Set(survey.chart.parent)
    survey.chart.parent.forEach((_, position) => {
      const part = releaseFor(survey.release, survey.chart, position)
      expect([position, part === null]).toEqual([position, !managers.has(position)])
    })
    expect(releaseFor(survey.release, survey.chart, 9_999)).toBeNull()
    const layer = survey.chart.layer.slice()
    layer[1] = 0
    expect(releaseFor(survey.release, { ...survey.chart, layer }, 1)).toBeNull()
  })

  test("whoever stands alone at the top has the whole organization below and reads all of it", () => {
    const { release, chart } = madeUpSurvey({ seed: 4, people: 120, missing: 0 }) as MadeUp
    const { own, ...part } = releaseFor({ ...release, uncounted: 3 } as Release, chart, 0) as LeaderRelease
    expect(own.group).toBe("all")
    expect(part).toEqual(release)
    const choices = [{ id: "q", text: "When?", pick: 1, options: [], groups: [] }]
    expect(releaseFor({ ...release, choices }, chart, 0)).toEqual({ ...release, choices, own })
  })
})

test("the progress of an open survey: the own unit and the units below, nothing of other branches", () => {
  fc.assert(
    fc.property(surveys, fc.nat(), ({ seed, people }, choice) => {
      const chart = randomChart(seed, people)
      const managers = [...new Set(chart.parent)].filter((position) => position > 0)
      const position = managers[choice % Math.max(1, managers.length)]
      if (position === undefined) return
      const group = (id: string) => ({
        ...{ id, kind: "unit" as const, name: id, layer: null, invited: 30, covered: 30, rate: 50 },
      })
      const groups = [group("all"), group("layer:3"), ...managers.map((at) => group(`unit:${at}`))]
      const part = groupsFor(groups, chart, position)
      const below = (at: number): boolean => at === position || (at > 0 && below(chart.parent[at] as number))
      expect(part?.groups.map(({ id }) => id)).toEqual(managers.filter(below).map((at) => `unit:${at}`))
      expect(groupsFor(groups, chart, 0)?.groups).toEqual(groups)
    }),
  )
})
