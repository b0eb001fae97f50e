import { type LinkPair, links } from "../../packages/analysis/src/index.ts"
import { type LinkWorld, linkOrganization, skewedTruth } from "./link-organization.ts"
import { type Share, shareOf } from "./summary.ts"

/** Nothing goes with anything: organizations in which a link is found all the same. */
export interface NullRow {
  what: "null"
  units: number
  waves: number
  /** Pairs and lags of one organization. */
  tests: number
  found: Share
  /** p of the first pair by itself, one of each organization, is .05 or less: of a right p in one of twenty. */
  first: Share
}

/** One true link of size r: how often it is found by itself, and as one of 48 tests. */
export interface PowerRow {
  what: "power"
  r: number
  units: number
  waves: number
  alone: Share
  inFamily: Share
}

/** How often the 95% intervals hold what is true. */
export interface CoverageRow {
  what: "coverage"
  r: number
  units: number
  waves: number
  kpi: "normal" | "skewed"
  pearson: Share
  spearman: Share
}

export interface LinkRows {
  null: NullRow[]
  /** The same over all kinds of organization. */
  pooled: Share
  power: PowerRow[]
  coverage: CoverageRow[]
}

const sizes = [10, 20, 50]
const family: LinkWorld = {
  ...{ units: 10, waves: 1, constructs: 4, kpis: 4, lags: [0, 1, -1], r: 0 },
  ...{ skewed: true, trend: true, gaps: true },
}
const pair: LinkWorld = {
  ...{ units: 10, waves: 1, constructs: 1, kpis: 1, lags: [0], r: 0 },
  ...{ skewed: false, trend: false, gaps: false },
}

/** `organizations` made-up ones for each figure; without a link as many in all, of three sizes with one and three waves. */
export function linkRows(seed: number, organizations: number): LinkRows {
  const seedOf = (number: number) => (Math.imul(seed, 7919) + number) >>> 0
  const kinds = sizes.flatMap((units) => [1, 3].map((waves) => ({ units, waves })))
  const nullRows = kinds.map(({ units, waves }, kind): NullRow => {
    const of = Math.floor((organizations + kinds.length - 1 - kind) / kinds.length)
    const found = Array.from({ length: of }, (_, at) =>
      links(linkOrganization({ ...family, units, waves }, seedOf(1_000_003 * (kind + 1) + at))),
    )
    const tests = Math.max(0, ...found.map((pairs) => pairs.filter(({ p }) => p !== null).length))
    const any = found.filter((pairs) => pairs.some(({ finding }) => finding === "link")).length
    const first = found.map(planted).filter(({ p }) => p !== null)
    const below = first.filter(({ p }) => p !== null && p <= 0.05).length
    return {
      ...{ what: "null", units, waves, tests },
      ...{ found: shareOf(any, of), first: shareOf(below, first.length) },
    }
  })
  const all = (of: (row: NullRow) => number) => nullRows.reduce((sum, row) => sum + of(row), 0)

  const cells = sizes.flatMap((units) => [0.3, 0.5, 0.7].map((r) => ({ units, r })))
  const power = cells.map(({ units, r }, cell): PowerRow => {
    const count = (world: LinkWorld) => {
      let found = 0
      for (let at = 0; at < organizations; at++)
        if (planted(links(linkOrganization(world, seedOf(2_000_003 * (cell + 1) + at)))).finding === "link")
          found++
      return shareOf(found, organizations)
    }
    const full = { ...family, units, r, skewed: false, trend: false, gaps: false }
    return { what: "power", r, units, waves: 1, alone: count({ ...pair, units, r }), inFamily: count(full) }
  })

  const shapes = kinds.flatMap((kind) =>
    [0, 0.5].flatMap((r) => [false, true].map((skewed) => ({ ...kind, r, skewed }))),
  )
  const coverage = shapes.map(({ units, waves, r, skewed }, shape): CoverageRow => {
    const truth = { pearson: skewed ? skewedTruth(r) : r, spearman: (6 / Math.PI) * Math.asin(r / 2) }
    const [pearson, spearman] = [
      { held: 0, of: 0 },
      { held: 0, of: 0 },
    ]
    for (let at = 0; at < organizations; at++) {
      const world = { ...pair, units, waves, r, skewed }
      const found = planted(links(linkOrganization(world, seedOf(3_000_017 * (shape + 1) + at))))
      add(pearson, found.interval, truth.pearson)
      add(spearman, found.spearmanInterval, truth.spearman)
    }
    return {
      ...{ what: "coverage", r, units, waves, kpi: skewed ? "skewed" : "normal" },
      ...{ pearson: shareOf(pearson.held, pearson.of), spearman: shareOf(spearman.held, spearman.of) },
    }
  })
  return {
    ...{ null: nullRows, power, coverage },
    pooled: shareOf(
      all(({ found }) => found.count),
      all(({ found }) => found.of),
    ),
  }
}

/** The pair in which a link was planted. */
function planted(pairs: readonly LinkPair[]): LinkPair {
  const pair = pairs.find(
    ({ construct, kpi, lag }) => construct === "construct 0" && kpi === "KPI 0" && lag === 0,
  )
  if (pair === undefined) throw new Error("the planted pair is missing")
  return pair
}

function add(to: { held: number; of: number }, interval: LinkPair["interval"], truth: number): void {
  if (interval === null) return
  to.of++
  if (interval.low <= truth && truth <= interval.high) to.held++
}
