import type { AnalysisInput, ChoiceInput, Earlier, Release } from "@throughline/analysis"
import { coarser, cutAtoms, cutCohorts, type FrozenChart, groupings } from "@throughline/org"
import { withChoices } from "../../packages/analysis/src/choices/made-up-choices.ts"

/** Even and seeded (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Who works here, by person: the manager's number, -1 at the top, null for who is not there. */
export type Company = (number | null)[]

/** A tree in which low numbers are managers more often, so that some units are large and some are single lines. */
export function randomCompany(random: () => number, people: number): Company {
  const reach = 2 + Math.floor(random() * 12)
  return Array.from({ length: people }, (_, at) =>
    at === 0 ? -1 : Math.floor(random() * random() * Math.min(at, reach * 4)),
  )
}

/** The company some time later: a share of those without reports has left or moved, and as many have come. */
export function someTimeLater(random: () => number, company: Company, share: number): Company {
  const managers = new Set(company)
  const later = company.map((manager, at) => {
    if (manager === null || manager < 0 || managers.has(at) || random() >= share) return manager
    const next = Math.floor(random() * Math.min(at, 20))
    return random() < 0.5 || company[next] === null ? null : next
  })
  const joined = Math.round(company.length * share * random())
  for (let one = 0; one < joined; one++) {
    const manager = Math.floor(random() * Math.min(company.length, 20))
    if (later[manager] !== null) later.push(manager)
  }
  return later
}

export interface MadeUpSurvey {
  input: AnalysisInput & { people: Int32Array; choices: ChoiceInput[] }
  chart: FrozenChart
}

/** Cut and answered as the product does it. null: too few for a release. `missing` is the share of answers left out. */
export function madeUp(
  random: () => number,
  company: Company,
  options: { id: string; k: number; response: number; missing: number },
): MadeUpSurvey | null {
  const { id, k, response, missing } = options
  const there = company.flatMap((manager, person) => (manager === null ? [] : [person]))
  const position = new Map(there.map((person, at) => [person, at]))
  const parent = Int32Array.from(there, (person) => position.get(company[person] as number) ?? -1)
  const layer = new Int32Array(there.length)
  for (const at of parent.keys()) layer[at] = at === 0 ? 1 : (layer[parent[at] as number] as number) + 1
  const chart: FrozenChart = { parent, layer, heads: there.map((person) => `Unit ${person}`) }
  const invited = there.map(() => true)
  const cohorts = cutCohorts(chart, invited, k)
  if ("refused" in cohorts) return null
  const answered = cohorts.map(({ size }) => {
    const share = Math.min(1, response * (0.6 + 0.8 * random()))
    return Math.round(size * share)
  })
  const atoms = cutAtoms(chart, cohorts, answered, k)
  if ("refused" in atoms) return null
  const coarse = coarser(chart, atoms, Math.max(10, k))
  const atomOf = new Map(atoms.flatMap(({ id, members }) => members.map((cohort) => [cohort, id] as const)))
  const people = new Int32Array(company.length).fill(-1)
  for (const { id: cohort, members } of cohorts)
    for (const at of members) people[there[at] as number] = atomOf.get(cohort) as number
  const infos = atoms.map(({ id, anchor, layers, kind, members, size }) => ({
    ...{ anchor, layers, kind, respondents: size },
    invited: members.reduce((sum, cohort) => sum + (cohorts[cohort]?.size ?? 0), 0),
    coarse: Math.max(
      0,
      coarse.findIndex((group) => group.members.includes(id)),
    ),
  }))
  const itemIds = ["a1", "a2", "a3", "b1", "b2", "b3"]
  const atom = Int32Array.from(
    infos.flatMap(({ respondents }, at) => new Array<number>(respondents).fill(at)),
  )
  const items = itemIds.map(() =>
    Int8Array.from(atom, () => {
      if (random() < missing) return random() < 0.5 ? 0 : -1
      return 1 + Math.floor(random() * 5)
    }),
  )
  const input = {
    survey: {
      ...{ id, name: id, organization: "Company", closedAt: "2026-01-31T17:00:00Z", k },
      invited: there.length,
    },
    measures: {
      constructs: ["a", "b"].map((construct) => ({
        ...{ id: construct, name: construct },
        items: itemIds.filter((item) => item.startsWith(construct)).map((item) => ({ id: item, text: item })),
      })),
      composites: [{ id: "message", name: "Message", constructs: ["a", "b"] }],
    },
    observations: { atom, items, itemIds, atoms: atoms.length },
    atoms: infos,
    groupings: groupings(chart, invited, cohorts, atoms),
    seed: 1,
    people,
  }
  return { chart, input: withChoices(input, random, missing) }
}

export function asEarlier(release: Release, { groupings, people }: MadeUpSurvey["input"]): Earlier {
  return { release, groupings, people }
}
