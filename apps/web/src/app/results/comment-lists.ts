import type { ReleasedComments, ViewedRelease } from "../api.ts"
import { counted } from "../format.ts"
import type { FigureTable } from "../frame/figure.tsx"

type Question = ReleasedComments["questions"][number]

const NO_TOPIC = "Other topics"

const groupName = ({ groups }: ReleasedComments, group: number | null): string | undefined =>
  groups.find(({ id }) => id === group)?.label

/** The released texts of a question by topic, and in each by group; in no order within a group. */
export function byTopic(comments: ReleasedComments, question: Question) {
  const topics = new Map<string, Map<string, string[]>>()
  for (const { topic, group, text } of question.comments) {
    const name = topic ?? NO_TOPIC
    const groups = topics.get(name) ?? new Map<string, string[]>()
    const place = groupName(comments, group) ?? "Groups in which few wrote"
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
    caption: `How many wrote about what, released or not: ${question.text}`,
    columns: ["Topic", "Group", "People"],
    rows: question.counts.map(({ topic, group, people, bound }) => [
      topic ?? "Other topics, or none",
      groupName(comments, group) ?? (split.has(topic) ? "All other groups" : "All groups"),
      bound === undefined ? people : `≥ ${people}`,
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
        text: `Comments are shown of groups of at least ${minimum} who answered and ${survey.k} who wrote, and to you only of groups that lie wholly inside your unit.`,
      }
    : {
        title: "The reviewers let none out",
        text: "They have read what people wrote and released none of it, or too few wrote for anything to be told.",
      }
}
