import type { Measure } from "./measures.ts"
import type { Beside, Earlier, MeasureItem, MeasureSpec } from "./release.ts"

/**
 * Does a measure rest on a question that an earlier survey asked too? A question is the same if it has the id or, in any
 * language, the words of an earlier one, or stands in a topic of the same id.
 */
export function sharedMeasures(
  spec: MeasureSpec,
  earlier: readonly Pick<Earlier, "release">[],
): (measure: Pick<Measure, "id">) => boolean {
  const known = new Set(
    earlier.flatMap(({ release }) =>
      release.measures.constructs.flatMap(({ id, items }) => [`topic ${id}`, ...items.flatMap(names)]),
    ),
  )
  const shared = new Set(
    spec.constructs.flatMap((construct) => {
      const sameTopic = known.has(`topic ${construct.id}`)
      const both = construct.items.filter((item) => sameTopic || names(item).some((name) => known.has(name)))
      return both.length === 0 ? [] : [construct.id, ...both.map(({ id }) => id)]
    }),
  )
  for (const { id, constructs } of spec.composites)
    if (constructs.some((one) => shared.has(one))) shared.add(id)
  return ({ id }) => shared.has(id)
}

/** Those of the earlier releases that asked something of what is asked now. */
export function withSharedQuestions<One extends Pick<Earlier, "release">>(
  spec: MeasureSpec,
  earlier: readonly One[],
): One[] {
  return earlier.filter((one) => {
    const isShared = sharedMeasures(spec, [one])
    return spec.constructs.some(isShared)
  })
}

/** What the release says of them, so that whoever reads it knows beside what something is hidden. */
export function besideOf(spec: MeasureSpec, earlier: readonly Earlier[]): Beside[] {
  return withSharedQuestions(spec, earlier).map(({ release: { survey }, unjudgeable }) => ({
    survey: survey.id,
    closedAt: survey.closedAt,
    ...(unjudgeable ? { unjudgeable } : {}),
  }))
}

function names({ id, text, texts = [] }: MeasureItem): string[] {
  const words = [text, ...texts].map(folded).filter((one) => one !== "")
  return [`id ${id}`, ...words.map((one) => `text ${one}`)]
}

/** Letters and digits alone, in lower case: "Our goals are clear." is "our goals are clear". */
function folded(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "")
}
