import type { Release } from "@throughline/analysis"

/** A release with what the close, and later the reviewers, add to it. */
export interface StoredRelease extends Release {
  /** Ballots in the box that could not be counted: not openable, or not answers to this questionnaire. */
  uncounted: number
  /** By cohort the atom it was counted in: later releases about the same people are judged together with this one. */
  cut?: number[]
  /** From release 2 on: what the reviewers let out of what people wrote. */
  comments?: ReleasedComments
  /** From the release on in which two reviewers had coded the priorities that people named in their own words. */
  codedPriorities?: CodedPriorities
}

/**
 * How many of those who named the most important priority in their own words named an official one. The texts
 * themselves stay in the box: of this question either words leave or these shares, never both.
 */
export interface CodedPriorities {
  /** Id and words of the question. */
  question: string
  text: string
  /**
   * Of the two coders: whole percent of the texts coded alike, and Cohen's kappa; null: all texts have one code. Of all
   * texts together: null for a leader, who reads a part of them.
   */
  agreement: { same: number; kappa: { value: number; low: number; high: number } | null } | null
  /** Worked out of the groups below alone, their rounding in its interval. */
  whole: { texts: number; official: number; low: number; high: number }
  /** No person stands in two of them, so that nothing can be subtracted. */
  groups: CodedGroup[]
}

/** At least 20 texts, one a person. */
export interface CodedGroup {
  /** Index of the coarser group, as `atoms[].coarse`; null: those with fewer texts, taken together. */
  group: number | null
  label: string
  texts: number
  /** Whole percent in steps of five: 5 is "less than 7.5%", 95 "92.5% or more". */
  official: number
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
