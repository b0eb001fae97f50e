import type {
  CommentGroup,
  CommentQuestion,
  ReleasedComments,
  TopicCount,
} from "../releases/stored-release.ts"
import { type Cells, countTopics, grouped, keyOf, type Room, UNTOLD } from "./count-topics.ts"
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
  /** By comment that leaves: the topic and group it leaves with. */
  cells: Cells
}

/**
 * What leaves of what people wrote. Of a question to which fewer than k wrote: nothing. Texts are those passed on,
 * redacted, in the order given, each with the topic and group of the cell it is counted in; counts are of these texts
 * and of no other, so that no count tells of a text that was kept back.
 *
 * `earlier`: how comments were told in the releases before this one, the first one first. Each keeps what it was told
 * with first; those that leave now for the first time are parted among themselves. So nothing is learnt by comparing.
 */
export function makeComments(
  questions: readonly { id: string; text: string }[],
  groups: readonly CommentGroup[],
  comments: readonly ReviewedComment[],
  k: number,
  earlier: readonly Cells[] = [],
  isCounted = passedOn,
): MadeComments {
  const cells: Cells = new Map()
  const before = firstTold(earlier)
  const counted = comments.filter(isCounted)
  const topics = spelledAlike(counted, before)
  const made = questions.map(({ id, text }): CommentQuestion => {
    const written = comments.filter(({ question }) => question === id)
    const own = written.length < k ? [] : counted.filter(({ question }) => question === id)
    const known = new Map([...before].filter(([one]) => written.some((comment) => comment.id === one)))
    const coded = own
      .filter((one) => !known.has(one.id))
      .map((one) => ({ id: one.id, coarse: one.coarse, topic: topics(one.topic) }))
    const told = together(own, known, countTopics(coded, k, roomOf(groups, known)), k)
    for (const [comment, cell] of told) cells.set(comment, cell)
    return {
      ...{ id, text },
      counts: countsOf(told, k),
      comments: own
        .filter(passedOn)
        .map(({ id, body, redactions }) => ({ ...(told.get(id) ?? UNTOLD), text: redact(body, redactions) })),
    }
  })
  return { told: { groups: [...groups], questions: made }, cells }
}

const passedOn = ({ decision }: ReviewedComment): boolean => decision === "release"

/** What each comment was told with when it left for the first time. */
export function firstTold(earlier: readonly Cells[]): Cells {
  const first: Cells = new Map()
  for (const cells of earlier) for (const [id, cell] of cells) if (!first.has(id)) first.set(id, cell)
  return first
}

/** Those told before and the new ones; a cell of which fewer than k are left is not told as one any more. */
function together(own: readonly ReviewedComment[], known: Cells, fresh: Cells, k: number): Cells {
  const cells = own.map(({ id }) => [id, known.get(id) ?? fresh.get(id) ?? UNTOLD] as const)
  const sizes = grouped(cells, ([, cell]) => keyOf(cell))
  return new Map(cells.map(([id, cell]) => [id, (sizes.get(keyOf(cell))?.length ?? 0) >= k ? cell : UNTOLD]))
}

/**
 * "All twelve of this group wrote about pay" would say it of each of them: at most nine in ten of those who answered
 * may ever be told of, in all releases together.
 */
function roomOf(groups: readonly CommentGroup[], known: Cells): Room {
  const sizes = grouped([...known.values()], keyOf)
  return (cell, told) => {
    if (cell.topic === null && cell.group === null) return Number.POSITIVE_INFINITY
    const people = groups
      .filter(({ id }) => (cell.group === null ? !told.includes(id) : id === cell.group))
      .reduce((sum, one) => sum + one.respondents, 0)
    return nearlyAll(people) - (sizes.get(keyOf(cell))?.length ?? 0)
  }
}

export const nearlyAll = (people: number): number => Math.floor(people * 0.9)

function countsOf(cells: Cells, k: number): TopicCount[] {
  const counts = [...grouped([...cells.values()], keyOf).values()]
    .filter((own) => own.length >= k)
    .map((own): TopicCount => ({ ...(own[0] ?? UNTOLD), people: own.length }))
  const place = (count: TopicCount) => (count.topic === null ? 1 : 0)
  return counts.sort(
    (a, b) =>
      place(a) - place(b) ||
      (a.topic ?? "").localeCompare(b.topic ?? "") ||
      (a.group ?? Number.POSITIVE_INFINITY) - (b.group ?? Number.POSITIVE_INFINITY),
  )
}

/** "Tools" and "tools" are one topic, spelled as it was told before, else as most comments have it. */
function spelledAlike(
  comments: readonly ReviewedComment[],
  before: Cells,
): (topic: string | null) => string | null {
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
  for (const { topic } of before.values()) if (topic !== null) chosen.set(topic.toLowerCase(), topic)
  return (topic) => (topic === null ? null : (chosen.get(topic.toLowerCase()) ?? topic))
}
