// A release with breaks for tests, made by hand so that every sentence and place can be checked against it.

import type {
  BreakFinding,
  Breaks,
  Cell,
  ReleaseGroup,
  UnitVerdict,
  WholeBoundary,
} from "@throughline/analysis"
import type { ViewedRelease } from "../api.ts"
import { layer, release, shown, step, tooFew } from "./release-example.ts"

export const found = (more: Partial<BreakFinding> = {}): BreakFinding => ({
  id: "message@unit:7/from:4",
  measure: "message",
  unit: "unit:7",
  name: "Operations",
  fromLayer: 4,
  deepestLayer: 6,
  between: [4, 4],
  orIn: [],
  group: "unit:7/from:4",
  elsewhere: "unit:7/from:4/elsewhere",
  n: 312,
  gap: -0.6,
  shift: -0.7,
  shrunk: -0.6,
  p: 0.034,
  ...more,
})

export const boundary = (more: Partial<WholeBoundary> = {}): WholeBoundary => ({
  fromLayer: 3,
  toLayer: 4,
  drop: 0.4,
  low: 0.2,
  high: 0.6,
  p: 0.012,
  verdict: "break",
  detectable: 0.3,
  ...more,
})

export const breaks = (more: Partial<Breaks> = {}): Breaks => ({
  seed: 7,
  replicates: 999,
  measures: [
    { measure: "message", primary: true, tested: true, atoms: 148, handedDown: 0.06, own: 0.04, p: 0.034 },
    { measure: "strategy", primary: false, tested: true, atoms: 146, handedDown: 0.05, own: 0.05, p: 0.21 },
  ],
  findings: [found()],
  units: [],
  whole: null,
  ...more,
})

const unit = (
  id: number,
  name: string,
  parent: string,
  layers: [number, number],
  invited: number,
  cell: Cell,
): ReleaseGroup =>
  layer(0, cell, {
    ...{ id: `unit:${id}`, kind: "unit", name, parent, layer: null, layers, depth: layers[0] - 2 },
    ...{ invited, covered: invited, respondents: Math.round(invited * 0.7), responseRate: 70 },
    cells: { message: cell, strategy: cell },
  })

const inUnit = (id: number, at: number, cell: Cell, invited: number): ReleaseGroup =>
  layer(at, cell, {
    ...{ id: `unit:${id}/layer:${at}`, kind: "unit-layer", parent: `unit:${id}`, layers: [at, at] },
    ...{ invited, covered: invited },
  })

const verdict = (id: number, said: UnitVerdict["verdict"], detectable: number | null): UnitVerdict => ({
  unit: `unit:${id}`,
  verdict: said,
  detectable,
})

/** 1,187 people below one head: a break in Operations from layer 4 down, and something of every other kind. */
export function companyWithBreaks(more: Partial<Breaks> = {}): ViewedRelease {
  const means = [4.3, 4.2, 3.6, 3.4, 3.4]
  const made = release(
    [
      ...[2, 3, 4, 5, 6].map((at, index) =>
        layer(at, shown(means[index] ?? 3.4), { invited: 30 + 90 * index, covered: 30 + 90 * index }),
      ),
      unit(7, "Operations", "all", [3, 6], 612, shown(3.2)),
      ...[4.1, 3.3, 3.0, 2.9].map((mean, index) =>
        inUnit(7, index + 3, shown(mean), [11, 190, 271, 140][index] ?? 0),
      ),
      unit(8, "Depot North", "unit:7", [4, 6], 218, shown(3.0)),
      inUnit(8, 4, shown(3.2), 30),
      unit(9, "Night shift", "unit:8", [5, 6], 96, shown(2.8)),
      unit(10, "Day shift", "unit:8", [5, 5], 81, shown(3.1)),
      unit(11, "Depot South", "unit:7", [4, 6], 190, shown(3.1)),
      unit(12, "Overhaul of rolling stock", "unit:11", [6, 6], 70, shown(3.3)),
      unit(13, "Signals", "unit:7", [4, 5], 102, shown(3.4)),
      unit(14, "Product and engineering", "all", [3, 5], 240, shown(4.2)),
      unit(15, "Timetables", "unit:14", [4, 5], 120, shown(4.5)),
      unit(
        16,
        "Tickets",
        "unit:14",
        [4, 5],
        80,
        shown(4.1, { coded: true, bounds: { mean: "at-least" }, interval: null }),
      ),
      unit(17, "Finance", "all", [3, 4], 96, shown(3.4)),
      unit(18, "Legal", "all", [3, 4], 20, tooFew),
      unit(19, "People", "all", [3, 4], 84, shown(3.8)),
    ],
    [
      step(2, -0.1, [-0.3, 0.1]),
      step(3, -0.6, [-0.8, -0.4]),
      step(4, -0.2, [-0.3, 0]),
      step(5, 0, [-0.1, 0.1]),
    ],
  )
  return {
    ...made,
    survey: { ...made.survey, invited: 1187, respondents: 812, responseRate: 68 },
    breaks: breaks({
      units: [
        verdict(9, "lower", 0.7),
        verdict(8, "lower", 0.5),
        verdict(10, "too-few", 0.8),
        verdict(11, "lower", 0.5),
        verdict(7, "break", 0.4),
        verdict(12, "too-few", null),
        verdict(17, "lower", 0.6),
        verdict(13, "no-evidence", 0.5),
        verdict(19, "too-few", 0.6),
        verdict(14, "no-evidence", 0.4),
        verdict(15, "no-evidence", 0.5),
      ],
      findings: [
        found(),
        found({
          id: "strategy@unit:17/from:3",
          measure: "strategy",
          unit: "unit:17",
          name: "Finance",
          fromLayer: 3,
          deepestLayer: 4,
          n: 66,
          gap: -0.5,
          p: 0.018,
        }),
      ],
      whole: {
        boundaries: [
          boundary({
            fromLayer: 2,
            toLayer: 3,
            drop: 0.1,
            low: -0.5,
            high: 0.7,
            p: 0.8,
            verdict: "too-few",
            detectable: 0.9,
          }),
          boundary({
            fromLayer: 3,
            toLayer: 4,
            drop: 0.2,
            low: -0.1,
            high: 0.5,
            p: 0.11,
            verdict: "no-evidence",
          }),
          boundary({
            fromLayer: 4,
            toLayer: 5,
            drop: 0.1,
            low: -0.1,
            high: 0.3,
            p: 0.6,
            verdict: "no-evidence",
          }),
        ],
        leftOut: [],
        profile: means.map((mean, index) => ({ layer: index + 2, mean, low: mean - 0.3, high: mean + 0.3 })),
      },
      ...more,
    }),
  }
}
