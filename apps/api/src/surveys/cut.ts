import {
  cutCohorts,
  type FrozenChart,
  freezeChart,
  type Group,
  type OrgChart,
  type Refused,
} from "@throughline/org"
import { invitedPositions } from "./audience.ts"
import type { Audience } from "./schemas.ts"

/** How a survey's people are cut; the preview shows and the launch freezes the same. */
export interface CutPeople {
  frozen: FrozenChart
  /** By position. */
  invited: boolean[]
  cohorts: Group[]
  /** By position; null: not invited. */
  cohortOf: (number | null)[]
  refused: Refused | null
}

export function cutPeople(chart: OrgChart, audience: Audience, k: number): CutPeople {
  const frozen = freezeChart(chart)
  const invited = invitedPositions(chart, frozen, audience)
  const cut = cutCohorts(frozen, invited, k)
  const refused = "refused" in cut ? cut : null
  const cohorts = "refused" in cut ? [] : cut
  const cohortOf: (number | null)[] = invited.map(() => null)
  for (const { id, members } of cohorts) for (const position of members) cohortOf[position] = id
  return { frozen, invited, cohorts, cohortOf, refused }
}

/** What HR calls a cohort: where it hangs and on which layers it stands. */
export function cohortName(frozen: FrozenChart, { anchor, layers, kind }: Group): string {
  const [from, to] = layers
  const range = from === to ? `layer ${from}` : `layers ${from}–${to}`
  if (kind === "top") return `Top group, ${range}`
  return `${anchor < 0 ? "Whole organization" : (frozen.heads[anchor] ?? "")}, ${range}`
}
