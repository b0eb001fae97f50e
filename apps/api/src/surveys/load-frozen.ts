import type { Tx } from "@throughline/db"
import type { FrozenChart, Group, GroupKind } from "@throughline/org"
import { selectCohorts, selectFrozenPeople } from "./frozen-queries.ts"

/** The org chart and the cohorts as the launch froze them. */
export interface FrozenCut {
  frozen: FrozenChart
  /** By position. */
  invited: boolean[]
  /** Members are positions. */
  cohorts: Group[]
  /** By position the value that the people file gave, of the attribute that is asked. */
  fileValues: (number | null)[]
}

export async function loadFrozen(tx: Tx, organizationId: string, surveyId: string): Promise<FrozenCut> {
  const people = await selectFrozenPeople(tx, organizationId, surveyId)
  const cohorts = await selectCohorts(tx, organizationId, surveyId)
  const members = cohorts.map((): number[] => [])
  for (const { position, cohort_id } of people) if (cohort_id !== null) members[cohort_id]?.push(position)
  return {
    frozen: {
      parent: Int32Array.from(people, ({ manager_position }) => manager_position),
      layer: Int32Array.from(people, ({ layer }) => layer),
      heads: people.map(({ unit_name }) => unit_name),
    },
    invited: people.map(({ invited }) => invited),
    fileValues: people.map(({ attribute }) => attribute),
    cohorts: cohorts.map((row) => ({
      id: row.cohort_id,
      anchor: row.anchor,
      layers: [row.layer_from, row.layer_to],
      size: row.invited,
      kind: row.kind as GroupKind,
      members: members[row.cohort_id] ?? [],
      merged: row.merged,
    })),
  }
}
