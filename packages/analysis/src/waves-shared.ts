import { choicesOf } from "./choices/count-choosers.ts"
import type { Measure } from "./measures.ts"
import type { AnalysisInput, Beside, Earlier, MeasureItem, Objective } from "./release.ts"

/** What a survey asks: items of topics, what people show, and questions with options. */
type Asked = Pick<AnalysisInput, "measures"> & { choices?: readonly { id: string }[] }

/**
 * Does a measure rest on a question that an earlier survey asked too? A question is the same if it has the id or, in any
 * language, the words of an earlier one, or stands in a topic of the same id. What people show, and questions with options, are
 * the same if the question has the id; of these the predicate knows the names that the gate gives them.
 */
export function sharedMeasures(
  { measures: spec, choices = [] }: Asked,
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
  const options = new Set(earlier.flatMap(({ release }) => optionIds(release)))
  for (const objective of spec.objectives ?? [])
    if (questionsOf(objective).some((id) => options.has(id))) shared.add(objective.id)
  for (const { id } of choices) if (options.has(id)) shared.add(choicesOf(id))
  for (const { id, constructs } of spec.composites)
    if (constructs.some((one) => shared.has(one))) shared.add(id)
  return ({ id }) => shared.has(id)
}

/** Those of the earlier releases that asked something of what is asked now. */
export function withSharedQuestions<One extends Pick<Earlier, "release">>(
  asked: Asked,
  earlier: readonly One[],
): One[] {
  const { measures, choices = [] } = asked
  const ids = [
    ...[...measures.constructs, ...(measures.objectives ?? [])].map(({ id }) => id),
    ...choices.map(({ id }) => choicesOf(id)),
  ]
  return earlier.filter((one) => {
    const isShared = sharedMeasures(asked, [one])
    return ids.some((id) => isShared({ id }))
  })
}

/** Questions of which a release may tell what people show, or which options they chose. */
function optionIds({ measures, choices = [] }: Earlier["release"]): string[] {
  return [...(measures.objectives ?? []).flatMap(questionsOf), ...choices.map(({ id }) => id)]
}

/** Its own name and that of its question, by which its columns are named. */
function questionsOf({ id, columns }: Objective): string[] {
  return [id, ...columns.map((column) => column.split("/")[0] as string)]
}

/** What the release says of them, so that whoever reads it knows beside what something is hidden. */
export function besideOf(asked: Asked, earlier: readonly Earlier[]): Beside[] {
  return withSharedQuestions(asked, earlier).map(({ release: { survey }, unjudgeable }) => ({
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
