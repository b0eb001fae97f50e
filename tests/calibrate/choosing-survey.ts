import type { AnalysisInput, AtomInfo, Grouping } from "../../packages/analysis/src/index.ts"

/** One person's answers to a made-up questionnaire: a claim of four statements, the mission, and some priorities. */
export interface Person {
  /** 1 to 5, 0 "cannot say". */
  claim: readonly number[]
  /** Recognised it; undefined: "cannot say". */
  mission: boolean | undefined
  /** Places of the options named; empty: "cannot say". */
  named: readonly number[]
}

export interface SimulatedSurvey {
  /** Priorities among which people choose; the first three are official. */
  options: number
  missionOptions: number
  /** By function its people. The first may be the top group. */
  units: readonly (readonly Person[])[]
  topFirst?: boolean
}

export const official = 3
const statements = ["claim-1", "claim-2", "claim-3", "claim-4"]

/** What a close hands to the analysis of such a survey: a function is one atom, and three in four invited have answered. */
export function surveyOf({ options, missionOptions, units, topFirst }: SimulatedSurvey): AnalysisInput {
  const people = units.flat()
  const atoms = units.map(
    (unit, at): AtomInfo => ({
      ...{ anchor: at + 1, layers: topFirst && at === 0 ? [1, 2] : [3, 3] },
      kind: topFirst && at === 0 ? "top" : "pure",
      ...{ invited: Math.ceil(unit.length / 0.75), respondents: unit.length, coarse: at },
    }),
  )
  const invited = atoms.reduce((sum, atom) => sum + atom.invited, 0)
  const group = (id: string, kind: Grouping["kind"], held: number[]): Grouping => {
    const covered = held.reduce((sum, at) => sum + (atoms[at]?.invited ?? 0), 0)
    return {
      ...{ id, kind, name: id, parent: kind === "organization" ? null : "all", unit: null },
      ...{ layer: kind === "layer" ? 2 : null, depth: kind === "organization" ? 0 : 1 },
      ...{ atoms: held, invited: covered, covered },
    }
  }
  const named = (option: number) =>
    Int8Array.from(people, (person) =>
      person.named.length === 0 ? 0 : person.named.includes(option) ? 5 : 1,
    )
  const ids = Array.from({ length: options }, (_, at) => `p${at + 1}`)
  const officials = ids.slice(0, official).map((id) => `priorities/${id}`)
  const items = [
    ...statements.map((_, at) => Int8Array.from(people, ({ claim }) => claim[at] ?? 0)),
    Int8Array.from(people, ({ mission }) => (mission === undefined ? 0 : mission ? 5 : 1)),
    ...officials.map((_, at) => named(at)),
  ]
  return {
    survey: { id: "s", name: "S", organization: "O", closedAt: "2026-01-31T17:00:00Z", k: 5, invited },
    measures: {
      constructs: [{ id: "claim", name: "Claim", items: statements.map((id) => ({ id, text: id })) }],
      composites: [],
      objectives: [
        { id: "mission", text: "", columns: ["mission"], chance: 1 / missionOptions, claim: "claim" },
        { id: "priorities", text: "", columns: officials, chance: official / options, claim: "claim" },
        {
          ...{ id: "priorities-all", text: "", columns: officials, every: true, claim: "claim" },
          chance: 6 / (options * (options - 1) * (options - 2)),
        },
      ],
    },
    observations: {
      atom: Int32Array.from(units.flatMap((unit, at) => unit.map(() => at))),
      ...{ items, itemIds: [...statements, "mission", ...officials], atoms: units.length },
    },
    atoms,
    groupings: [
      group("all", "organization", [...units.keys()]),
      ...units.map((_, at) =>
        topFirst && at === 0 ? group("layer:2", "layer", [0]) : group(`unit:${at}`, "unit", [at]),
      ),
    ],
    choices: [
      {
        ...{ id: "priorities", text: "", pick: official },
        options: ids.map((id, at) => ({ id, text: id, official: at < official })),
        chosen: ids.map((_, at) =>
          Int8Array.from(people, (person) =>
            person.named.length === 0 ? -1 : Number(person.named.includes(at)),
          ),
        ),
      },
    ],
    seed: 1,
  }
}
