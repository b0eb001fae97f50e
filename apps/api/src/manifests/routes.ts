import { Hono } from "hono"
import type { Env } from "../deps.ts"
import { may } from "../may.ts"
import { surveyId } from "../surveys/schemas.ts"
import { path, says } from "../valid.ts"
import { readBundle } from "./read-bundle.ts"
import { readLeaf, readManifest, readReceipts } from "./read-manifest.ts"
import {
  bundleSchema,
  leafPath,
  manifestPath,
  publicLeaf,
  publicManifest,
  publicReceipts,
} from "./schemas.ts"

/** Frozen at launch or made once at the close; an hour bounds how long a cache may keep what an operator mends. */
const FROZEN = "public, max-age=3600"

/** What everybody may read, with no credentials: a browser that asks for it does not say whose it is. */
export const manifests = new Hono<Env>()
  .get(
    "/:organization/:survey",
    may("anyone"),
    says("What was promised about a survey, and its six words", publicManifest),
    path(manifestPath),
    async (c) => {
      const { organization, survey } = c.req.valid("param")
      const read = await readManifest(c.var.deps, organization, survey)
      return c.json(read, 200, { "Cache-Control": FROZEN })
    },
  )
  .get(
    "/:organization/:survey/leaves/:cohort",
    may("anyone"),
    says("The key of one group, with the proof that it was promised", publicLeaf),
    path(leafPath),
    async (c) => {
      const { organization, survey, cohort } = c.req.valid("param")
      const read = await readLeaf(c.var.deps, organization, survey, Number(cohort))
      return c.json(read, 200, { "Cache-Control": FROZEN })
    },
  )
  .get(
    "/:organization/:survey/receipts",
    may("anyone"),
    says("After the close: the receipts of all answers that were counted, sorted", publicReceipts),
    path(manifestPath),
    async (c) => {
      const { organization, survey } = c.req.valid("param")
      const read = await readReceipts(c.var.deps, organization, survey)
      return c.json(read, 200, { "Cache-Control": FROZEN })
    },
  )

export const surveyBundle = new Hono<Env>().get(
  "/:survey/bundle",
  may("hr"),
  says("Everything that is needed to check a closed survey without trusting this server", bundleSchema),
  path(surveyId),
  async (c) => {
    const { survey } = c.req.valid("param")
    const text = await readBundle(c.var.deps, c.var.session.organizationId, survey)
    return c.body(text, 200, {
      "Content-Type": "application/json",
      "Content-Disposition": `attachment; filename="throughline-bundle-${survey}.json"`,
    })
  },
)
