import type { Earlier } from "@throughline/analysis"
import type { Tx } from "@throughline/db"
import { type Group, groupings } from "@throughline/org"
import type { StoredRelease } from "../releases/stored-release.ts"
import { selectFrozenIds, selectReleasesSince } from "./earlier-queries.ts"
import { type FrozenCut, loadFrozen } from "./load-frozen.ts"

/**
 * Releases whose surveys closed within so many days of each other are judged together: people asked the same again so
 * soon answer much the same, so that the difference of two waves could be about the few who came or went. Later a
 * difference is as much about how everybody else has changed their mind (docs/privacy.md says so).
 */
const DAYS_TOGETHER = 100

/** Everything that this survey's results could be compared with. */
export interface EarlierSurveys {
  /** By position of the frozen chart. */
  personIds: string[]
  earlier: EarlierSurvey[]
}

export interface EarlierSurvey extends FrozenCut {
  release: StoredRelease
  personIds: string[]
}

export async function readEarlier(
  tx: Tx,
  organizationId: string,
  surveyId: string,
  closedAt: Date,
): Promise<EarlierSurveys> {
  const earlier: EarlierSurvey[] = []
  for (const { surveyId: other, release } of await selectEarlier(tx, organizationId, surveyId, closedAt)) {
    const personIds = await selectFrozenIds(tx, organizationId, other)
    earlier.push({ release, personIds, ...(await loadFrozen(tx, organizationId, other)) })
  }
  return { personIds: await selectFrozenIds(tx, organizationId, surveyId), earlier }
}

/** Which releases they are: nothing may have been added to them when the new one is written. */
export async function earlierReleases(tx: Tx, organizationId: string, surveyId: string, closedAt: Date) {
  const found = await selectEarlier(tx, organizationId, surveyId, closedAt)
  return found.map(({ surveyId, releaseId }) => `${surveyId} ${releaseId}`)
}

function selectEarlier(tx: Tx, organizationId: string, surveyId: string, closedAt: Date) {
  const since = new Date(closedAt.getTime() - DAYS_TOGETHER * 24 * 3600 * 1000)
  return selectReleasesSince(tx, organizationId, surveyId, since)
}

/** The people of all these surveys in one numbering, by the atoms they were invited in. `cut` is by cohort. */
export function judgedTogether(
  own: Omit<FrozenCut, "fileValues"> & { personIds: string[]; cut: readonly number[] },
  earlier: readonly EarlierSurvey[],
): { people: Int32Array; earlier: Earlier[] } {
  const numbers = new Map<string, number>()
  for (const { personIds } of [own, ...earlier]) {
    for (const id of personIds) if (!numbers.has(id)) numbers.set(id, numbers.size)
  }
  const peopleOf = (
    { cohorts, personIds }: Pick<EarlierSurvey, "cohorts" | "personIds">,
    cut: readonly number[],
  ) => {
    const atoms = new Int32Array(numbers.size).fill(-1)
    for (const { id, members } of cohorts) {
      for (const position of members) {
        const person = numbers.get(personIds[position] ?? "")
        if (person !== undefined) atoms[person] = cut[id] ?? -1
      }
    }
    return atoms
  }
  return {
    people: peopleOf(own, own.cut),
    earlier: earlier.flatMap((one): Earlier[] => {
      const { release, frozen, invited, cohorts } = one
      const { cut } = release
      if (cut === undefined) return []
      return [
        {
          release,
          groupings: groupings(frozen, invited, cohorts, atomsOf(release, cut)),
          people: peopleOf(one, cut),
        },
      ]
    }),
  }
}

function atomsOf({ atoms }: StoredRelease, cut: readonly number[]): Group[] {
  return atoms.map(({ anchor, layers, kind, respondents }, id) => ({
    ...{ id, anchor, layers, kind, size: respondents, merged: null },
    members: cut.flatMap((atom, cohort) => (atom === id ? [cohort] : [])),
  }))
}
