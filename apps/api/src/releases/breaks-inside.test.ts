import type { Breaks, MeasureStatistics, Release } from "@throughline/analysis"
import fc from "fast-check"
import { expect, test } from "vitest"
import { breaksInside } from "./breaks-inside.ts"
import { type LeaderRelease, positionOf, releaseFor, subtree } from "./release-for.ts"
import { type MadeUp, madeUpSurvey } from "./testing.ts"

const AGREED = { uniform: 0.81, slightSkew: 0.72, averageDeviation: 0.5 }

/** A release in which every unit has a break that might begin in any other, and statistics of its own. */
function withBreaks({ chart, release }: MadeUp): Release {
  const managers = [...new Set(chart.parent)].filter((position) => position > 0)
  const units = managers.map((at) => ({ unit: `unit:${at}`, name: chart.heads[at] ?? "", at }))
  const deepest = Math.max(...chart.layer)
  const window = {
    ...(release.groups[0] as Release["groups"][number]),
    kind: "window" as const,
    parent: null,
  }
  const breaks: Breaks = {
    ...{ seed: release.seed, replicates: 999 },
    measures: [
      {
        measure: "message",
        primary: true,
        tested: true,
        atoms: release.atoms.length,
        handedDown: 0.06,
        own: 0.04,
        p: 0.001,
      },
    ],
    findings: units.map(({ unit, name, at }) => {
      const fromLayer = (chart.layer[at] as number) + 1
      return {
        ...{
          id: `message@${unit}/from:${fromLayer}`,
          measure: "message",
          unit,
          name,
          fromLayer,
          deepestLayer: deepest,
        },
        between: [fromLayer, fromLayer],
        orIn: units
          .filter((other) => other.unit !== unit)
          .map((other) => ({ unit: other.unit, name: other.name })),
        ...{ group: `${unit}/from:${fromLayer}`, elsewhere: `${unit}/from:${fromLayer}/elsewhere` },
        ...{ n: 20, gap: -1.2, shift: -1.4, shrunk: -1.1, p: 0.001 },
      }
    }),
    units: units.map(({ unit }) => ({ unit, verdict: "break", detectable: 0.7 })),
    whole: { leftOut: [], boundaries: [], profile: [{ layer: 1, mean: 3.9, low: 3.5, high: 4.3 }] },
  }
  const statistics: Record<string, MeasureStatistics> = {
    message: {
      ...{ alpha: { value: 0.91, low: 0.89, high: 0.93 }, omega: 0.92, icc1: 0.11, icc2: 0.55 },
      units: Object.fromEntries(
        units.map(({ unit }) => [unit, { reliability: 0.71, shrunk: 3.4, agreement: AGREED }]),
      ),
    },
  }
  const groups = breaks.findings.flatMap(({ group, elsewhere }) => [
    { ...window, id: group ?? "" },
    { ...window, id: elsewhere ?? "", kind: "elsewhere" as const },
  ])
  return { ...release, groups: [...release.groups, ...groups], breaks, statistics }
}

/** Calls `check` for leaders below the head, and answers how many had a break to read of. */
function forLeaders(
  check: (part: LeaderRelease, inside: ReadonlySet<number>, release: Release, survey: MadeUp) => void,
): number {
  let looked = 0
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 40, max: 200 }), (seed, people) => {
      const survey = madeUpSurvey({ seed, people, missing: 0 })
      if (survey === null) return
      const release = withBreaks(survey)
      for (const position of new Set(survey.chart.parent)) {
        const inside = position > 0 ? subtree(survey.chart, position) : null
        const part = inside === null ? null : releaseFor(release, survey.chart, position)
        if (part === null || inside === null) continue
        looked++
        check(part, inside, release, survey)
      }
    }),
    { numRuns: 25 },
  )
  return looked
}

/** Every position that a text names as a unit, in whichever id. */
const named = (value: unknown) =>
  [...JSON.stringify(value).matchAll(/unit:(\d+)/g)].map(([, digits]) => Number(digits))

test("a leader reads of the breaks that begin in the own unit and below it, with the size, and of no other", () => {
  const looked = forLeaders((part, inside, release) => {
    const { breaks, statistics } = part
    const expected = release.breaks?.findings.filter(({ unit }) => inside.has(positionOf(unit)))
    expect(breaks?.findings.map(({ id }) => id)).toEqual(expected?.map(({ id }) => id))
    for (const [at, finding] of (breaks?.findings ?? []).entries()) {
      const whole = expected?.[at]
      expect(finding).toMatchObject({ group: whole?.group, n: whole?.n, shift: whole?.shift, p: whole?.p })
      expect(finding.elsewhere).toBeNull()
      expect(finding.orIn).toHaveLength(
        inside.size - [...inside].filter((at) => !named(release.breaks).includes(at)).length - 1,
      )
      expect(part.groups.some(({ id, kind }) => id === finding.group && kind === "window")).toBe(true)
    }
    expect(named([breaks, statistics, part.groups]).every((at) => inside.has(at))).toBe(true)
    expect(part.groups.some(({ kind }) => kind === "elsewhere")).toBe(false)
    expect(breaks).toMatchObject({
      seed: 0,
      whole: null,
      measures: [{ handedDown: null, own: null, p: null }],
    })
    expect(statistics?.message).toMatchObject({ alpha: null, omega: null, icc1: null, icc2: null })
    for (const one of Object.values(statistics?.message?.units ?? {}))
      expect(one).toEqual({ reliability: null, shrunk: null, agreement: AGREED })
  })
  expect(looked).toBeGreaterThan(100)
})

