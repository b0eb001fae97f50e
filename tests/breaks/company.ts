import type { AnalysisInput, MeasureSpec } from "../../packages/analysis/src/index.ts"
import { normalFrom, seeded } from "../../packages/analysis/src/random.ts"
import {
  coarser,
  cutAtoms,
  cutCohorts,
  type FrozenChart,
  groupings,
  managerTree,
} from "../../packages/org/src/index.ts"
import { makeOrganization, ordinary } from "../calibrate/organization.ts"

export interface Plant {
  /** Layer of the manager below whom it is; the one with most people there. 1: the whole organization. */
  unit: number
  fromLayer: number
  /** In standard deviations of the latent score. */
  by: number
  /** Constructs that it is in; all of them if left out. */
  constructs?: readonly number[]
}

const k = 5
const response = 0.75
const constructs = 3
const items = 2

/** A made-up company that answered, cut by the product's own functions. `broken`: position of the manager with the break. */
export function madeUpCompany(seed: number, people: number | FrozenChart, plants: readonly Plant[] = []) {
  const random = seeded(seed)
  const normal = normalFrom(random)
  const made = typeof people === "number" ? makeOrganization(random, people) : people
  const chart = { ...made, heads: [...made.parent.keys()].map((at) => `Unit ${at}`) }
  const { parent, layer } = chart
  const broken = plants.map((plant) => largestUnit(chart, plant))
  const under = broken.map((manager) => below(chart, manager))
  const handedDown = new Float64Array(parent.length)
  const team = Float64Array.from(parent, () => 0.15 * normal())
  const answers = [...parent.keys()].map((person) => {
    const manager = parent[person] as number
    const above = manager < 0 ? 0 : (handedDown[manager] as number)
    handedDown[person] = above + 0.1 * normal()
    const theta =
      (ordinary[(layer[person] as number) - 1] ?? 0) + above + (team[manager] ?? 0) + 0.7 * normal()
    return Array.from({ length: constructs * items }, (_, item) => {
      const construct = Math.floor(item / items)
      const shift = plants.reduce((sum, plant, at) => {
        const isIn = under[at]?.[person] === 1 && (layer[person] as number) >= plant.fromLayer
        return sum + (isIn && (plant.constructs?.includes(construct) ?? true) ? plant.by : 0)
      }, 0)
      if (random() < 0.03) return -1
      return Math.min(5, Math.max(1, Math.round(3.6 + theta - shift + 0.7 * normal())))
    })
  })
  const answered = parent.map(() => (random() < response ? 1 : 0))

  const everybody = [...layer].map(() => true)
  const cohorts = cutCohorts(chart, everybody, k)
  if ("refused" in cohorts) throw new Error("too few")
  const counts = cohorts.map(({ members }) => members.filter((person) => answered[person] === 1).length)
  const atoms = cutAtoms(chart, cohorts, counts, k)
  if ("refused" in atoms) throw new Error("too few")
  const atomOf = new Int32Array(parent.length)
  for (const { id, members } of atoms)
    for (const cohort of members) for (const person of cohorts[cohort]?.members ?? []) atomOf[person] = id
  const coarse = coarser(chart, atoms, 10)
  const there = [...parent.keys()].filter((person) => answered[person] === 1)
  const ids = Array.from(
    { length: constructs * items },
    (_, at) => `c${Math.floor(at / items)}i${at % items}`,
  )
  const input: AnalysisInput = {
    survey: {
      ...{ id: "s", name: "Survey", organization: "Company", closedAt: "2026-01-31T17:00:00Z" },
      ...{ k, invited: parent.length },
    },
    measures: spec,
    observations: {
      atom: Int32Array.from(there, (person) => atomOf[person] as number),
      items: ids.map((_, item) => Int8Array.from(there, (person) => answers[person]?.[item] as number)),
      itemIds: ids,
      atoms: atoms.length,
    },
    atoms: atoms.map(({ anchor, layers, kind, size, id }) => ({
      ...{ anchor, layers, kind, respondents: size },
      invited: atomOf.filter((atom) => atom === id).length,
      coarse: coarse.findIndex(({ members }) => members.includes(id)),
    })),
    groupings: groupings(chart, everybody, cohorts, atoms),
    managers: managerTree(chart, cohorts, atoms),
    seed,
    people: atomOf,
  }
  return { input, chart, broken }
}

/** Everybody on one layer leads as many: enough on each for atoms of that layer alone. */
export function evenSpans(spans: readonly number[]): FrozenChart {
  const parent = [-1]
  const layer = [1]
  for (let at = 0; at < parent.length; at++) {
    const own = layer[at] as number
    for (let report = 0; report < (spans[own - 1] ?? 0); report++) {
      parent.push(at)
      layer.push(own + 1)
    }
  }
  return { parent: Int32Array.from(parent), layer: Int32Array.from(layer), heads: parent.map(() => "") }
}

const spec: MeasureSpec = {
  constructs: Array.from({ length: constructs }, (_, c) => ({
    ...{ id: `c${c}`, name: `c${c}` },
    items: Array.from({ length: items }, (_, i) => ({ id: `c${c}i${i}`, text: `c${c}i${i}` })),
  })),
  composites: [{ id: "message", name: "Message", constructs: ["c0", "c1", "c2"] }],
}

function largestUnit(chart: FrozenChart, { unit, fromLayer }: Plant): number {
  const size = (manager: number) =>
    below(chart, manager).reduce(
      (sum, is, at) => sum + (is === 1 && (chart.layer[at] as number) >= fromLayer ? 1 : 0),
      0,
    )
  const candidates = [...chart.layer.keys()].filter((at) => chart.layer[at] === unit)
  return candidates.reduce((best, at) => (size(at) > size(best) ? at : best), candidates[0] as number)
}

/** By position 1: below that manager. */
function below({ parent }: FrozenChart, manager: number): Uint8Array {
  const result = new Uint8Array(parent.length)
  for (const [at, above] of parent.entries())
    if (above >= 0 && (above === manager || result[above] === 1)) result[at] = 1
  return result
}
