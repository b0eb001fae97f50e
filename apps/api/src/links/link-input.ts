import type { LinkConstruct, LinkInput, LinkKpi } from "@throughline/analysis"
import { chooseUnits, type UnitTree, unitTree } from "./choose-units.ts"
import { type Asked, isAskedAlike } from "./link-constructs.ts"
import { type ToldMeans, toldMeans, unitOfLabels, valuesByUnit } from "./link-values.ts"
import { type LinkView, newestOf, type ViewedKpi, type Wave } from "./link-view.ts"

/** Of one KPI, what could be used. */
export interface UsedKpi {
  id: string
  /** By unit 1: has a value in some period near a survey. */
  has: Uint8Array
  /** All those values are the same. */
  isConstant: boolean
  /** Units with two values of one period. */
  twice: number
  /** The most units that can be used with one of the topics. */
  units: number
}

/** Topics that are told of the same units, and the units that are used of them. */
export interface Block {
  /** KPIs without a value near a survey, and those that are constant, are not in it. */
  input: LinkInput
  /** By place in the input the number of the unit in the tree. */
  unitAt: number[]
}

export interface BuiltInput {
  /** One family. */
  blocks: [Block, ...Block[]]
  lags: number[]
  /** Units of the survey that was asked for. */
  tree: UnitTree
  /** By wave and number of a unit the group that it was then; "" for none. */
  unitsThen: string[][]
  /** By construct, of the survey that was asked for. */
  told: ToldMeans[]
  kpis: UsedKpi[]
  /** By unit 1: is used for some topic and KPI. */
  used: Uint8Array
  /** Units of earlier surveys that were left out because others which are used stood inside them. */
  moved: number
}

/** Before, in, and after the period of the survey; of a KPI with a single period only that one. */
export const lagsOf = ({ periods }: Pick<ViewedKpi, "periods">): number[] =>
  periods.length < 2 ? [0] : [-1, 0, 1]

/** Places for one wave among the periods that the engine gets: those of lag -1, 0 and 1. */
const SPAN = 3

/**
 * What is handed to the engine. Its units are chosen for each KPI and for all topics that are told of the same units:
 * those topics are a block of their own, so that no topic loses units which another one lacks. And each wave has its own
 * periods, in which a label means what it meant in that wave's chart.
 */
export function linkInput(
  view: LinkView,
  asked: readonly Asked[],
  kpis: readonly ViewedKpi[],
  seed: number,
): BuiltInput {
  const newest = newestOf(view)
  const tree = unitTree(newest.release.groups.filter(({ kind }) => kind === "unit"))
  const waves = view.waves.map((wave) => standing(wave, newest, tree))
  const topics = asked.map((one): Topic => {
    const waveByWave = view.waves.map((wave, at) =>
      isAskedAlike(one, wave.release.measures, newest.release.measures)
        ? toldMeans((waves[at] as Standing).ids, (waves[at] as Standing).groups, one.id)
        : null,
    )
    return { ...one, waves: waveByWave, told: waveByWave.at(-1) as ToldMeans }
  })
  const series = kpis.map((kpi): Series => ({ kpi, ...valuesOf(kpi, waves, tree.ids.length) }))
  const linked = series.filter(({ has, isConstant }) => !isConstant && has.includes(1))
  const lags = [...new Set(linked.flatMap(({ kpi }) => lagsOf(kpi)))].sort((a, b) => a - b)
  const parts = Map.groupBy(topics, ({ told }) => told.sizes.map((n) => (n > 0 ? 1 : 0)).join(""))
  const units = new Map<string, number>()
  const used = new Uint8Array(tree.ids.length)
  let moved = 0
  const blocks = [...parts.values()].map((members): Block => {
    const { sizes } = (members[0] as Topic).told
    const chosen = linked.map(({ has }) =>
      chooseUnits(
        tree,
        has.map((one, at) => ((sizes[at] as number) > 0 ? one : 0)),
      ),
    )
    const isIn = new Uint8Array(tree.ids.length)
    for (const of of chosen) for (let at = 0; at < of.length; at++) if (of[at] === 1) isIn[at] = 1
    const unitAt = [...tree.ids.keys()].filter((at) => isIn[at] === 1)
    for (const at of unitAt) used[at] = 1
    const ofKpis = linked.map((one, at): LinkKpi => {
      const of = chosen[at] as Uint8Array
      const { id, name, direction } = one.kpi
      units.set(
        id,
        Math.max(
          units.get(id) ?? 0,
          of.reduce((sum, is) => sum + is, 0),
        ),
      )
      const laid = periodsOf(one, of, unitAt, waves)
      moved += laid.moved
      return { id, name, direction, periods: laid.periods, at: waves.map((_, wave) => wave * SPAN + 1) }
    })
    const input: LinkInput = {
      ...{ units: unitAt.length, kpis: ofKpis, lags: lags.length === 0 ? [0] : lags, seed },
      constructs: members.map((topic) => constructOf(topic, newest, tree, unitAt)),
      heads: Int32Array.from(unitAt, (at) => newest.heads.get(tree.ids[at] as string)?.above ?? -1),
    }
    return { input, unitAt }
  })
  const nothing = { units: 0, constructs: [], kpis: [], lags: [0], seed }
  return {
    blocks: blocks.length === 0 ? [{ input: nothing, unitAt: [] }] : (blocks as [Block, ...Block[]]),
    ...{ lags: lags.length === 0 ? [0] : lags, tree, used, moved },
    told: topics.map(({ told }) => told),
    unitsThen: waves.map(({ ids }) => ids.ids),
    kpis: series.map(({ kpi: { id }, has, isConstant, twice }) => {
      return { id, has, isConstant, twice, units: units.get(id) ?? 0 }
    }),
  }
}

