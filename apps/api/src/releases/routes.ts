import { Hono } from "hono"
import type { Env } from "../deps.ts"
import { may } from "../may.ts"
import { surveyId } from "../surveys/schemas.ts"
import { path, says } from "../valid.ts"
import { derived } from "./derived.ts"
import { acrossSchema, engagementSchema, knowingSchema } from "./derived-schemas.ts"
import { gzipped, takesGzip } from "./gzipped.ts"
import { listResults } from "./list-results.ts"
import { ownProgress } from "./own-progress.ts"
import { packedRelease } from "./packed-release.ts"
import { readReleaseAs } from "./read-release-as.ts"
import { ownProgressSchema, resultList } from "./schemas.ts"

export const results = new Hono<Env>()
  .get("/", may("results"), says("Surveys the caller can look at, newest first", resultList), async (c) =>
    c.json(await listResults(c.var.deps, c.var.session), 200),
  )
  .get(
    "/:survey/progress",
    may("progress"),
    says("Rounded response rates: a leader's own unit, or everything for HR", ownProgressSchema),
    path(surveyId),
    async (c) => c.json(await ownProgress(c.var.deps, c.var.session, c.req.valid("param").survey), 200),
  )

/** Under a survey: what is worked out of its newest release, for a leader of the part that lies in the own unit. */
export const surveyResults = new Hono<Env>()
  .get(
    "/:survey/knowing",
    may("results"),
    says("Who knows the mission and the priorities beside who claims to", knowingSchema),
    path(surveyId),
    async (c) => {
      const { deps, session } = c.var
      const { survey } = c.req.valid("param")
      const packed = takesGzip(c)
        ? await packedRelease(deps, session, survey, { derived: "knowing" })
        : undefined
      if (packed) return gzipped(c, packed)
      return c.json(derived.knowing(await readReleaseAs(deps, session, survey)), 200)
    },
  )
  .get(
    "/:survey/across",
    may("results"),
    says("Which units agree inside, with the top group, and with each other", acrossSchema),
    path(surveyId),
    async (c) => {
      const { deps, session } = c.var
      const { survey } = c.req.valid("param")
      const packed = takesGzip(c)
        ? await packedRelease(deps, session, survey, { derived: "across" })
        : undefined
      if (packed) return gzipped(c, packed)
      return c.json(derived.across(await readReleaseAs(deps, session, survey)), 200)
    },
  )
  .get(
    "/:survey/engagement",
    may("results"),
    says("Engagement beside alignment, by layer and unit", engagementSchema),
    path(surveyId),
    async (c) => {
      const { deps, session } = c.var
      const { survey } = c.req.valid("param")
      const packed = takesGzip(c)
        ? await packedRelease(deps, session, survey, { derived: "engagement" })
        : undefined
      if (packed) return gzipped(c, packed)
      return c.json(derived.engagement(await readReleaseAs(deps, session, survey)), 200)
    },
  )
