import { benjaminiHochberg, holm } from "../stats/adjust-p.ts"
import { inference } from "../stats/pearson.ts"
import { studentProbability } from "../stats/student-t.ts"
import { describe } from "./describe.ts"
import { type Draws, drawsOf, mostPermuted } from "./draws.ts"
import { detectableIn, fewestUnits, findingOf, wayOf } from "./finding.ts"
import { permuted, replicates } from "./permute.ts"
import { rowsInOrder, sortedCells } from "./ranks.ts"
import { isPanel, type Rows, rowsOf, withinWaves } from "./rows.ts"
import type { LinkConstruct, LinkInput, LinkKpi, LinkPair } from "./types.ts"

/**
 * Every construct with every KPI at every lag, as they are to be listed: by the false discovery rate, then p, then lag
 * 0 first; what has no coefficient last. What each figure is, and where it comes from: docs/methods.md.
 */
export function links(input: LinkInput): LinkPair[] {
  const candidates = candidatesOf(input)
  const tests = candidates.filter(({ isTested }) => isTested).length
  const context: Context = { input, byX: new Map(), byY: new Map(), tests }
  // Pairs of as many units share their draws, which are let go with the last of them.
  const tested = candidates.filter(({ isTested }) => isTested).toSorted((a, b) => a.units - b.units)
  const worked = new Map<Candidate, Worked>()
  let [draws, drawnFor]: [Draws | null, number] = [null, 0]
  for (const candidate of tested) {
    if (candidate.units !== drawnFor)
      [draws, drawnFor] = [
        candidate.units > mostPermuted ? null : drawsOf(candidate.units, input.seed),
        candidate.units,
      ]
    worked.set(candidate, work(candidate, draws, context))
  }
  const p = candidates.map((candidate) => worked.get(candidate)?.p)
  const [family, discovery] = [holm(p), benjaminiHochberg(p)]
  const pairs = candidates.map((candidate, at): LinkPair => {
    const of = worked.get(candidate)
    const pair = {
      ...pairOf(candidate, detectableIn(tests, candidate.units)),
      ...of?.description,
      ...{ p: p[at] ?? null, pAdjusted: family[at] ?? null, q: discovery[at] ?? null },
    }
    const finding = findingOf(pair, of?.isSameWithin === true)
    const way =
      finding === "link" && pair.pearson !== null ? wayOf(pair.pearson, candidate.kpi.direction) : null
    return { ...pair, finding, way }
  })
  const last = (value: number | null) => value ?? 2
  return pairs.sort(
    (a, b) =>
      last(a.q) - last(b.q) || last(a.p) - last(b.p) || Math.abs(a.lag) - Math.abs(b.lag) || b.lag - a.lag,
  )
}

interface Candidate {
  construct: LinkConstruct
  kpi: LinkKpi
  lag: number
  n: number
  units: number
  /** Enough units, and both sides vary between units of a wave. */
  isTested: boolean
}

/** What is shared by the pairs. */
interface Context {
  input: LinkInput
  tests: number
  byX: Map<LinkConstruct, Int32Array>
  byY: Map<string, Int32Array>
}

interface Worked {
  description: ReturnType<typeof describe>
  p: number
  /** The link within waves, which p is of, goes the same way as the one over all. */
  isSameWithin: boolean
}

function candidatesOf({ constructs, kpis, lags, units: places }: LinkInput): Candidate[] {
  return constructs.flatMap((construct) =>
    kpis.flatMap((kpi) =>
      lags.map((lag) => {
        const rows = rowsOf(construct, kpi, lag, places)
        const { n, units } = rows
        const isTested =
          units >= fewestUnits &&
          withinWaves(rows.x, rows.waves) !== null &&
          withinWaves(rows.y, rows.waves) !== null
        return { construct, kpi, lag, n, units, isTested }
      }),
    ),
  )
}

/** A pair without a coefficient. */
function pairOf({ construct, kpi, lag, n, units }: Candidate, detectable: number | null): LinkPair {
  return {
    ...{ construct: construct.id, kpi: kpi.id, lag, n, units, pearson: null, interval: null },
    ...{ spearman: null, spearmanInterval: null, p: null, pAdjusted: null, q: null },
    ...{ finding: "cannot-tell", detectable, influence: null, weighted: null, besideSize: null },
    ...{ underHead: null, disattenuated: null, way: null },
  }
}

function work({ construct, kpi, lag }: Candidate, draws: Draws | null, context: Context): Worked {
  const { input, byX, byY, tests } = context
  const rows = rowsOf(construct, kpi, lag, input.units)
  const [x, y] = [withinWaves(rows.x, rows.waves), withinWaves(rows.y, rows.waves)]
  if (x === null || y === null) throw new Error("only what varies is tested")
  const ofX = kept(byX, construct, () => sortedCells(construct.waves, input.units))
  const ofY = kept(byY, `${lag}/${input.kpis.indexOf(kpi)}`, () =>
    sortedCells(
      kpi.at.map((period) => kpi.periods[period + lag]),
      input.units,
    ),
  )
  const description = describe({
    ...{ rows, within: x, reliability: construct.reliability, heads: input.heads },
    ...{ byX: rowsInOrder(ofX, rows), byY: rowsInOrder(ofY, rows) },
  })
  const { sum, squares } = unitProducts(rows, x, y)
  const p =
    draws === null
      ? approximate(rows, description?.pearson ?? 0, sum, squares)
      : permuted(rows, x, y, draws, replicates(tests))
  return { description, p, isSameWithin: Math.sign(sum) === Math.sign(description?.pearson ?? 0) }
}

function kept<Key, Value>(all: Map<Key, Value>, key: Key, make: () => Value): Value {
  const there = all.get(key)
  if (there !== undefined) return there
  const made = make()
  all.set(key, made)
  return made
}

/**
 * Above 200 units, where no order need be drawn: one wave by t on n - 2 degrees of freedom, several by the sum of the
 * units' products over the root of their squares (the same studentized sum that is permuted below; errors that hold
 * where units come again, Liang & Zeger 1986, Biometrika 73), t on units - 1. Never 0.
 */
function approximate(rows: Rows, r: number, sum: number, squares: number): number {
  if (!isPanel(rows)) return Math.max(inference(r, rows.n, 0).p, Number.MIN_VALUE)
  if (squares === 0) return 1
  const t = sum / Math.sqrt((squares * rows.units) / (rows.units - 1))
  return 2 * studentProbability(-Math.abs(t), rows.units - 1)
}

/** By unit the sum of x y over its waves: their sum, and that of their squares. */
function unitProducts(rows: Rows, x: Float64Array, y: Float64Array) {
  const products = new Float64Array(rows.units)
  for (let row = 0; row < rows.n; row++) {
    const unit = rows.unit[row] as number
    products[unit] = (products[unit] as number) + (x[row] as number) * (y[row] as number)
  }
  let [sum, squares] = [0, 0]
  for (const product of products) {
    sum += product
    squares += product * product
  }
  return { sum, squares }
}
