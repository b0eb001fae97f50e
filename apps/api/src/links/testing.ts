import type { Cell, ReleaseGroup } from "@throughline/analysis"
import type { LinkView, Place, ViewedKpi, Wave } from "./link-view.ts"

/** Of a unit in a made-up wave: where it stands, who heads it, and its means; null: hidden, "bound": told as a bound. */
export interface MadeUpUnit {
  parent?: string
  person?: string
  means: Record<string, number | null | "bound">
  n?: number
}

const HIDDEN: Cell = { state: "hidden", reason: "too-few" }

function cellOf(mean: number | null | "bound", n: number): Cell {
  if (mean === null) return HIDDEN
  const told = { state: "shown", favourable: 50, neutral: 0, unfavourable: 50, cannotSay: 0, n } as const
  if (mean === "bound")
    return { ...told, mean: 4.8, interval: null, coded: true, bounds: { mean: "at-least" } }
  const interval = { kind: "group-now", low: mean - 0.2, high: mean + 0.2, level: 0.95 } as const
  return { ...told, mean, interval, coded: false }
}

/** A survey of units by their names; labels are numbered as the units are. Topics: message (of a), a and engagement. */
export function madeUpWave(
  survey: string,
  units: Record<string, MadeUpUnit>,
  { closedAt = "2026-05-20T12:00:00Z", items = ["a1"], reliability = null as number | null } = {},
): Wave {
  const names = Object.keys(units)
  const groups = names.map((name): ReleaseGroup => {
    const { parent = null, means, n = 20 } = units[name] as MadeUpUnit
    const cells = Object.fromEntries(Object.entries(means).map(([id, mean]) => [id, cellOf(mean, n)]))
    return {
      ...{ id: `unit:${name}`, kind: "unit", name, cells, distributions: {}, layer: null, layers: [2, 3] },
      ...{ parent: parent === null ? "all" : `unit:${parent}`, depth: 1, invited: n, covered: n },
      ...{ respondents: n, responseRate: 100 },
    }
  })
  const agreement = null
  const statistics = {
    ...{ alpha: null, omega: null, icc1: null, icc2: null },
    units: Object.fromEntries(groups.map(({ id }) => [id, { reliability, shrunk: null, agreement }])),
  }
  return {
    ...{ survey, name: `Survey ${survey}`, closedAt },
    release: {
      groups,
      measures: {
        constructs: [
          { id: "a", name: "Clear", items: items.map((id) => ({ id, text: id })) },
          { id: "engagement", name: "Engaged", items: [{ id: "e1", text: "e1" }] },
        ],
        composites: [{ id: "message", name: "Message", constructs: ["a"] }],
      },
      statistics: { a: statistics },
    },
    heads: new Map(
      names.map((name, at) => [`unit:${name}`, { person: units[name]?.person ?? name, above: at % 2 }]),
    ),
    places: new Map(names.map((name, at): [number, Place] => [at, { group: `unit:${name}` }])),
  }
}

export function madeUpKpi(id: string, values: number[][], at: number[]): ViewedKpi {
  return {
    ...{ id, name: `KPI ${id}`, measure: "%", direction: "higher", at },
    periods: values.map((_, period) => `2026-0${period + 1}`),
    values: values.map((row) => Float64Array.from(row)),
  }
}

export function madeUpView(waves: [Wave, ...Wave[]], kpis: ViewedKpi[]): LinkView {
  const newest = waves.at(-1) ?? waves[0]
  const labels = [...newest.places.keys()].map(
    (at) => [at, { label: `Label ${at}`, means: "unit" as const }] as const,
  )
  return { waves, kpis, labels: new Map(labels) }
}
