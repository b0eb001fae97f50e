import type { CutCohort } from "@throughline/ballot"
import type { Group } from "@throughline/org"

/** The cohorts as the manifest's `cut` hashes them and the bundle publishes them: no names, in the order of id. */
export function publishedCut(cohorts: readonly Group[]): CutCohort[] {
  return cohorts
    .map(({ id, layers: [from, to], anchor, kind, size }): CutCohort => {
      return { id, layers: [from, to], anchor, kind, invited: size }
    })
    .sort((a, b) => a.id - b.id)
}
