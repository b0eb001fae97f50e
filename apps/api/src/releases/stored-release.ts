import type { Release } from "@throughline/analysis"

/** A release with what the close, and later the reviewers, add to it. */
export interface StoredRelease extends Release {
  /** Ballots in the box that could not be counted: not openable, or not answers to this questionnaire. */
  uncounted: number
  /** By cohort the atom it was counted in: later releases about the same people are judged together with this one. */
  cut?: number[]
  /** From release 2 on: what the reviewers let out of what people wrote. */
  comments?: ReleasedComments
}

/** What people wrote, by question. Groups are the coarser ones: at least ten answers each, or k if that is more. */
export interface ReleasedComments {
  groups: CommentGroup[]
  questions: CommentQuestion[]
}

export interface CommentGroup {
  /** Index of the coarser group, as `atoms[].coarse`. */
  id: number
  label: string
  respondents: number
}

export interface CommentQuestion {
  id: string
  text: string
  counts: TopicCount[]
  comments: ReleasedComment[]
}

/** How many of the texts below are about a topic: at least k each. All counts of a question are of different people. */
export interface TopicCount {
  /** null: other topics, and those without one. */
  topic: string | null
  /** null: the groups of which no count of this topic is told. */
  group: number | null
  people: number
}

export interface ReleasedComment {
  topic: string | null
  /** null: a group of which no count of this topic is told. */
  group: number | null
  text: string
}