test("it is the cut that keeps other branches out: without it their breaks, units and means are there", () => {
  let [others, windows] = [0, 0]
  const looked = forLeaders((part, inside, release) => {
    const careless = { ...part, breaks: release.breaks, statistics: release.statistics }
    const foreign = (value: unknown) => named(value).some((at) => !inside.has(at))
    if (foreign(careless.breaks) && foreign(careless.statistics)) others++
    // A group that is known by its end alone would bring what a break is compared with.
    if (
      release.groups.some(
        ({ id }) => id.endsWith("/elsewhere") && inside.has(positionOf(id.replace("/elsewhere", ""))),
      )
    )
      windows++
    expect(foreign([part.breaks, part.statistics, part.groups])).toBe(false)
  })
  expect([others > looked / 2, windows > looked / 2]).toEqual([true, true])
})

test("the gap is kept where the others are of several branches, and dropped where they are one", () => {
  // Three functions below the head, two teams each; on a second chart only two functions.
  const chartOf = (functions: number) => {
    const parent = [-1]
    const layer = [1]
    const hang = (below: number) => {
      parent.push(below)
      layer.push((layer[below] as number) + 1)
    }
    for (let at = 0; at < functions; at++) hang(0)
    for (let at = 0; at < functions * 2; at++) hang(1 + (at % functions))
    for (let at = 0; at < functions * 2; at++)
      for (let person = 0; person < 6; person++) hang(1 + functions + at)
    return {
      parent: Int32Array.from(parent),
      layer: Int32Array.from(layer),
      heads: parent.map((_, at) => `Unit ${at}`),
    }
  }
  /** `third`: what the atoms of the third function are like. */
  const gapIn = (functions: number, off = false, third: Partial<Release["atoms"][number]> = {}) => {
    const chart = chartOf(functions)
    const teams = Array.from({ length: functions * 2 }, (_, at) => 1 + functions + at)
    const atoms: Release["atoms"] = teams.map((anchor) => ({
      ...{ anchor, layers: [4, 4], kind: "pure", invited: 6, respondents: 6, coarse: 0 },
      ...(chart.parent[anchor] === 3 ? third : {}),
    }))
    const survey = { chart, input: {}, release: { groups: [{}], atoms, seed: 1 } } as unknown as MadeUp
    const { breaks } = withBreaks(survey)
    const inside = subtree(chart, 1) as Set<number>
    const part = { chart, position: 1, inside, isInside: (id: string) => inside.has(positionOf(id)) }
    const told = breaksInside({ breaks, atoms }, part, off ? () => false : undefined).breaks
    return told?.findings.filter(({ fromLayer }) => fromLayer === 3 || fromLayer === 4).map(({ gap }) => gap)
  }
  expect(gapIn(3)).toEqual([-1.2, -1.2, -1.2])
  expect(gapIn(2)).toEqual([null, null, null])
  // Nobody in the third answered, or stands on that layer for certain: then the gap is to the second alone.
  expect(gapIn(3, false, { respondents: 0 })).toEqual([null, null, null])
  expect(gapIn(3, false, { kind: "mixed" })).toEqual([null, null, null])
  // Without the rule the mean of the other function could be worked out from the own one.
  expect(gapIn(2, true)).toEqual([-1.2, -1.2, -1.2])
})

test("whoever stands alone at the top reads all of it; of older releases nothing is made up", () => {
  const survey = madeUpSurvey({ seed: 4, people: 120, missing: 0 }) as MadeUp
  const release = withBreaks(survey)
  const { own: _, ...all } = releaseFor(release, survey.chart, 0) as LeaderRelease
  expect(all).toEqual(release)
  const { breaks: __, statistics: ___, ...older } = release
  const leader = [...new Set(survey.chart.parent)].find((at) => at > 0) ?? -1
  expect(Object.keys(releaseFor(older, survey.chart, leader) ?? {})).not.toContain("breaks")
  expect(Object.keys(releaseFor(older, survey.chart, leader) ?? {})).not.toContain("statistics")
})
