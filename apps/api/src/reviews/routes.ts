import { Hono } from "hono"
import { z } from "zod"
import type { Env } from "../deps.ts"
import { may } from "../may.ts"
import { surveyId } from "../surveys/schemas.ts"
import { body, path, says } from "../valid.ts"
import { readCoding } from "./coding/read-coding.ts"
import { saveCode, settleCode } from "./coding/save-code.ts"
import { codingView, newCode, newSettled } from "./coding/schemas.ts"
import { nameReviewers, readReviewers } from "./name-reviewers.ts"
import { publishComments } from "./publish-comments.ts"
import { readComments, readReviews } from "./read-comments.ts"
import { readViews } from "./read-views.ts"
import { saveReview } from "./save-review.ts"
import {
  chosenReviewers,
  newReview,
  published,
  review,
  reviewers,
  reviewList,
  reviewPage,
  reviewViews,
  seenReviews,
} from "./schemas.ts"

const commentId = surveyId.extend({ comment: z.uuid() })

export const reviews = new Hono<Env>()
  .get(
    "/:survey/reviewers",
    may("hr"),
    says("Who reads the comments, and who could", reviewers),
    path(surveyId),
    async (c) =>
      c.json(await readReviewers(c.var.deps, c.var.session.organizationId, c.req.valid("param").survey), 200),
  )
  .put(
    "/:survey/reviewers",
    may("hr"),
    says("Name who reads the comments, before the launch", reviewers),
    path(surveyId),
    body(chosenReviewers),
    async (c) => {
      const { organizationId } = c.var.session
      const { chosen } = c.req.valid("json")
      return c.json(await nameReviewers(c.var.deps, organizationId, c.req.valid("param").survey, chosen), 200)
    },
  )
  .get(
    "/:survey/review-views",
    may("hr"),
    says("Who has looked at the comments, and when", reviewViews),
    path(surveyId),
    async (c) =>
      c.json(await readViews(c.var.deps, c.var.session.organizationId, c.req.valid("param").survey), 200),
  )
  .get(
    "/:survey/comments",
    may("review"),
    says("What people wrote, for the reviewers named before the launch; noted", reviewPage),
    path(surveyId),
    async (c) => c.json(await readComments(c.var.deps, c.var.session, c.req.valid("param").survey), 200),
  )
  .get(
    "/:survey/comments/reviews",
    may("review"),
    says("What the reviewers have said of the comments so far", reviewList),
    path(surveyId),
    async (c) =>
      c.json({ reviews: await readReviews(c.var.deps, c.var.session, c.req.valid("param").survey) }, 200),
  )
  .put(
    "/:survey/comments/:comment/review",
    may("review"),
    says("Code, redact, release or keep back one comment", review),
    path(commentId),
    body(newReview),
    async (c) => {
      const { survey, comment } = c.req.valid("param")
      return c.json(await saveReview(c.var.deps, c.var.session, survey, comment, c.req.valid("json")), 200)
    },
  )
  .get(
    "/:survey/comments/coding",
    may("review"),
    says("Where the coding of priorities in own words stands, for one of the two coders", codingView),
    path(surveyId),
    async (c) => c.json(await readCoding(c.var.deps, c.var.session, c.req.valid("param").survey), 200),
  )
  .put(
    "/:survey/comments/:comment/code",
    may("review"),
    says("What a text is about, in one coder's eyes", codingView),
    path(commentId),
    body(newCode),
    async (c) => {
      const { survey, comment } = c.req.valid("param")
      const { code } = c.req.valid("json")
      return c.json(await saveCode(c.var.deps, c.var.session, survey, comment, code), 200)
    },
  )
  .put(
    "/:survey/comments/:comment/settled-code",
    may("review"),
    says("What stands where the two coders differ", codingView),
    path(commentId),
    body(newSettled),
    async (c) => {
      const { survey, comment } = c.req.valid("param")
      return c.json(await settleCode(c.var.deps, c.var.session, survey, comment, c.req.valid("json")), 200)
    },
  )
  .post(
    "/:survey/comments/releases",
    may("review"),
    says("A new release with the comments that were let out", published, 201),
    path(surveyId),
    body(seenReviews),
    async (c) => {
      const { survey } = c.req.valid("param")
      return c.json(await publishComments(c.var.deps, c.var.session, survey, c.req.valid("json")), 201)
    },
  )
