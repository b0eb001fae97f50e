import { type Instrument, languages as known } from "@throughline/instrument"
import { z } from "zod"
import { line } from "../text.ts"

const language = z.enum(known)
const instrumentId = z.string().regex(/^[a-z0-9-]{1,40}$/)
const revision = z.int().min(0)
export const instrumentPath = z.object({ instrument: instrumentId })
export const versionPath = instrumentPath.extend({ version: z.coerce.number().int().min(1) })
export const versionQuery = z.object({ version: z.coerce.number().int().min(1).optional() })

/** In a survey's settings: which version of which instrument it asks. */
export const instrumentVersion = z.strictObject({ id: instrumentId, version: z.int().min(1) })

/** What a list and a survey say of an instrument. */
export const instrumentSummary = z.object({
  id: instrumentId,
  name: z.string(),
  version: z.int().nullable().describe("the newest that can be used; null: nothing published yet"),
  languages: z.array(language).describe("those in which nothing is missing"),
  items: z.int().describe("questions"),
  minutes: z.int().describe("an estimate"),
  needsWords: z.boolean().describe("asks about mission or priorities in the organization's words"),
  readyMade: z.boolean(),
  changed: z.boolean().describe("the draft has changes that are in no version"),
  surveys: z.array(z.string()).describe("names of the surveys that use any version of it"),
})
export type InstrumentSummary = z.infer<typeof instrumentSummary>

export const newInstrument = z.strictObject({
  from: instrumentId.nullable().describe("the instrument that is copied; null: begin with nothing"),
  name: line(120).min(1),
})

export const importedSurvey = z.strictObject({
  name: line(120).min(1).optional().describe("else the survey's own title"),
  survey: z.unknown().describe("SurveyJS JSON"),
})

/** Its shape is the instrument package's `instrumentSchema`; here it is read as any object, so that faults are said there. */
const instrumentBody = z.custom<Instrument>(
  (value) => typeof value === "object" && value !== null,
  "not an object",
)

export const draftChange = z.strictObject({ revision, body: z.looseObject({}) })
export const publication = z.strictObject({ revision })

const fault = z.object({ path: z.string(), message: z.string() })

export const instrumentDetail = z.object({
  id: instrumentId,
  readyMade: z.boolean(),
  revision: revision.describe(
    "of the draft; a change names the one it was made to. 0: ready-made, cannot be changed",
  ),
  changedAt: z.iso.datetime().nullable(),
  body: instrumentBody,
  faults: z.array(fault).describe("what keeps the draft from being published"),
  languages: z.array(language).describe("those in which nothing is missing"),
  minutes: z.int(),
  versions: z.array(z.object({ version: z.int(), publishedAt: z.iso.datetime().nullable() })),
  changed: z.boolean().describe("the draft has changes that are in no version"),
  surveys: z
    .array(z.object({ name: z.string(), version: z.int() }))
    .describe("the surveys that use it, and which version: it cannot be deleted while there are any"),
})
export type InstrumentDetail = z.infer<typeof instrumentDetail>

export const importedInstrument = instrumentDetail.extend({
  notes: z
    .array(z.object({ path: z.string(), property: z.string(), message: z.string() }))
    .describe("what was left out, or is asked in another way"),
})
export type ImportedInstrument = z.infer<typeof importedInstrument>

export const savedDraft = instrumentDetail.omit({ body: true, versions: true, surveys: true })
export type SavedDraft = z.infer<typeof savedDraft>

export const publishedVersion = z.object({
  version: z.int(),
  publishedAt: z.iso.datetime().nullable(),
  body: instrumentBody,
})
export type PublishedVersion = z.infer<typeof publishedVersion>
