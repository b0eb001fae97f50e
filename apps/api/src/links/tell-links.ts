import { type LinkInput, type LinkPair, links, unitsNeeded } from "@throughline/analysis"
import { type Asked, askedIn, isAskedAlike } from "./link-constructs.ts"
import { type BuiltInput, lagsOf, linkInput } from "./link-input.ts"
import { type LinkView, newestOf } from "./link-view.ts"
import type { Links } from "./schemas.ts"
import { tellKpi } from "./tell-kpi.ts"

/** Families of inputs, each to be worked out by itself. */
export type Families = [LinkInput, ...LinkInput[]][]
export type Compute = (families: Families) => Promise<LinkPair[][]>

/** In this thread. */
export const computeHere: Compute = async (families) => families.map((inputs) => links(...inputs))

/** Of every draw: the same releases and KPIs give the same answer. */
const SEED = 20_260_101

/** Surveys that the view leaves out. */
export type LeftSurveys = Links["left"]["surveys"]

/** Every topic with every KPI, over told figures alone; and all that was left out, counted. */
export async function tellLinks(
  view: LinkView,
  surveys: LeftSurveys,
  compute: Compute = computeHere,
): Promise<Links> {
  const newest = newestOf(view)
  const asked = askedIn(newest.release.measures)
  const built = linkInput(view, asked, view.kpis, SEED)
  const { blocks, tree, told, used } = built
  const { engagement, alignment } = besideOf(asked)
  const beside = engagement && alignment ? onSameUnits(view, [engagement, alignment]) : undefined
  const [pairs = [], together = []] = await compute([familyOf(built), ...(beside ? [beside] : [])])
  const lags = new Map(view.kpis.map((kpi) => [kpi.id, lagsOf(kpi)]))
  const inUse = [...used.keys()].filter((unit) => used[unit] === 1)
  const number = new Map(inUse.map((unit, at) => [unit, at]))
  const blockOf = new Map(
    blocks.flatMap(({ input, unitAt }) => input.constructs.map(({ id }) => [id, unitAt])),
  )
  const reliability = new Map(
    blocks.flatMap(({ input }) => input.constructs.map((one) => [one.id, one.reliability ?? null])),
  )
  const groups = new Map(newest.release.groups.map((group) => [group.id, group]))
  return {
    survey: { id: newest.survey, name: newest.name },
    waves: view.waves.map(({ survey, name, closedAt }) => ({ survey, name, closedAt })),
    lags: built.lags,
    constructs: asked.map((one, at) => {
      const { sizes, hidden, bound } = told[at] as (typeof told)[number]
      const shown = sizes.length - hidden - bound
      return { ...one, told: shown, hidden, bound, reliability: reliability.get(one.id) ?? null }
    }),
    kpis: view.kpis.map((kpi, at) => tellKpi(view, kpi, built.kpis[at] as BuiltInput["kpis"][number])),
    pairs: pairs
      .filter(({ kpi, lag }) => lags.get(kpi)?.includes(lag))
      .map((pair) => ({
        ...pair,
        influence: influenceOf(pair, (place) => number.get(blockOf.get(pair.construct)?.[place] ?? -1)),
      })),
    needed: neededFor(pairs),
    units: inUse.map((unit) => {
      const group = tree.ids[unit] as string
      return { group, name: groups.get(group)?.name ?? "" }
    }),
    left: { ...leftOf(built), used: inUse.length, moved: built.moved, surveys },
    labels: labelsOf(view),
    engagement:
      engagement && alignment
        ? {
            engagement: named(engagement),
            alignment: named(alignment),
            kpis: sideBySide(engagement, alignment, together),
          }
        : null,
  }
}

/** What would have to be there for links of these sizes to be seen. */
function neededFor(pairs: readonly LinkPair[]): Links["needed"] {
  const tests = pairs.filter(({ p }) => p !== null).length
  return [0.5, 0.3].flatMap((r) => {
    const units = unitsNeeded(tests, r)
    return units === null ? [] : [{ r, units }]
  })
}

