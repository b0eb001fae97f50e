import { Hono } from "hono"
import type { Env } from "../deps.ts"
import { may } from "../may.ts"
import { surveyId } from "../surveys/schemas.ts"
import { path, says } from "../valid.ts"
import { listResults } from "./list-results.ts"
import { ownProgress } from "./own-progress.ts"
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
