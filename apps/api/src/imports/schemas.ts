import { responseLimits } from "@throughline/org"
import { z } from "zod"
import { line, text } from "../text.ts"

const header = text(600).min(1)
const topicId = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/, "small letters, digits and hyphens")

const place = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("units"),
    layer: z
      .strictObject({ column: header, order: z.array(text(200)).max(responseLimits.layers) })
      .nullable()
      .describe("its values from the top layer down; null: the file knows no layers"),
    units: z.array(header).max(responseLimits.unitColumns).describe("the outermost first"),
  }),
  z.strictObject({ kind: z.literal("managers"), manager: header }),
])

const responseMapping = z.strictObject({
  place,
  person: header.nullable(),
  items: z
    .array(
      z.strictObject({ column: header, construct: topicId, text: line(600).min(1), reverse: z.boolean() }),
    )
    .max(responseLimits.items),
  answers: z
    .record(text(200), z.int().min(0).max(5).nullable())
    .describe("what a text means: 1 to 5, 0 cannot say, null not answered"),
})

/** The date, the name and the rules of the survey that is made. */
export const importSettings = z.strictObject({
  name: line(120).min(1),
  closedOn: z.iso
    .date()
    .refine((day) => day >= "1900-01-01", "is too long ago")
    .describe("the last day on which people could answer"),
  k: z.int().min(5).max(100),
  asked: z.int().min(0).max(10_000_000).describe("people who were asked; fewer than rows: as many as rows"),
  topics: z.array(z.strictObject({ id: topicId, name: line(120).min(1) })).max(40),
  mapping: responseMapping,
})
export type ImportSettings = z.infer<typeof importSettings>

/** Bytes of the settings as JSON. */
const SETTINGS = 200_000

const settings = z
  .string()
  .max(SETTINGS)
  .transform((given, context) => {
    try {
      return JSON.parse(given) as unknown
    } catch {
      context.addIssue({ code: "custom", message: "is no JSON" })
      return z.NEVER
    }
  })
  .pipe(importSettings)

export const describeForm = z.strictObject({ file: z.file(), fileName: line(255).min(1) })
export const importForm = describeForm.extend({ settings })

const refusedRows = z.array(
  z.object({ why: z.string(), rows: z.int(), first: z.array(z.int()).describe("row numbers") }),
)

export const describedFile = z.object({
  rows: z.int(),
  columns: z.array(
    z.object({
      header: z.string(),
      filled: z.int(),
      numbers: z
        .object({ count: z.int(), least: z.number(), most: z.number(), whole: z.boolean() })
        .nullable(),
      values: z
        .array(z.object({ value: z.string(), rows: z.int() }))
        .nullable()
        .describe("null: too many"),
      role: z.enum(["layer", "unit", "person", "manager", "item", "none"]),
      text: z.string(),
    }),
  ),
  topics: z.array(z.object({ id: z.string(), name: z.string() })).describe("known from other surveys"),
})
export type DescribedFile = z.infer<typeof describedFile>

export const importPreview = z.object({
  refused: z.string().nullable().describe("why nothing can be counted; null: it can"),
  people: z.int(),
  refusedCount: z.int(),
  refusedRows,
  notes: z.array(z.string()),
  layers: z.array(z.object({ name: z.string(), people: z.int(), told: z.boolean() })),
  units: z.object({ told: z.int(), hidden: z.int() }),
  smallest: z.int().describe("people in the smallest group that answers are stored under"),
  beside: z.int().describe("surveys of the same questions at about the same time, which hide figures"),
})
export type ImportPreview = z.infer<typeof importPreview>

export const importedSurvey = z.object({ survey: z.uuid() })
