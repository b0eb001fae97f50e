import { choicesOf } from "./choices/count-choosers.ts"
import type { Release } from "./release.ts"

/** From this many persons on rounding hides the k-1 or fewer in whom two surveys differ. */
export const roundedAway = (k: number) => 100 * k

/**
 * Where a table of options does not say how many chose, it says only whether they are `roundedAway`: its steps of five hide as much
 * of five times fewer people, so that goes for a minimum of five times that of the survey.
 */
export const manyChoosers = (k: number) => 5 * roundedAway(k)

/** By group what is told of it: the measure, or the question with options, and of how many persons. */
export function toldOf(
  release: Pick<Release, "groups" | "choices" | "survey">,
): Map<string, [measure: string, n: number][]> {
  const told = new Map(
    release.groups.map(({ id, cells, distributions }): [string, [string, number][]] => [
      id,
      [...Object.entries(cells), ...Object.entries(distributions)].flatMap(([measure, one]) =>
        one.state === "shown" ? [[measure, one.n]] : [],
      ),
    ]),
  )
  const many = manyChoosers(release.survey.k)
  for (const { id, groups } of release.choices ?? []) {
    for (const { group, n, many: isMany } of groups) {
      told.get(group)?.push([choicesOf(id), n ?? (isMany ? many : 0)])
    }
  }
  return told
}