interface Topic extends Asked {
  /** null: that wave asked other questions under this name. */
  waves: (ToldMeans | null)[]
  told: ToldMeans
}

interface Series extends ReturnType<typeof valuesOf> {
  kpi: ViewedKpi
}

function constructOf(
  { id, name, waves }: Topic,
  newest: Wave,
  tree: UnitTree,
  unitAt: number[],
): LinkConstruct {
  const at = (values: Float64Array | undefined) =>
    Float64Array.from(unitAt, (unit) => (values === undefined ? Number.NaN : (values[unit] as number)))
  return {
    ...{ id, name, reliability: reliabilityOf(newest, tree, id, unitAt) },
    waves: waves.map((told) => at(told?.means)),
    sizes: waves.map((told) => at(told?.sizes)),
  }
}

/** The values of the units that are chosen for a KPI, wave by wave; and how many stood around others then. */
function periodsOf({ byWave }: Series, chosen: Uint8Array, unitAt: number[], waves: readonly Standing[]) {
  let moved = 0
  const left = waves.map(({ parent }, wave) => {
    const around = wave === waves.length - 1 ? null : aroundOthers(parent, chosen)
    if (around !== null) moved += around.reduce((sum, one) => sum + one, 0)
    return around
  })
  const periods = byWave.map((values, slot) => {
    const around = left[Math.floor(slot / SPAN)]
    const period = new Float64Array(unitAt.length).fill(Number.NaN)
    if (values === null) return period
    for (let place = 0; place < unitAt.length; place++) {
      const unit = unitAt[place] as number
      if (chosen[unit] === 1 && around?.[unit] !== 1) period[place] = values[unit] as number
    }
    return period
  })
  return { periods, moved }
}

/** A wave's units, told by the numbers that those of the newest have. */
interface Standing {
  groups: Map<string, Wave["release"]["groups"][number]>
  /** By number the group of the same unit then; "" where there was none. */
  ids: UnitTree
  /** By number the nearest unit around it then, of those that are still there. */
  parent: Int32Array
  labels: Int32Array
}

function standing(wave: Wave, newest: Wave, tree: UnitTree): Standing {
  const groups = new Map(wave.release.groups.map((group) => [group.id, group]))
  const units = wave.release.groups.filter(({ kind }) => kind === "unit")
  const numberOf = new Map<string, number>()
  if (wave === newest) for (const [at, id] of tree.ids.entries()) numberOf.set(id, at)
  else {
    const byPerson = new Map(
      tree.ids.flatMap((id, at) => {
        const person = newest.heads.get(id)?.person
        return person === undefined ? [] : [[person, at] as const]
      }),
    )
    for (const { id } of units) {
      const at = byPerson.get(wave.heads.get(id)?.person ?? "")
      if (at !== undefined) numberOf.set(id, at)
    }
  }
  const ids = tree.ids.map(() => "")
  const parent = new Int32Array(tree.ids.length).fill(-1)
  for (const [id, at] of numberOf) {
    ids[at] = id
    let around = groups.get(id)?.parent ?? null
    while (around !== null && !numberOf.has(around)) around = groups.get(around)?.parent ?? null
    if (around !== null) parent[at] = numberOf.get(around) as number
  }
  return { groups, ids: { ids, parent }, parent, labels: unitOfLabels(wave.places, numberOf) }
}

/** A KPI's values near each wave, by unit; null where the series has no such period, or the lag is not looked at. */
function valuesOf(kpi: ViewedKpi, waves: readonly Standing[], units: number) {
  const lags = lagsOf(kpi)
  const has = new Uint8Array(units)
  const byWave: (Float64Array | null)[] = []
  let twice = 0
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const [wave, { labels }] of waves.entries()) {
    for (const lag of [-1, 0, 1]) {
      const values = lags.includes(lag) ? kpi.values[(kpi.at[wave] as number) + lag] : undefined
      if (values === undefined) {
        byWave.push(null)
        continue
      }
      const row = new Float64Array(units)
      twice = Math.max(twice, valuesByUnit(row, values, labels))
      for (let at = 0; at < units; at++) {
        const value = row[at] as number
        if (Number.isNaN(value)) continue
        has[at] = 1
        least = Math.min(least, value)
        most = Math.max(most, value)
      }
      byWave.push(row)
    }
  }
  return { has, byWave, twice, isConstant: least === most }
}

/** Units among the chosen that had another of them inside: they stood apart in the newest survey, and did not then. */
function aroundOthers(parent: Int32Array, chosen: Uint8Array): Uint8Array {
  const around = new Uint8Array(parent.length)
  for (let at = 0; at < parent.length; at++) {
    if (chosen[at] === 0) continue
    for (let up = parent[at] as number; up >= 0; up = parent[up] as number)
      if (chosen[up] === 1) around[up] = 1
  }
  return around
}

/** How reliably the means of the units that are used differ: the mean of what the release says of each. */
function reliabilityOf({ release }: Wave, { ids }: UnitTree, construct: string, unitAt: readonly number[]) {
  const units = release.statistics?.[construct]?.units ?? {}
  const told = unitAt.flatMap((at) => units[ids[at] as string]?.reliability ?? [])
  return told.length === 0 ? null : told.reduce((sum, one) => sum + one, 0) / told.length
}
