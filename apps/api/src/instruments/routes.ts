import { Hono } from "hono"
import { z } from "zod"
import type { Env } from "../deps.ts"
import { may } from "../may.ts"
import { body, path, query, says } from "../valid.ts"
import { changeDraft } from "./change-draft.ts"
import { createInstrument } from "./create-instrument.ts"
import { exportInstrument } from "./export-instrument.ts"
import { importInstrument } from "./import-instrument.ts"
import { listInstruments } from "./list-instruments.ts"
import { publishVersion } from "./publish-version.ts"
import { readInstrument, readVersion } from "./read-instrument.ts"
import { removeInstrument } from "./remove-instrument.ts"
import {
  draftChange,
  importedInstrument,
  importedSurvey,
  instrumentDetail,
  instrumentPath,
  instrumentSummary,
  newInstrument,
  publication,
  publishedVersion,
  savedDraft,
  versionPath,
  versionQuery,
} from "./schemas.ts"

export const instruments = new Hono<Env>()
  .get(
    "/",
    may("hr"),
    says(
      "All questionnaires: the ready-made ones, then your own",
      z.object({ instruments: z.array(instrumentSummary) }),
    ),
    async (c) =>
      c.json({ instruments: await listInstruments(c.var.deps, c.var.session.organizationId) }, 200),
  )
  .post(
    "/",
    may("hr"),
    says("A copy that can be changed", instrumentDetail, 201),
    body(newInstrument),
    async (c) =>
      c.json(await createInstrument(c.var.deps, c.var.session.organizationId, c.req.valid("json")), 201),
  )
  .post(
    "/import",
    may("hr"),
    says("An own questionnaire from SurveyJS JSON", importedInstrument, 201),
    body(importedSurvey),
    async (c) =>
      c.json(await importInstrument(c.var.deps, c.var.session.organizationId, c.req.valid("json")), 201),
  )
  .get(
    "/:instrument",
    may("hr"),
    says("One questionnaire: its draft, what keeps it from being published, its versions", instrumentDetail),
    path(instrumentPath),
    async (c) => {
      const { instrument } = c.req.valid("param")
      return c.json(await readInstrument(c.var.deps, c.var.session.organizationId, instrument), 200)
    },
  )
  .put(
    "/:instrument",
    may("hr"),
    says("Save the draft", savedDraft),
    path(instrumentPath),
    body(draftChange),
    async (c) => {
      const { instrument } = c.req.valid("param")
      const { organizationId } = c.var.session
      return c.json(await changeDraft(c.var.deps, organizationId, instrument, c.req.valid("json")), 200)
    },
  )
  .delete(
    "/:instrument",
    may("hr"),
    says("Delete a questionnaire that no survey uses", z.object({ deleted: z.literal(true) })),
    path(instrumentPath),
    async (c) => {
      await removeInstrument(c.var.deps, c.var.session.organizationId, c.req.valid("param").instrument)
      return c.json({ deleted: true as const }, 200)
    },
  )
  .post(
    "/:instrument/versions",
    may("hr"),
    says("Publish the draft as the next version", publishedVersion, 201),
    path(instrumentPath),
    body(publication),
    async (c) => {
      const { instrument } = c.req.valid("param")
      const { organizationId } = c.var.session
      const { revision } = c.req.valid("json")
      return c.json(await publishVersion(c.var.deps, organizationId, instrument, revision), 201)
    },
  )
  .get(
    "/:instrument/versions/:version",
    may("hr"),
    says("One published version", publishedVersion),
    path(versionPath),
    async (c) => {
      const { instrument, version } = c.req.valid("param")
      return c.json(await readVersion(c.var.deps, c.var.session.organizationId, instrument, version), 200)
    },
  )
  .get(
    "/:instrument/surveyjs",
    may("hr"),
    says("A version, or the draft, as SurveyJS JSON", z.looseObject({})),
    path(instrumentPath),
    query(versionQuery),
    async (c) => {
      const { instrument } = c.req.valid("param")
      const { version } = c.req.valid("query")
      const { organizationId } = c.var.session
      return c.json(await exportInstrument(c.var.deps, organizationId, instrument, version), 200)
    },
  )
