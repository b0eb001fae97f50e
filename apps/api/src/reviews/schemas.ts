import { z } from "zod"
import { instant } from "../surveys/schemas.ts"
import { line } from "../text.ts"

const LONGEST_TOPIC = 60

const range = z.strictObject({ from: z.int().min(0).max(20_000), to: z.int().min(0).max(20_000) })

export const reviewers = z.object({
  chosen: z.array(z.string()).describe("ids of the accounts that read the comments; none: nobody does"),
  names: z.array(z.string()).describe("of those chosen; once launched, as printed in the promise"),
  candidates: z.array(z.object({ id: z.string(), name: z.string(), role: z.enum(["hr", "analyst"]) })),
})
export type Reviewers = z.infer<typeof reviewers>

export const chosenReviewers = z.strictObject({
  chosen: z
    .array(z.string().min(1).max(100))
    .max(2)
    .refine((ids) => new Set(ids).size === ids.length, "names the same account twice"),
})

const decision = z.enum(["open", "release", "keep"])

export const newReview = z.strictObject({
  revision: z.int().min(0).describe("the one that was changed; 0: nobody has touched this comment"),
  decision,
  topic: line(LONGEST_TOPIC).min(1).nullable(),
  redactions: z.array(range).max(200),
})
export type ChangedReview = z.infer<typeof newReview>

export const review = z.object({
  comment: z.uuid(),
  revision: z.int(),
  decision,
  topic: z.string().nullable(),
  redactions: z.array(z.object({ from: z.int(), to: z.int() })),
  by: z.string().nullable().describe("who changed it last; null: nobody, or that account is gone"),
})
export type Review = z.infer<typeof review>
export const reviewList = z.object({ reviews: z.array(review) })

export const reviewPage = z.object({
  survey: z.object({ id: z.uuid(), name: z.string(), closedAt: instant.nullable(), timeZone: z.string() }),
  k: z.int(),
  topics: z.array(z.string()).describe("to choose from; own words are as good"),
  topicWords: z
    .array(z.object({ topic: z.string(), words: z.record(z.string(), z.array(z.string())) }))
    .describe("the word lists that suggestions are made by, as they stand"),
  groups: z.array(z.object({ id: z.int(), label: z.string(), respondents: z.int() })),
  questions: z.array(z.object({ id: z.string(), text: z.string() })),
  comments: z
    .array(
      z.object({
        id: z.uuid(),
        question: z.string(),
        group: z.int().nullable(),
        text: z.string(),
        suggestions: z
          .array(z.object({ topic: z.string(), because: z.array(z.string()) }))
          .describe("topics that words of the text speak for; a reviewer takes one over, or does not"),
        hints: z.array(z.object({ from: z.int(), to: z.int(), kind: z.enum(["mail", "phone", "name"]) })),
      }),
    )
    .describe("in no order that means anything"),
  reviews: z.array(review),
  release: z.object({ number: z.int(), createdAt: instant }).describe("the newest"),
})
export type ReviewPage = z.infer<typeof reviewPage>

export const seenReviews = z.strictObject({
  changes: z
    .int()
    .min(0)
    .describe(
      "the sum of the revisions of all reviews as whoever publishes has them; refused when one has changed",
    ),
  coding: z
    .int()
    .min(0)
    .optional()
    .describe(
      "publish the shares of coded texts too: how often differences were settled as whoever publishes has it; refused when one has changed. Words of that question cannot be published from then on",
    ),
})

export const published = z.object({ release: z.int(), comments: z.int().describe("texts that it holds") })

export const reviewViews = z.object({
  reviewers: z.array(z.string()),
  views: z.array(z.object({ by: z.string().nullable(), at: instant })).describe("newest first"),
})
export type ReviewViews = z.infer<typeof reviewViews>
