import { expect, test } from "vitest"
import { analyse } from "../analyse.ts"
import type { AnalysisInput, Cell, ReleaseGroup } from "../release.ts"
import type { Described } from "../steps.ts"
import { synthetic } from "../synthetic.ts"
import type { FoundBreak, FoundMeasure } from "./find-breaks.ts"
import { madeUpBreaks, madeUpManagers } from "./made-up-breaks.ts"
import { unitVerdicts } from "./unit-verdicts.ts"

/** 1 leads 2 and 3, 2 leads 4; all below the head, 0. */
const managers: AnalysisInput["managers"] = {
  parent: Int32Array.of(-1, 0, 1, 1, 2),
  level: Int32Array.of(0, 1, 2, 2, 3),
  position: Int32Array.of(0, 1, 2, 3, 4),
  names: ["", "", "", "", ""],
  teams: [],
}

type Shown = Extract<Cell, { state: "shown" }>
const cell = (mean: number, high: number | null, more: Partial<Shown> = {}): Cell => ({
  ...{ state: "shown", mean, favourable: 50, neutral: 30, unfavourable: 20, cannotSay: 0, n: 20 },
  interval: high === null ? null : { kind: "group-now", low: 1, high, level: 0.95 },
  coded: false,
  ...more,
})

function described(unit: number | null, told: Cell): Described {
  const kind = unit === null ? "organization" : "unit"
  return {
    group: { kind, id: `unit:${unit}`, covered: 30, cells: { message: told } } as unknown as ReleaseGroup,
    grouping: { kind, unit, atoms: [] } as unknown as Described["grouping"],
    figures: new Map(),
  }
}

const found = (more: Partial<FoundMeasure> = {}): FoundMeasure => ({
  ...{ measure: "message", primary: true, tested: true, atoms: 60, handedDown: 0, own: 0, p: 0.01 },
  ...{ breaks: [], detectable: new Map([1, 2, 3, 4].map((unit) => [unit, 0.41])) },
  ...more,
})

const said = (measure: FoundMeasure, ...units: [number, Cell][]) =>
  unitVerdicts(
    measure,
    [described(null, cell(3.5, 3.6)), ...units.map(([unit, told]) => described(unit, told))],
    managers,
  ).map(({ unit, verdict, detectable }) => [Number(unit.slice(5)), verdict, detectable])

test("lower is a unit of which all that its mean may be lies below the organization's", () => {
  expect(
    said(
      found(),
      [1, cell(3.2, 3.4)],
      [2, cell(3.2, 3.5)],
      [3, cell(3.1, null, { n: 30 })],
      [4, cell(3, null)],
    ),
  ).toEqual([
    [4, "no-evidence", 0.5],
    [3, "lower", 0.5],
    [1, "lower", 0.5],
    [2, "no-evidence", 0.5],
  ])
})

test("a bound is no mean to compare", () => {
  const bound = cell(3, null, { n: 30, coded: true, bounds: { mean: "at-most" } })
  expect(said(found(), [1, bound])).toEqual([[1, "no-evidence", 0.5]])
})

test("no unit inside a break, or around one, is called lower within normal variation", () => {
  const breaks = [{ unit: 2 } as FoundBreak]
  const low = cell(2, 2.5)
  expect(said(found({ breaks }), [1, low], [2, low], [3, low], [4, low])).toEqual([
    [1, "no-evidence", 0.5],
    [2, "break", 0.5],
    [3, "lower", 0.5],
    [4, "no-evidence", 0.5],
  ])
})

test("no evidence is said only where half a standard deviation could be seen, and what could be is rounded up", () => {
  const detectable = new Map([
    [1, 0.5],
    [2, 0.51],
    [3, 1.234],
  ])
  const units = [1, 2, 3, 4].map((unit): [number, Cell] => [unit, cell(3 + unit / 10, 4)])
  expect(said(found({ detectable }), ...units)).toEqual([
    [1, "no-evidence", 0.5],
    [2, "too-few", 0.6],
    [3, "too-few", 1.3],
    [4, "too-few", null],
  ])
})

test("where nothing was tested no variation is called normal", () => {
  const measure = found({ tested: false, detectable: new Map() })
  expect(said(measure, [1, cell(2, 2.5)])).toEqual([[1, "too-few", null]])
})

test("of a layer of one mind the whole organization's profile says nothing", () => {
  const input = synthetic({
    ...{ seed: 2, functions: 4, departments: 3, teams: 3, respondents: [6, 9], missing: 0 },
    ...{ constructs: 3, items: 2, k: 5 },
  })
  const full = { ...input, managers: madeUpManagers(input), breaks: madeUpBreaks(input, 1, 0) }
  const layers = (given: AnalysisInput) => analyse(given).breaks?.whole?.profile.map(({ layer }) => layer)
  expect(layers(full)).toEqual([3, 4, 5, 6])
  const { atom, items } = input.observations
  // Everybody on layer 3 strongly disagrees: with three layers left there is no test.
  const of = (person: number) => input.atoms[atom[person] as number]?.layers[0]
  const low = items.map((column) => column.map((answer, person) => (of(person) === 3 ? 1 : answer)))
  expect(layers({ ...full, observations: { ...input.observations, items: low } })).toBeUndefined()
  // Twos by all are told as they are: they lie a point from the end.
  const some = items.map((column) => column.map((answer, person) => (of(person) === 4 ? 2 : answer)))
  expect(layers({ ...full, observations: { ...input.observations, items: some } })).toEqual([3, 4, 5, 6])
})
