import { alikePeople, isCleanTogether, peopleLeftOver } from "./joint.ts"
import type { AnalysisInput, Earlier, Release } from "./release.ts"
import { heldBy, peopleReadings, toldClasses } from "./waves.ts"
import { sharedMeasures } from "./waves-shared.ts"
import { roundedAway } from "./waves-told.ts"

/**
 * Every two of three releases may be fine and all three not: all, persons 0 to 20, persons 20 to 40, and the sum of the
 * last two less the first is person 20. So with two earlier releases or more all are judged at once as well (joint.ts).
 * `parts`: by atom what is told together of this survey, -1 nothing.
 */
export function isCleanWithAll(
  input: Pick<AnalysisInput, "people" | "absent" | "survey">,
  parts: Int32Array,
  earlier: readonly Earlier[],
): boolean {
  if (earlier.length < 2) return true
  const k = strictest(input, earlier)
  const before = classesBefore(earlier, k)
  return peopleReadings(input).every((people) =>
    isCleanTogether(alikePeople([heldBy(people, parts), ...before]), k),
  )
}

/** The audit's: how many people all releases together single out. Nothing new is told: nothing is found. */
export function peopleAmongAll(
  release: Release,
  input: Pick<AnalysisInput, "people" | "absent" | "survey" | "measures" | "choices" | "groupings" | "atoms">,
  earlier: readonly Earlier[],
): number {
  if (earlier.length < 2) return 0
  const k = strictest(input, earlier)
  const isShared = sharedMeasures(input, earlier)
  const { classOf, classes } = toldClasses(
    release,
    input.groupings,
    input.atoms.length,
    roundedAway(k),
    (id) => isShared({ id }),
  )
  if (classes === 0) return 0
  const before = classesBefore(earlier, k)
  return Math.max(
    ...peopleReadings(input).map((people) =>
      peopleLeftOver(alikePeople([heldBy(people, classOf), ...before]), k),
    ),
  )
}

function strictest({ survey }: Pick<AnalysisInput, "survey">, earlier: readonly Earlier[]): number {
  return Math.max(survey.k, ...earlier.map(({ release }) => release.survey.k))
}

function classesBefore(earlier: readonly Earlier[], k: number): Int32Array[] {
  return earlier.map(({ release, groupings, people }) =>
    heldBy(people, toldClasses(release, groupings, release.atoms.length, roundedAway(k)).classOf),
  )
}
