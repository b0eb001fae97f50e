import { benjaminiHochberg, holm } from "../stats/adjust-p.ts"
import { inference } from "../stats/pearson.ts"
import { studentProbability } from "../stats/student-t.ts"
import { describe } from "./describe.ts"
import { drawsOf, mostPermuted } from "./draws.ts"
import { detectableIn, fewestUnits, findingOf, wayOf } from "./finding.ts"
import { effortFor, permuted } from "./permute.ts"
import { rowsInOrder, sortedCells } from "./ranks.ts"
import { isPanel, type Rows, rowsOf, withinWaves } from "./rows.ts"
import type { LinkConstruct, LinkInput, LinkKpi, LinkPair } from "./types.ts"
import { numberedHeads } from "./under-head.ts"

/**
 * Every construct with every KPI at every lag, as they are to be listed: by the false discovery rate, then p, then lag
 * 0 first; what has no coefficient last. What each figure is, and where it comes from: docs/methods.md.
 *
 * Several inputs are one family: constructs that are known of other units than the rest come as an input of their own.
 */
export function links(input: LinkInput, ...others: LinkInput[]): LinkPair[] {
  const found = [input, ...others].flatMap((one) => {
    const describe = describer(one)
    return one.constructs.flatMap((construct) =>
      one.kpis.flatMap((kpi) => one.lags.map((lag) => describe({ construct, kpi, lag, places: one.units }))),
    )
  })
  const tested = found.filter(({ test }) => test !== null)
  permuteAll(
    tested.filter(({ units }) => units <= mostPermuted),
    tested.length,
    input.seed,
  )
  const p = found.map(({ test }) => test?.p)
  const [family, discovery] = [holm(p), benjaminiHochberg(p)]
  const pairs = found.map(({ construct, kpi, lag, n, units, test }, at): LinkPair => {
    const pair: LinkPair = {
      ...{ construct: construct.id, kpi: kpi.id, lag, n, units, ...(test?.description ?? undescribed) },
      ...{ p: p[at] ?? null, pAdjusted: family[at] ?? null, q: discovery[at] ?? null },
      ...{ finding: "cannot-tell", detectable: detectableIn(tested.length, units), way: null },
    }
    const finding = findingOf(pair, test?.isSameWithin === true)
    const way = finding === "link" && pair.pearson !== null ? wayOf(pair.pearson, kpi.direction) : null
    return { ...pair, finding, way }
  })
  const last = (value: number | null) => value ?? 2
  return pairs.sort(
    (a, b) =>
      last(a.q) - last(b.q) || last(a.p) - last(b.p) || Math.abs(a.lag) - Math.abs(b.lag) || b.lag - a.lag,
  )
}

interface Pair {
  construct: LinkConstruct
  kpi: LinkKpi
  lag: number
  /** Of the input it is in. */
  places: number
}

interface Found extends Pair {
  n: number
  units: number
  /** null: too few units, or a side does not vary between the units of a wave. */
  test: {
    description: NonNullable<ReturnType<typeof describe>>
    /** The link within waves, which p is of, goes the same way as the one over all. */
    isSameWithin: boolean
    p: number
  } | null
}

/** A pair without a coefficient. */
const undescribed = {
  ...{ pearson: null, interval: null, spearman: null, spearmanInterval: null, influence: null },
  ...{ weighted: null, besideSize: null, underHead: null, disattenuated: null },
}

/** Everything of a pair but what needs the family; p by formula, for those that are not permuted. */
function describer({ units: places, constructs, kpis, heads }: LinkInput) {
  const numbered = heads === undefined ? null : numberedHeads(heads)
  const byX = new Map(constructs.map((one) => [one, sortedCells(one.waves, places)]))
  const byY = new Map(kpis.map((one) => [one, new Map<number, Int32Array>()]))
  return (pair: Pair): Found => {
    const { construct, kpi, lag } = pair
    const rows = rowsOf(construct, kpi, lag, places)
    const { n, units } = rows
    const [x, y] = [withinWaves(rows.x, rows.waves), withinWaves(rows.y, rows.waves)]
    if (units < fewestUnits || x === null || y === null) return { ...pair, n, units, test: null }
    const atLag = byY.get(kpi)
    const ofY =
      atLag?.get(lag) ??
      sortedCells(
        kpi.at.map((period) => kpi.periods[period + lag]),
        places,
      )
    atLag?.set(lag, ofY)
    const description = describe({
      ...{ rows, x, y, reliability: construct.reliability, heads: numbered },
      byX: rowsInOrder(byX.get(construct) as Int32Array, rows),
      byY: rowsInOrder(ofY, rows),
    })
    if (description === undefined || description.pearson === null) return { ...pair, n, units, test: null }
    const { sum, squares } = unitProducts(rows, x, y)
    const p = approximate(rows, description.pearson, sum, squares)
    const isSameWithin = Math.sign(sum) === Math.sign(description.pearson)
    return { ...pair, n, units, test: { description, isSameWithin, p } }
  }
}

/** Puts p by permutation where it is to be. Pairs of as many units share their draws, which are then let go. */
function permuteAll(found: readonly Found[], tests: number, seed: number): void {
  for (const [units, alike] of Map.groupBy(found, ({ units }) => units)) {
    const draws = drawsOf(units, seed)
    for (const { construct, kpi, lag, places, test } of alike) {
      const rows = rowsOf(construct, kpi, lag, places)
      const [x, y] = [withinWaves(rows.x, rows.waves), withinWaves(rows.y, rows.waves)]
      if (test !== null && x !== null && y !== null) test.p = permuted(rows, x, y, draws, effortFor(tests))
    }
  }
}

/**
 * Above 200 units, where no order need be drawn: one wave by t on n - 2 degrees of freedom, several by the sum of the
 * units' products over the root of their squares (the error holds where units come again and their values vary unlike,
 * Liang & Zeger 1986, Biometrika 73), t on units - 1. Never 0.
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