function influenceOf(
  { influence }: LinkPair,
  number: (place: number) => number | undefined,
): LinkPair["influence"] {
  return influence === null ? null : { ...influence, unit: number(influence.unit) ?? -1 }
}

const named = ({ id, name }: Asked) => ({ id, name })

/** Engagement, and the summary of the message that it is set beside. */
export function besideOf(asked: readonly Asked[]): {
  engagement: Asked | undefined
  alignment: Asked | undefined
} {
  return {
    engagement: asked.find(({ id, kind }) => id === "engagement" && kind === "construct"),
    alignment:
      asked.find(({ id, kind }) => id === "message" && kind === "composite") ??
      asked.find(({ id, kind }) => id === "mission-clarity" && kind === "construct"),
  }
}

/** Both in the period of the survey, over units of which both are told, of the surveys that asked for both. */
function onSameUnits(view: LinkView, both: [Asked, Asked]): Families[number] {
  const now = newestOf(view).release.measures
  const asked = view.waves.map(({ release }) => both.every((one) => isAskedAlike(one, release.measures, now)))
  const waves = view.waves.flatMap((wave, at) => {
    const groups = wave.release.groups.map((group) => {
      const isTold = both.every(({ id }) => {
        const cell = group.cells[id]
        return cell?.state === "shown" && cell.bounds?.mean === undefined
      })
      return isTold || group.kind !== "unit" ? group : { ...group, cells: {} }
    })
    return asked[at] ? [{ ...wave, release: { ...wave.release, groups } }] : []
  })
  const kpis = view.kpis.map((kpi) => ({ ...kpi, at: kpi.at.filter((_, wave) => asked[wave]) }))
  const built = linkInput({ ...view, waves: waves as LinkView["waves"] }, both, kpis, SEED)
  const [first, ...others] = familyOf(built)
  return [{ ...first, lags: [0] }, ...others.map((one) => ({ ...one, lags: [0] }))]
}

function familyOf({ blocks: [first, ...others] }: BuiltInput): Families[number] {
  return [first.input, ...others.map(({ input }) => input)]
}

function sideBySide(engagement: Asked, alignment: Asked, pairs: readonly LinkPair[]) {
  const of = (pair: LinkPair | undefined) =>
    pair?.pearson === null || pair?.interval === null || pair === undefined
      ? null
      : { r: pair.pearson, ...pair.interval }
  const other = new Map(
    pairs.filter(({ construct }) => construct === alignment.id).map((pair) => [pair.kpi, pair]),
  )
  return pairs
    .filter(({ construct }) => construct === engagement.id)
    .map((engaged) => {
      const { kpi, units, n } = engaged
      return { kpi, units, n, engaged: of(engaged), aligned: of(other.get(kpi)) }
    })
    .sort((a, b) => (a.kpi < b.kpi ? -1 : 1))
}

/** Why units of this survey are used for no topic and KPI; each has one reason. */
function leftOf({ tree, told, used, kpis }: BuiltInput) {
  const left = { total: tree.ids.length, hidden: 0, bound: 0, noValue: 0, overlapping: 0 }
  const boundAt = (unit: number) => told.some(({ isBound }) => isBound[unit] === 1)
  for (const unit of tree.ids.keys()) {
    if (used[unit] === 1) continue
    if (told.every(({ sizes }) => sizes[unit] === 0)) left[boundAt(unit) ? "bound" : "hidden"]++
    else if (kpis.every(({ has, isConstant }) => isConstant || has[unit] === 0)) left.noValue++
    else left.overlapping++
  }
  return left
}

/** Labels that are nowhere in this survey, by name. */
function labelsOf(view: LinkView): Links["labels"] {
  const { places } = newestOf(view)
  const unmapped: string[] = []
  const cutsAcross: Links["labels"]["cutsAcross"] = []
  for (const [number, { label, means }] of view.labels) {
    const place = places.get(number)
    if (means === null && place !== undefined) unmapped.push(label)
    if (place !== undefined && "cutsAcross" in place)
      cutsAcross.push({ label, unit: place.cutsAcross?.unit ?? null, share: place.cutsAcross?.share ?? null })
  }
  return { unmapped, cutsAcross }
}
