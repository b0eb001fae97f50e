import type { AnalysisInput, Earlier, Release } from "./release.ts"
import { roundedAway } from "./waves.ts"
import { sharedMeasures } from "./waves-shared.ts"

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
  { groups }: Release,
  { measures, survey }: Pick<AnalysisInput, "measures" | "survey">,
  earlier: Earlier,
): number {
  const isShared = sharedMeasures(measures, [earlier])
  const large = roundedAway(Math.max(survey.k, earlier.release.survey.k))
  return groups.reduce((most, { cells, distributions }) => {
    const shown = [...Object.entries(cells), ...Object.entries(distributions)].flatMap(([id, cell]) =>
      cell.state === "shown" && cell.n < large && isShared({ id }) ? [cell.n] : [],
    )
    return Math.max(most, ...shown)
  }, 0)
}
