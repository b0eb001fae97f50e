import { Hono } from "hono"
import { z } from "zod"
import type { Env } from "../deps.ts"
import { may } from "../may.ts"
import { surveyId } from "../surveys/schemas.ts"
import { body, path, query, says } from "../valid.ts"
import { checkMail } from "./check-mail.ts"
import { instanceId } from "./instance.ts"
import { mendAddress } from "./mend-address.ts"
import { planLetters, writeLetters } from "./print-letters.ts"
import { readMail, readSurveyMails } from "./read-mail.ts"
import { sampleMail } from "./sample-mail.ts"
import { saveLinkBase } from "./save-link-base.ts"
import {
  letterPlan,
  letters,
  linkBase,
  mailCheck,
  mailOverview,
  mendedAddress,
  sample,
  sampleQuery,
  surveyMails,
} from "./schemas.ts"

export const mail = new Hono<Env>()
  .get("/", may("hr"), says("How mails are sent, and whom none reached", mailOverview), async (c) =>
    c.json(await readMail(c.var.deps, c.var.session.organizationId), 200),
  )
  .get(
    "/check",
    may("hr"),
    says("Whether mails are likely to arrive, and what to publish", mailCheck),
    async (c) => c.json(await checkMail(c.var.deps), 200),
  )
  .put(
    "/link-base",
    may("hr"),
    says(
      "Let links begin with the organization's own domain, once it leads here",
      z.object({ linkBase: z.string().nullable() }),
    ),
    body(linkBase),
    async (c) =>
      c.json(await saveLinkBase(c.var.deps, c.var.session.organizationId, c.req.valid("json").base), 200),
  )
  .post(
    "/addresses",
    may("hr"),
    says("Mend a person's mail address and send the invitation again", mailOverview),
    body(mendedAddress),
    async (c) => {
      const { organizationId } = c.var.session
      await mendAddress(c.var.deps, organizationId, c.req.valid("json"))
      return c.json(await readMail(c.var.deps, organizationId), 200)
    },
  )
  .get(
    "/preview",
    may("hr"),
    says("A mail of a survey as it goes out, with links that open nothing", sample),
    query(sampleQuery),
    async (c) => {
      const { survey, kind, language } = c.req.valid("query")
      const { organizationId, user } = c.var.session
      const to = { name: user.name, address: user.email }
      const { subject, text, html } = await sampleMail(c.var.deps, organizationId, survey, {
        kind,
        language,
        to,
      })
      return c.json({ subject, text, html }, 200)
    },
  )
  .get(
    "/instance",
    may("anyone"),
    says("Which installation answers here", z.object({ instance: z.string() })),
    (c) => c.json({ instance: instanceId(c.var.deps.keys) }, 200),
  )

/** What of a survey concerns its mails; stands below /api/surveys. */
export const surveyMail = new Hono<Env>()
  .get(
    "/:survey/mails",
    may("hr"),
    says("How the invitations stand, and when reminders went out", surveyMails),
    path(surveyId),
    async (c) =>
      c.json(
        await readSurveyMails(c.var.deps, c.var.session.organizationId, c.req.valid("param").survey),
        200,
      ),
  )
  .get(
    "/:survey/letters",
    may("hr"),
    says("How many people need a letter, and who fetched letters when", letterPlan),
    path(surveyId),
    async (c) =>
      c.json(await planLetters(c.var.deps, c.var.session.organizationId, c.req.valid("param").survey), 200),
  )
  .post(
    "/:survey/letters",
    may("hr"),
    says("The letters with their codes; that you fetched them is noted", letters),
    path(surveyId),
    async (c) => c.json(await writeLetters(c.var.deps, c.var.session, c.req.valid("param").survey), 200),
  )
