import type {
  CommentGroup,
  CommentQuestion,
  ReleasedComments,
  TopicCount,
} from "../releases/stored-release.ts"
import { type Cell, type Cells, countTopics, grouped, namedGroups } from "./count-topics.ts"
import { type Range, redact } from "./redact.ts"

/** A comment with what the reviewers say of it. */
export interface ReviewedComment {
  id: string
  question: string
  coarse: number
  body: string
  decision: "open" | "release" | "keep"
  topic: string | null
  redactions: readonly Range[]
}

export interface MadeComments {
  told: ReleasedComments
  /** By comment: under which count it stands. */
  cells: Cells
}

/**
 * What leaves of what people wrote. Of a question to which fewer than k wrote: nothing. Counts are by topic and group,
 * of all comments; texts are those released, redacted, in the order given, with their group where at least k wrote.
 *
 * `earlier`: the counts of releases before this one. Counts that would single out fewer than k people beside those stay
 * as they were told last.
 */
export function makeComments(
  questions: readonly { id: string; text: string }[],
  groups: readonly CommentGroup[],
  comments: readonly ReviewedComment[],
  k: number,
  earlier: readonly Cells[] = [],
): MadeComments {
  const cells: Cells = new Map()
  const topics = spelledAlike(comments)
  const made = questions.map(({ id, text }): CommentQuestion => {
    const own = comments.filter(({ question }) => question === id)
    const coded = own.map((one) => ({ id: one.id, coarse: one.coarse, topic: topics(one.topic) }))
    const counted = besideEarlier(countTopics(coded, k), earlier, k)
    for (const [comment, cell] of counted) cells.set(comment, cell)
    const named = namedGroups(own, k)
    const leaves = own.length >= k ? own.filter(({ decision }) => decision === "release") : []
    return {
      ...{ id, text },
      counts: countsOf(counted, groups),
      comments: leaves.map(({ coarse, topic, body, redactions }) => ({
        topic: topics(topic),
        group: named.has(coarse) ? coarse : null,
        text: redact(body, redactions),
      })),
    }
  })
  return { told: { groups: [...groups], questions: made }, cells }
}

/** Whether counts told one after the other leave only sets of at least k: comments that stand together everywhere. */
export function smallestTogether(releases: readonly Cells[]): number {
  const ids = new Set(releases.flatMap((cells) => [...cells.keys()]))
  const together = grouped([...ids], (id) => releases.map((cells) => keyOf(cells.get(id))).join("\n"))
  return Math.min(...[...together.values()].map((own) => own.length), Number.POSITIVE_INFINITY)
}

function besideEarlier(counted: Cells, earlier: readonly Cells[], k: number): Cells {
  const before = earlier
    .map((cells): Cells => new Map([...cells].filter(([id]) => counted.has(id))))
    .filter(({ size }) => size > 0)
  const last = before.at(-1)
  return last === undefined || smallestTogether([...before, counted]) >= k ? counted : last
}

export const keyOf = (cell: Cell | undefined): string =>
  JSON.stringify(cell === undefined ? null : [cell.topic, cell.group])

function countsOf(cells: Cells, groups: readonly CommentGroup[]): TopicCount[] {
  const told = [...cells.values()]
  const respondents = ({ topic, group }: Cell) =>
    groups
      .filter(({ id }) =>
        group === null
          ? topic === null || !told.some((cell) => cell.topic === topic && cell.group === id)
          : id === group,
      )
      .reduce((sum, one) => sum + one.respondents, 0)
  const counts = [...grouped(told, keyOf).values()].map((own): TopicCount => {
    const { topic, group } = own[0] as Cell
    const people = own.length
    // "All twelve wrote about pay" would say it of each of them.
    const nearly = Math.floor(respondents({ topic, group }) * 0.9)
    return people > nearly ? { topic, group, people: nearly, bound: "at-least" } : { topic, group, people }
  })
  const place = (count: TopicCount) => (count.topic === null ? 1 : 0)
  return counts.sort(
    (a, b) =>
      place(a) - place(b) ||
      (a.topic ?? "").localeCompare(b.topic ?? "") ||
      (a.group ?? Number.POSITIVE_INFINITY) - (b.group ?? Number.POSITIVE_INFINITY),
  )
}

/** "Tools" and "tools " are one topic, spelled as most comments have it. */
function spelledAlike(comments: readonly ReviewedComment[]): (topic: string | null) => string | null {
  const spellings = grouped(
    comments.flatMap(({ topic }) => (topic === null ? [] : [topic])),
    (topic) => topic.toLowerCase(),
  )
  const chosen = new Map(
    [...spellings].map(([key, all]) => [
      key,
      [...grouped(all, (one) => one)].sort(
        ([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1),
      )[0]?.[0],
    ]),
  )
  return (topic) => (topic === null ? null : (chosen.get(topic.toLowerCase()) ?? topic))
}
