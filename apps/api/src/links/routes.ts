import { Hono } from "hono"
import type { Env } from "../deps.ts"
import { may } from "../may.ts"
import { gzipped, takesGzip } from "../releases/gzipped.ts"
import { surveyId } from "../surveys/schemas.ts"
import { path, query, says } from "../valid.ts"
import { packedLinks, readLinks } from "./read-links.ts"
import { readPoints } from "./read-points.ts"
import { readProfile } from "./read-profile.ts"
import { lagQuery, linksSchema, pointsOf, pointsSchema, profileQuery, profileSchema } from "./schemas.ts"

/** Under a survey: whether what its release tells of units goes together with their KPIs. */
export const surveyLinks = new Hono<Env>()
  .get(
    "/:survey/links",
    may("results"),
    says("Every topic with every KPI over units, and all that was left out", linksSchema),
    path(surveyId),
    async (c) => {
      const { deps, session } = c.var
      const { survey } = c.req.valid("param")
      const packed = takesGzip(c) ? await packedLinks(deps, session, survey) : undefined
      if (packed) return gzipped(c, packed)
      return c.json(await readLinks(deps, session, survey), 200)
    },
  )
  .get(
    "/:survey/links/:construct/:kpi",
    may("results"),
    says("One topic and one KPI, unit by unit", pointsSchema),
    path(pointsOf),
    query(lagQuery),
    async (c) => {
      const { lag = 0 } = c.req.valid("query")
      const points = await readPoints(c.var.deps, c.var.session, { ...c.req.valid("param"), lag })
      return c.json(points, 200)
    },
  )

export const kpiProfile = new Hono<Env>().get(
  "/profile",
  may("results"),
  says("One unit: alignment survey by survey beside its KPIs over time", profileSchema),
  query(profileQuery),
  async (c) => c.json(await readProfile(c.var.deps, c.var.session, c.req.valid("query")), 200),
)
