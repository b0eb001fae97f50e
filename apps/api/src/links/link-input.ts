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

export interface BuiltInput {
  /** KPIs without a value near a survey, and those that are constant, are not in it. */
  input: LinkInput
  /** Units of the survey that was asked for. */
  tree: UnitTree
  /** By place in the input the number of the unit in the tree. */
  unitAt: number[]
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
 * those topics have a part of the places for themselves, so that no topic loses units which another one lacks. And each
 * wave has its own periods, in which a label means what it meant in that wave's chart.
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
  const tolds = asked.map((one) =>
    view.waves.map((wave, at) =>
      isAskedAlike(one, wave.release.measures, newest.release.measures)
        ? toldMeans(waves[at]?.ids ?? tree, waves[at]?.groups ?? new Map(), one.id)
        : null,
    ),
  )
  const last = tolds.map((of) => of.at(-1) as ToldMeans)
  const rows = kpis.map((kpi) => valuesOf(kpi, waves, tree.ids.length))

  // Topics that are told of the same units are one block.
  const blocks = Map.groupBy(asked.keys(), (at) =>
    (last[at] as ToldMeans).sizes.map((n) => (n > 0 ? 1 : 0)).join(""),
  )
  const used = new Uint8Array(tree.ids.length)
  const units = kpis.map(() => 0)
  const unitAt: number[] = []
  const placeOf = new Map<number, Int32Array>()
  const chosenIn: { places: Int32Array; chosen: Uint8Array[] }[] = []
  for (const members of blocks.values()) {
    const { sizes } = last[members[0] as number] as ToldMeans
    const chosen = rows.map(({ has, isConstant }) =>
      chooseUnits(
        tree,
        has.map((one, at) => (!isConstant && (sizes[at] as number) > 0 ? one : 0)),
      ),
    )
    const places = new Int32Array(tree.ids.length).fill(-1)
    for (const [kpi, of] of chosen.entries()) {
      let count = 0
      for (let at = 0; at < of.length; at++) {
        if (of[at] === 0) continue
        count++
        used[at] = 1
        if ((places[at] as number) < 0) places[at] = unitAt.push(at) - 1
      }
      units[kpi] = Math.max(units[kpi] as number, count)
    }
    for (const member of members) placeOf.set(member, places)
    chosenIn.push({ places, chosen })
  }

  const total = unitAt.length
  const spread = (values: Float64Array, places: Int32Array, empty: number) => {
    const all = new Float64Array(total).fill(empty)
    for (let at = 0; at < places.length; at++)
      if ((places[at] as number) >= 0) all[places[at] as number] = values[at] as number
    return all
  }
  const nothing = new Float64Array(total).fill(Number.NaN)
  const constructs = asked.map(({ id, name }, at): LinkConstruct => {
    const places = placeOf.get(at) as Int32Array
    const of = tolds[at] as (ToldMeans | null)[]
    return {
      ...{ id, name, reliability: reliabilityOf(newest, tree, id, places) },
      waves: of.map((told) => (told === null ? nothing : spread(told.means, places, Number.NaN))),
      sizes: of.map((told) => (told === null ? nothing : spread(told.sizes, places, 0))),
    }
  })
  let moved = 0
  const isLinked = ({ has, isConstant }: (typeof rows)[number]) => !isConstant && has.includes(1)
  const linked = kpis.flatMap(({ id, name, direction }, kpi): LinkKpi[] => {
    const { byWave, ...row } = rows[kpi] as (typeof rows)[number]
    if (!isLinked({ byWave, ...row })) return []
    const periods = byWave.map((values) =>
      values === null ? nothing : new Float64Array(total).fill(Number.NaN),
    )
    for (const { places, chosen } of chosenIn) {
      const of = chosen[kpi] as Uint8Array
      for (const [wave, { parent }] of waves.entries()) {
        const around = wave === waves.length - 1 ? null : aroundOthers(parent, of)
        if (around !== null) moved += around.reduce((sum, one) => sum + one, 0)
        for (let slot = wave * SPAN; slot < (wave + 1) * SPAN; slot++) {
          const [values, into] = [byWave[slot], periods[slot] as Float64Array]
          if (values === null || values === undefined) continue
          for (let at = 0; at < of.length; at++)
            if (of[at] === 1 && around?.[at] !== 1) into[places[at] as number] = values[at] as number
        }
      }
    }
    return [{ id, name, direction, periods, at: waves.map((_, wave) => wave * SPAN + 1) }]
  })
  const heads = Int32Array.from(unitAt, (at) => newest.heads.get(tree.ids[at] as string)?.above ?? -1)
  const lags = new Set(
    kpis.flatMap((kpi, at) => (isLinked(rows[at] as (typeof rows)[number]) ? lagsOf(kpi) : [0])),
  )
  return {
    input: { units: total, constructs, kpis: linked, lags: [...lags].sort((a, b) => a - b), seed, heads },
    ...{ tree, unitAt, told: last, used, moved, unitsThen: waves.map(({ ids }) => ids.ids) },
    kpis: kpis.map(({ id }, at) => {
      const { has, isConstant, twice } = rows[at] as (typeof rows)[number]
      return { id, has, isConstant, twice, units: units[at] as number }
    }),
  }
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
function reliabilityOf(
  { release }: Wave,
  { ids }: UnitTree,
  construct: string,
  places: Int32Array,
): number | null {
  const units = release.statistics?.[construct]?.units ?? {}
  const told = ids.flatMap((id, at) => {
    const reliability = (places[at] as number) < 0 ? undefined : units[id]?.reliability
    return typeof reliability === "number" ? [reliability] : []
  })
  return told.length === 0 ? null : told.reduce((sum, one) => sum + one, 0) / told.length
}
