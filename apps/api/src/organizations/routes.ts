import { Hono } from "hono"
import type { Env } from "../deps.ts"
import { may } from "../may.ts"
import { body, says } from "../valid.ts"
import { readOrganization } from "./read-organization.ts"
import { saveSettings, takeTimeZone } from "./save-settings.ts"
import { saveWords } from "./save-words.ts"
import { firstUse, organization, organizationSettings, strategyWords } from "./schemas.ts"

export const organizations = new Hono<Env>()
  .get(
    "/",
    may("hr"),
    says("The organization, its time zone and its strategy in words", organization),
    async (c) => c.json(await readOrganization(c.var.deps, c.var.session.organizationId), 200),
  )
  .put(
    "/words",
    may("hr"),
    says("Save mission, vision, priorities and decoys", strategyWords),
    body(strategyWords),
    async (c) => c.json(await saveWords(c.var.deps, c.var.session.organizationId, c.req.valid("json")), 200),
  )
  .put(
    "/settings",
    may("hr"),
    says("Save name and time zone", organization),
    body(organizationSettings),
    async (c) =>
      c.json(await saveSettings(c.var.deps, c.var.session.organizationId, c.req.valid("json")), 200),
  )
  .post(
    "/first-use",
    may("hr"),
    says("Take the browser's time zone, unless one has been chosen", organization),
    body(firstUse),
    async (c) =>
      c.json(await takeTimeZone(c.var.deps, c.var.session.organizationId, c.req.valid("json").timeZone), 200),
  )
