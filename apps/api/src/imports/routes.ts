import { Hono } from "hono"
import { z } from "zod"
import type { Env } from "../deps.ts"
import { may } from "../may.ts"
import { Problem } from "../problem.ts"
import { limitResponseFile } from "../protect.ts"
import { surveyId } from "../surveys/schemas.ts"
import { form, path, says } from "../valid.ts"
import { deleteImport } from "./delete-import.ts"
import { importResponses } from "./import-responses.ts"
import { inWorker } from "./in-worker.ts"
import { previewImport } from "./preview-import.ts"
import { knownTopics } from "./questionnaire-of.ts"
import { describedFile, describeForm, importedSurvey, importForm, importPreview } from "./schemas.ts"

const upload = async ({ file, ...rest }: z.output<typeof importForm>) => ({
  ...rest,
  bytes: new Uint8Array(await file.arrayBuffer()),
})

/** Old answers, one row a person, as a closed survey. */
export const imports = new Hono<Env>()
  .post(
    "/description",
    may("hr"),
    limitResponseFile,
    says("What the columns of a file of old answers hold; nothing is stored", describedFile),
    form(describeForm),
    async (c) => {
      const { file, fileName } = c.req.valid("form")
      const found = await inWorker("describe", { fileName, bytes: new Uint8Array(await file.arrayBuffer()) })
      if ("refused" in found) throw new Problem("import.refused", { detail: found.refused })
      return c.json({ ...found, topics: knownTopics }, 200)
    },
  )
  .post(
    "/preview",
    may("hr"),
    limitResponseFile,
    says("What an import would count, without a figure of it; nothing is stored", importPreview),
    form(importForm),
    async (c) =>
      c.json(
        await previewImport(c.var.deps, c.var.session.organizationId, await upload(c.req.valid("form"))),
        200,
      ),
  )
  .post(
    "/",
    may("hr"),
    limitResponseFile,
    says("Make a closed survey out of a file of old answers, all or nothing", importedSurvey),
    form(importForm),
    async (c) => {
      const { organizationId, userId } = c.var.session
      const file = await upload(c.req.valid("form"))
      return c.json({ survey: await importResponses(c.var.deps, organizationId, file, userId) }, 200)
    },
  )
  .delete(
    "/:survey",
    may("hr"),
    says("Take an imported survey out again, with its results", z.object({})),
    path(surveyId),
    async (c) => {
      await deleteImport(c.var.deps, c.var.session.organizationId, c.req.valid("param").survey)
      return c.json({}, 200)
    },
  )
