import { type Earlier, toldWindows } from "@throughline/analysis"
import type { Tx } from "@throughline/db"
import { type Group, groupings } from "@throughline/org"
import type { StoredRelease } from "../releases/stored-release.ts"
import { selectAbsentIds, selectFrozenIds, selectReleasesSince } from "./earlier-queries.ts"
import { type FrozenCut, loadFrozen } from "./load-frozen.ts"

/**
 * A survey launched within so many days of the close of another is judged together with it: people asked the same again so
 * soon give nearly the same answers, so that the difference of two waves is about the few who came or went. Asked again
 * after a month, far more people have changed their mind than the one looked for, and the difference of two sums of n people
 * carries all n - 1 changes (docs/methods.md has figures, docs/privacy.md says what this leaves open).
 */
export const DAYS_TOGETHER = 30

/** Everything that this survey's results could be compared with. */
export interface EarlierSurveys {
  /** By position of the frozen chart. */
  personIds: string[]
  /** Invited, taken out of the people file, and without an answer. */
  absentIds?: string[]
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
  launchedAt: Date,
): Promise<EarlierSurveys> {
  const earlier: EarlierSurvey[] = []
  for (const { surveyId: other, release } of await selectEarlier(tx, organizationId, surveyId, launchedAt)) {
    const personIds = await selectFrozenIds(tx, organizationId, other)
    earlier.push({ release, personIds, ...(await loadFrozen(tx, organizationId, other)) })
  }
  return {
    personIds: await selectFrozenIds(tx, organizationId, surveyId),
    absentIds: await selectAbsentIds(tx, organizationId, surveyId),
    earlier,
  }
}

/** Which releases they are: nothing may have been added to them when the new one is written. */
export async function earlierReleases(tx: Tx, organizationId: string, surveyId: string, launchedAt: Date) {
  const found = await selectEarlier(tx, organizationId, surveyId, launchedAt)
  return found.map(({ surveyId, releaseId }) => `${surveyId} ${releaseId}`)
}

function selectEarlier(tx: Tx, organizationId: string, surveyId: string, launchedAt: Date) {
  const since = new Date(launchedAt.getTime() - DAYS_TOGETHER * 24 * 3600 * 1000)
  return selectReleasesSince(tx, organizationId, surveyId, since)
}

/** The people of all these surveys in one numbering, by the atoms they were invited in. `cut` is by cohort. */
export function judgedTogether(
  own: Pick<FrozenCut, "cohorts"> & { personIds: string[]; absentIds?: string[]; cut: readonly number[] },
  earlier: readonly EarlierSurvey[],
): { people: Int32Array; absent: Uint8Array; earlier: Earlier[] } {
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
  const absent = new Uint8Array(numbers.size)
  for (const id of own.absentIds ?? []) absent[numbers.get(id) ?? numbers.size] = 1
  return {
    people: peopleOf(own, own.cut),
    absent,
    earlier: earlier.map((one): Earlier => {
      const { release, frozen, invited, cohorts } = one
      const { cut } = release
      // Of an older version, which did not keep who was counted where.
      if (cut === undefined) return { release, groupings: [], people: new Int32Array(), unjudgeable: true }
      return {
        release,
        groupings: [
          ...groupings(frozen, invited, cohorts, atomsOf(release, cut)),
          ...toldWindows(release.groups, release.atoms, frozen.parent),
        ],
        people: peopleOf(one, cut),
        ...(haveOtherIds(own.personIds, one.personIds) ? { unjudgeable: true } : {}),
      }
    }),
  }
}

/**
 * Two charts of one organization within a month, invited or not, that share fewer than half of their people: they were
 * given other ids, so who is who cannot be told.
 */
function haveOtherIds(one: readonly string[], other: readonly string[]): boolean {
  const ids = new Set(one)
  const both = other.filter((id) => ids.has(id)).length
  return 2 * both < Math.max(one.length, other.length)
}

function atomsOf({ atoms }: StoredRelease, cut: readonly number[]): Group[] {
  return atoms.map(({ anchor, layers, kind, respondents }, id) => ({
    ...{ id, anchor, layers, kind, size: respondents, merged: null },
    members: cut.flatMap((atom, cohort) => (atom === id ? [cohort] : [])),
  }))
}
