import type { AnalysisInput, Earlier, Release } from "./release.ts"
import { sharedMeasures } from "./waves-shared.ts"
import { roundedAway, toldOf } from "./waves-told.ts"

/** Whether anybody was invited both times, or may have been. */
export function sharePeople({ people }: Pick<AnalysisInput, "people">, earlier: Earlier): boolean {
  if (earlier.unjudgeable) return true
  return (people ?? new Int32Array()).some((atom, person) => atom >= 0 && (earlier.people[person] ?? -1) >= 0)
}

/**
 * Whether an earlier release of the same people holds a table of an attribute. Then nothing of the questions both asked is
 * told: a table less a later group could be about the few of one value who came or went, and is judged nowhere else.
 */
export function afterTable(input: Pick<AnalysisInput, "people">, earlier: readonly Earlier[]): boolean {
  return earlier.some((one) => one.release.attribute !== undefined && sharePeople(input, one))
}

/** People of whom a question is told again after a table, though not in so large a group that rounding hides them. */
export function toldAfterTable(
  release: Release,
  input: Pick<AnalysisInput, "measures" | "choices" | "survey">,
  earlier: Earlier,
): number {
  const isShared = sharedMeasures(input, [earlier])
  const large = roundedAway(Math.max(input.survey.k, earlier.release.survey.k))
  const groups = new Map(release.groups.map((group) => [group.id, group.respondents]))
  let most = 0
  for (const [group, told] of toldOf(release)) {
    for (const [id, n] of told) {
      // Where a table does not say how many chose, no more than answered at all.
      if (n < large && isShared({ id })) most = Math.max(most, n === 0 ? (groups.get(group) ?? 1) : n)
    }
  }
  return most
}
