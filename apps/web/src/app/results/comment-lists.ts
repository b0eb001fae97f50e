import type { ReleasedComments, ViewedRelease } from "../api.ts"
import { counted } from "../format.ts"
import type { FigureTable } from "../frame/figure.tsx"

type Question = ReleasedComments["questions"][number]

const NO_TOPIC = "Other topics"
/** Fewer than the smallest group wrote about it in each of these: naming one could point to somebody. */
export const OTHER_GROUPS = "From smaller groups, not named"

const groupName = ({ groups }: ReleasedComments, group: number | null): string | undefined =>
  groups.find(({ id }) => id === group)?.label

/** The texts of a question by topic, and in each by group; in no order within a group. */
export function byTopic(comments: ReleasedComments, question: Question) {
  const topics = new Map<string, Map<string, string[]>>()
  for (const { topic, group, text } of question.comments) {
    const name = topic ?? NO_TOPIC
    const groups = topics.get(name) ?? new Map<string, string[]>()
    const place = groupName(comments, group) ?? OTHER_GROUPS
    groups.set(place, [...(groups.get(place) ?? []), text])
    topics.set(name, groups)
  }
  return [...topics]
    .sort(([a], [b]) => Number(a === NO_TOPIC) - Number(b === NO_TOPIC) || a.localeCompare(b))
    .map(([name, groups]) => ({
      name,
      groups: [...groups].sort(([a], [b]) => a.localeCompare(b)).map(([name, texts]) => ({ name, texts })),
    }))
}

/** How many wrote about what: each row is of at least k people, and no person stands in two. */
export function countTable(comments: ReleasedComments, question: Question): FigureTable {
  const split = new Set(question.counts.flatMap(({ topic, group }) => (group === null ? [] : [topic])))
  return {
    caption: `How many wrote about what, of the comments below: ${question.text}`,
    columns: ["Topic", "Group", "People"],
    rows: question.counts.map(({ topic, group, people }) => [
      topic ?? "Other topics, or none",
      groupName(comments, group) ??
        (split.has(topic) ? "Smaller groups, taken together" : "All groups together"),
      people,
    ]),
  }
}

export function commentsHeadline(release: ViewedRelease): string {
  const texts = release.comments?.questions.flatMap(({ comments }) => comments) ?? []
  const whose = release.own ? ` from ${release.own.name}` : ""
  if (texts.length === 0) return `No comments${whose}`
  const topics = new Set(texts.flatMap(({ topic }) => (topic === null ? [] : [topic])))
  const about = topics.size === 0 ? "" : ` on ${counted(topics.size, "topic", "topics")}`
  return `${counted(texts.length, "comment", "comments")}${whose}${about}`
}

/** Why there is nothing to read; null when there is. */
export function noComments({
  survey,
  comments,
  review,
  own,
}: ViewedRelease): { title: string; text: string } | null {
  const minimum = Math.max(10, survey.k)
  if (review !== undefined && review.reviewers.length === 0)
    return {
      title: "The comments of this survey stay closed",
      text: "Nobody was named before the launch to read them, and nobody can be since. That was promised to the people who answered.",
    }
  if (!own && survey.respondents < minimum)
    return {
      title: "Too few answered for comments",
      text: `Comments leave the ballot box only when at least ${minimum} people answered in all. They were destroyed with the ballots.`,
    }
  if (comments === undefined)
    return {
      title: "The reviewers have not published any yet",
      text: "They read what people wrote, redact what could name somebody, and decide what is passed on. It then stands here.",
    }
  if (comments.questions.some((question) => question.comments.length > 0 || question.counts.length > 0))
    return null
  return own
    ? {
        title: `None can be shown for ${own.name}`,
        text: `You read what comes from groups in which everybody works in your own unit, and only where at least ${minimum} answered and ${survey.k} comments of one topic were passed on. A group that is half in another unit, such as “Sales and Service, layer 4” for the head of Sales, is not shown to you.`,
      }
    : {
        title: "The reviewers passed none on",
        text: "They have read what people wrote and kept all of it back, or too few wrote for anything to be told.",
      }
}
