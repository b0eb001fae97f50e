import { type AnalysisInput, analyse, type Release } from "@throughline/analysis"
import { coarser, cutAtoms, cutCohorts, type FrozenChart, groupings } from "@throughline/org"
import { seeded } from "../demo/respondent.ts"

export interface MadeUp {
  chart: FrozenChart
  /** What the analysis of the survey was made from. */
  input: AnalysisInput
  release: Release
}

/** A tree in which everybody but the first has one of the people shortly before as manager. */
export function randomChart(seed: number, people: number): FrozenChart {
  const random = seeded(seed)
  const reach = 2 + Math.floor(random() * 12)
  const parent = new Int32Array(people).fill(-1)
  const layer = new Int32Array(people).fill(1)
  for (let at = 1; at < people; at++) {
    // Managers before reports; low numbers are taken more often, so that some units are large.
    const manager = Math.floor(random() * random() * Math.min(at, reach * 4))
    parent[at] = manager
    layer[at] = (layer[manager] as number) + 1
  }
  return { parent, layer, heads: Array.from(parent, (_, at) => `Unit ${at}`) }
}

/**
 * A survey of a made-up company, cut and analysed by the product's own functions. `elsewhere` answers differently for
 * the atoms it names, and `more` people of them do; `missing` is the share of answers that are not given.
 */
export function madeUpSurvey(options: {
  seed: number
  people: number
  missing: number
  elsewhere?: (anchor: number) => boolean
  more?: number
}): MadeUp | null {
  const { seed, people, missing, more = 0 } = options
  const chart = randomChart(seed, people)
  const random = seeded(seed + 1)
  const invited = Array.from(chart.parent, () => true)
  const cohorts = cutCohorts(chart, invited, 5)
  if ("refused" in cohorts) return null
  const answered = cohorts.map(({ size }) => Math.ceil(size * (0.4 + 0.6 * random())))
  const atoms = cutAtoms(chart, cohorts, answered, 5)
  if ("refused" in atoms) return null
  const coarse = coarser(chart, atoms, 10)
  const sizeOf = new Map(cohorts.map(({ id, size }) => [id, size]))
  const infos = atoms.map(({ id, anchor, layers, kind, members, size }) => ({
    ...{ anchor, layers, kind, respondents: size },
    invited: members.reduce((sum, cohort) => sum + (sizeOf.get(cohort) ?? 0), 0),
    coarse: Math.max(
      0,
      coarse.findIndex((group) => group.members.includes(id)),
    ),
  }))
  const grouped = groupings(chart, invited, cohorts, atoms)
  const itemIds = ["a1", "a2", "a3", "b1", "b2", "b3"]
  const rows: { atom: number; answers: number[] }[] = []
  atoms.forEach(({ anchor, kind }, atom) => {
    const own = seeded(seed * 31 + atom)
    const other = seeded(seed * 37 + atom)
    const isElsewhere = kind === "top" || (options.elsewhere?.(anchor) ?? false)
    const changed = options.elsewhere !== undefined && isElsewhere
    const info = infos[atom] as (typeof infos)[number]
    if (changed) {
      info.respondents += more
      info.invited += more
    }
    for (let person = 0; person < info.respondents; person++) {
      const answers = itemIds.map(() => {
        const [score, gap] = [1 + Math.floor(own() * 5), own() < missing ? (own() < 0.5 ? 0 : -1) : null]
        const elsewhere = 1 + Math.floor(other() * 5)
        return gap ?? (changed ? elsewhere : score)
      })
      rows.push({ atom, answers })
    }
  })
  const input: AnalysisInput = {
    survey: {
      ...{ id: "s", name: "Survey", organization: "Company", closedAt: "2026-01-31T17:00:00Z", k: 5 },
      invited: infos.reduce((sum, info) => sum + info.invited, 0),
    },
    measures: {
      constructs: ["a", "b"].map((id) => ({
        ...{ id, name: id },
        items: itemIds.filter((item) => item.startsWith(id)).map((item) => ({ id: item, text: item })),
      })),
      composites: [{ id: "message", name: "Message", constructs: ["a", "b"] }],
    },
    observations: {
      atom: Int32Array.from(rows, ({ atom }) => atom),
      items: itemIds.map((_, item) => Int8Array.from(rows, ({ answers }) => answers[item] as number)),
      itemIds,
      atoms: atoms.length,
    },
    atoms: infos,
    groupings: grouped,
    seed,
  }
  return { chart, input, release: analyse(input) }
}
