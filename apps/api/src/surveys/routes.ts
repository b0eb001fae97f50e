import { Hono } from "hono"
import { z } from "zod"
import type { Session } from "../auth/session.ts"
import type { Deps, Env } from "../deps.ts"
import { recoverSealingKey } from "../keys/recover-sealing-key.ts"
import { takeRecoveryShares } from "../keys/take-recovery-shares.ts"
import { tryRecoveryShares } from "../keys/try-recovery-shares.ts"
import { may } from "../may.ts"
import { gzipped, takesGzip } from "../releases/gzipped.ts"
import { packedRelease, partOf } from "../releases/packed-release.ts"
import { readReleaseAs } from "../releases/read-release-as.ts"
import { releaseQuery, releaseSchema } from "../releases/schemas.ts"
import { body, path, query, says } from "../valid.ts"
import { changeSurvey } from "./change-survey.ts"
import { agreeToEarlyClose, askEarlyClose, declineEarlyClose, finishClose } from "./close-early.ts"
import { copySurvey } from "./copy-survey.ts"
import { createSurvey } from "./create-survey.ts"
import { cutSurvey } from "./cut-survey.ts"
import { deleteDraft } from "./delete-draft.ts"
import { extendSurvey } from "./extend-survey.ts"
import { launchSurvey } from "./launch-survey.ts"
import { readParticipation } from "./participation.ts"
import { previewQuestionnaire } from "./preview-questionnaire.ts"
import { listSurveys, readSurvey } from "./read-survey.ts"
import { scheduleLaunch, unscheduleLaunch } from "./schedule-launch.ts"
import {
  cut,
  extension,
  language,
  launchSchedule,
  newSurvey,
  participation,
  recoveryShares,
  type Survey,
  survey,
  surveyId,
  surveySettings,
  surveySummary,
  twoShares,
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
    c.json(await asSeenBy(c.var, c.req.valid("param").survey), 200),
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
      return c.json(await asSeenBy(c.var, c.req.valid("param").survey), 200)
    },
  )
  .post(
    "/:survey/recovery-shares",
    may("hr"),
    says("A new sealing key for a draft, as three shares that are answered once", recoveryShares, 201),
    path(surveyId),
    async (c) => {
      const { organizationId } = c.var.session
      const id = c.req.valid("param").survey
      return c.json({ shares: await takeRecoveryShares(c.var.deps, organizationId, id) }, 201)
    },
  )
  .post(
    "/:survey/recovery-trial",
    may("hr"),
    says("Put two recovery shares in again before the launch", survey),
    path(surveyId),
    body(twoShares),
    async (c) => {
      const id = c.req.valid("param").survey
      const { shares } = c.req.valid("json")
      await tryRecoveryShares(c.var.deps, c.var.session.organizationId, id, shares)
      return c.json(await asSeenBy(c.var, id), 200)
    },
  )
  .post(
    "/:survey/recovery",
    may("hr"),
    says("Bring the lost sealing key of an open survey back from two shares", survey),
    path(surveyId),
    body(twoShares),
    async (c) => {
      const id = c.req.valid("param").survey
      const { shares } = c.req.valid("json")
      await recoverSealingKey(c.var.deps, c.var.session.organizationId, id, shares)
      return c.json(await asSeenBy(c.var, id), 200)
    },
  )
  .delete(
    "/:survey",
    may("hr"),
    says("Delete a draft", z.object({ deleted: z.literal(true) })),
    path(surveyId),
    async (c) => {
      await deleteDraft(c.var.deps, c.var.session.organizationId, c.req.valid("param").survey)
      return c.json({ deleted: true as const }, 200)
    },
  )
  .post(
    "/:survey/copies",
    may("hr"),
    says("A new draft with the settings of this survey", survey, 201),
    path(surveyId),
    body(newSurvey),
    async (c) => {
      const { organizationId } = c.var.session
      const { name } = c.req.valid("json")
      return c.json(await copySurvey(c.var.deps, organizationId, c.req.valid("param").survey, name), 201)
    },
  )
  .put(
    "/:survey/launch-schedule",
    may("hr"),
    says("Let a draft launch by itself", survey),
    path(surveyId),
    body(launchSchedule),
    async (c) => {
      const id = c.req.valid("param").survey
      await scheduleLaunch(c.var.deps, c.var.session, id, c.req.valid("json").launchAt)
      return c.json(await asSeenBy(c.var, id), 200)
    },
  )
  .delete(
    "/:survey/launch-schedule",
    may("hr"),
    says("Take the scheduled launch back", survey),
    path(surveyId),
    async (c) => {
      const id = c.req.valid("param").survey
      await unscheduleLaunch(c.var.deps, c.var.session.organizationId, id)
      return c.json(await asSeenBy(c.var, id), 200)
    },
  )
  .post(
    "/:survey/extension",
    may("hr"),
    says("Close an open survey later", survey),
    path(surveyId),
    body(extension),
    async (c) => {
      const id = c.req.valid("param").survey
      const { closesAt } = c.req.valid("json")
      await extendSurvey(c.var.deps, c.var.session.organizationId, id, closesAt)
      return c.json(await asSeenBy(c.var, id), 200)
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
    "/:survey/early-close",
    may("hr"),
    says("Ask for an early close, which another HR member has to agree to", survey),
    path(surveyId),
    async (c) => {
      const id = c.req.valid("param").survey
      await askEarlyClose(c.var.deps, c.var.session, id)
      return c.json(await asSeenBy(c.var, id), 200)
    },
  )
  .post(
    "/:survey/early-close/agreement",
    may("hr"),
    says("Agree to what another HR member asked for: close, open the box, release", survey),
    path(surveyId),
    async (c) => {
      const id = c.req.valid("param").survey
      await agreeToEarlyClose(c.var.deps, c.var.session, id)
      return c.json(await asSeenBy(c.var, id), 200)
    },
  )
  .delete(
    "/:survey/early-close",
    may("hr"),
    says("Decline an early close, or take back one's own request", survey),
    path(surveyId),
    async (c) => {
      const id = c.req.valid("param").survey
      await declineEarlyClose(c.var.deps, c.var.session, id)
      return c.json(await asSeenBy(c.var, id), 200)
    },
  )
  .post(
    "/:survey/close",
    may("hr"),
    says("End a close that is due or has begun: open the box, release", survey),
    path(surveyId),
    async (c) => {
      const id = c.req.valid("param").survey
      await finishClose(c.var.deps, c.var.session.organizationId, id)
      return c.json(await asSeenBy(c.var, id), 200)
    },
  )
  .get(
    "/:survey/release",
    may("results"),
    says("The results, whole, or without single questions, or those of one construct", releaseSchema),
    path(surveyId),
    query(releaseQuery),
    async (c) => {
      const { deps, session } = c.var
      const { survey: id } = c.req.valid("param")
      const part = c.req.valid("query")
      const packed = takesGzip(c) ? await packedRelease(deps, session, id, part) : undefined
      if (packed) return gzipped(c, packed)
      return c.json(partOf(await readReleaseAs(deps, session, id), part), 200)
    },
  )

/** What a member sees of a survey depends on who asked to close it. */
function asSeenBy({ deps, session }: { deps: Deps; session: Session }, surveyId: string): Promise<Survey> {
  return readSurvey(deps, session.organizationId, surveyId, session.userId)
}
