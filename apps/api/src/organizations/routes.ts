import { Hono } from "hono"
import { z } from "zod"
import type { Env } from "../deps.ts"
import { may } from "../may.ts"
import { body, says } from "../valid.ts"
import { readOrganization } from "./read-organization.ts"
import { saveWords } from "./save-words.ts"
import { strategyWords } from "./schemas.ts"

export const organizations = new Hono<Env>()
  .get(
    "/",
    may("hr"),
    says(
      "The organization and its strategy in words",
      z.object({ name: z.string(), words: strategyWords.nullable() }),
    ),
    async (c) => c.json(await readOrganization(c.var.deps, c.var.session.organizationId), 200),
  )
  .put(
    "/words",
    may("hr"),
    says("Save mission, vision, priorities and decoys", strategyWords),
    body(strategyWords),
    async (c) => c.json(await saveWords(c.var.deps, c.var.session.organizationId, c.req.valid("json")), 200),
  )
