// A small release for tests, made by hand so that every sentence can be checked against it.

import type { Cell, Release, ReleaseGroup, Step } from "@throughline/analysis"

export const shown = (mean: number, more: Partial<Extract<Cell, { state: "shown" }>> = {}): Cell => ({
  state: "shown",
  mean,
  favourable: 50,
  neutral: 30,
  unfavourable: 20,
  cannotSay: 4,
  n: 40,
  interval: { kind: "group-now", low: mean - 0.2, high: mean + 0.2, level: 0.95 },
  coded: false,
  ...more,
})
export const tooFew: Cell = { state: "hidden", reason: "too-few" }
export const notAsked: Cell = { state: "hidden", reason: "not-asked" }

export function layer(at: number, cell: Cell, more: Partial<ReleaseGroup> = {}): ReleaseGroup {
  return {
    id: `layer:${at}`,
    kind: "layer",
    name: `Layer ${at}`,
    parent: "all",
    layer: at,
    layers: at === 2 ? [1, 2] : [at, at],
    depth: 0,
    invited: 60,
    covered: 60,
    respondents: 40,
    responseRate: 67,
    cells: { message: cell },
    distributions: { message: { state: "shown", shares: [5, 15, 30, 35, 15], n: 40 } },
    ...more,
  }
}

export function step(fromLayer: number, difference: number, interval: [number, number] | null): Step {
  return {
    id: `all:${fromLayer}`,
    group: "all",
    from: `layer:${fromLayer}`,
    to: `layer:${fromLayer + 1}`,
    fromLayer,
    toLayer: fromLayer + 1,
    measure: "message",
    difference,
    interval: interval && { kind: "description", low: interval[0], high: interval[1], level: 0.95 },
  }
}

export function release(groups: ReleaseGroup[], steps: Step[]): Release {
  const all = layer(0, shown(3.6), {
    id: "all",
    kind: "organization",
    name: "Whole organization",
    parent: null,
    layer: null,
  })
  return {
    version: 1,
    survey: {
      id: "s",
      name: "Autumn",
      organization: "Acme",
      closedAt: "2026-11-14T17:00:00Z",
      k: 5,
      invited: 180,
      respondents: 120,
      responseRate: 67,
    },
    seed: 1,
    measures: {
      constructs: [
        { id: "strategy", name: "Strategy", items: [{ id: "st1", text: "I know what comes first." }] },
      ],
      composites: [{ id: "message", name: "The message: mission, vision", constructs: ["strategy"] }],
    },
    atoms: [],
    groups: [all, ...groups],
    steps,
  }
}

/** The release of a pulse: no composite, a construct of the organization's own. */
export function pulseRelease(groups: ReleaseGroup[], steps: Step[]): Release {
  const made = release(groups, steps)
  return {
    ...made,
    measures: {
      constructs: [
        { id: "safety", name: "Safety", items: [{ id: "sa1", text: "I can say what worries me." }] },
      ],
      composites: [],
    },
  }
}

/** What a leader gets: the own unit in place of the organization. */
export function leaderRelease(groups: ReleaseGroup[], steps: Step[]) {
  const { groups: all, ...made } = release(groups, steps)
  return {
    ...made,
    groups: all.filter(({ id }) => id !== "all"),
    own: { group: "unit:7", name: "Operations" },
  }
}
