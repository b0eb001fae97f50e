import { Hono } from "hono"
import { z } from "zod"
import type { Env } from "../deps.ts"
import { may } from "../may.ts"
import { readRelease } from "../releases/read-release.ts"
import { releaseSchema } from "../releases/schemas.ts"
import { body, path, query, says } from "../valid.ts"
import { changeSurvey } from "./change-survey.ts"
import { closeSurvey } from "./close-survey.ts"
import { createSurvey } from "./create-survey.ts"
import { cutSurvey } from "./cut-survey.ts"
import { launchSurvey } from "./launch-survey.ts"
import { readParticipation } from "./participation.ts"
import { previewQuestionnaire } from "./preview-questionnaire.ts"
import { listSurveys, readSurvey } from "./read-survey.ts"
import {
  cut,
  language,
  newSurvey,
  participation,
  survey,
  surveyId,
  surveySettings,
  surveySummary,
} from "./schemas.ts"
import { sendTestMail } from "./send-test-mail.ts"

export const surveys = new Hono<Env>()
  .get(
    "/",
    may("hr"),
    says("All surveys, newest first", z.object({ surveys: z.array(surveySummary) })),
    async (c) => c.json({ surveys: await listSurveys(c.var.deps, c.var.session.organizationId) }, 200),
  )
  .post("/", may("hr"), says("A new draft", survey, 201), body(newSurvey), async (c) =>
    c.json(await createSurvey(c.var.deps, c.var.session.organizationId, c.req.valid("json").name), 201),
  )
  .get("/:survey", may("hr"), says("One survey", survey), path(surveyId), async (c) =>
    c.json(await readSurvey(c.var.deps, c.var.session.organizationId, c.req.valid("param").survey), 200),
  )
  .put(
    "/:survey",
    may("hr"),
    says("Change a draft", survey),
    path(surveyId),
    body(surveySettings),
    async (c) =>
      c.json(
        await changeSurvey(
          c.var.deps,
          c.var.session.organizationId,
          c.req.valid("param").survey,
          c.req.valid("json"),
        ),
        200,
      ),
  )
  .get("/:survey/cut", may("hr"), says("How people are cut into cohorts", cut), path(surveyId), async (c) =>
    c.json(await cutSurvey(c.var.deps, c.var.session.organizationId, c.req.valid("param").survey), 200),
  )
  .get(
    "/:survey/preview",
    may("hr"),
    says("The questionnaire as respondents will see it", z.object({ questionnaire: z.looseObject({}) })),
    path(surveyId),
    query(z.object({ language: language.optional() })),
    async (c) => {
      const { organizationId } = c.var.session
      const questionnaire = await previewQuestionnaire(
        c.var.deps,
        organizationId,
        c.req.valid("param").survey,
      )
      return c.json({ questionnaire }, 200)
    },
  )
  .post(
    "/:survey/test-mail",
    may("hr"),
    says("Send the invitation to myself, with a link that opens nothing", z.object({ sentTo: z.string() })),
    path(surveyId),
    body(z.strictObject({ language })),
    async (c) => {
      const sentTo = await sendTestMail(
        c.var.deps,
        c.var.session,
        c.req.valid("param").survey,
        c.req.valid("json").language,
      )
      return c.json({ sentTo }, 200)
    },
  )
  .post(
    "/:survey/launch",
    may("hr"),
    says("Freeze everything and invite", survey),
    path(surveyId),
    async (c) => {
      const { organizationId } = c.var.session
      await launchSurvey(c.var.deps, organizationId, c.req.valid("param").survey)
      return c.json(await readSurvey(c.var.deps, organizationId, c.req.valid("param").survey), 200)
    },
  )
  .get(
    "/:survey/participation",
    may("hr"),
    says("Response rates of the day, rounded", participation),
    path(surveyId),
    async (c) =>
      c.json(
        await readParticipation(c.var.deps, c.var.session.organizationId, c.req.valid("param").survey),
        200,
      ),
  )
  .post(
    "/:survey/close",
    may("hr"),
    says("Close, open the box, release", survey),
    path(surveyId),
    async (c) => {
      const { organizationId } = c.var.session
      await closeSurvey(c.var.deps, organizationId, c.req.valid("param").survey)
      return c.json(await readSurvey(c.var.deps, organizationId, c.req.valid("param").survey), 200)
    },
  )
  .get("/:survey/release", may("hr"), says("The results", releaseSchema), path(surveyId), async (c) =>
    c.json(await readRelease(c.var.deps, c.var.session.organizationId, c.req.valid("param").survey), 200),
  )
