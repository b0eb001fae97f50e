import { publishedFields } from "@throughline/org"
import { z } from "zod"
import { line, text } from "../text.ts"

const columns = z.partialRecord(z.enum(publishedFields), text(500))

const yes = z
  .enum(["true", "false"])
  .transform((said) => said === "true")
  .optional()

const file = {
  file: z.file(),
  fileName: line(255).min(1),
  topFirst: yes.describe("the layer with the smallest number is the highest"),
  columns: z
    .string()
    .max(8 * 1024)
    .transform((given, context) => {
      try {
        return JSON.parse(given) as unknown
      } catch {
        context.addIssue({ code: "custom", message: "is no JSON" })
        return z.NEVER
      }
    })
    .pipe(columns)
    .optional()
    .describe("JSON: field → header, when HR corrected what was found; several for percent, joined by +"),
}

export const publishedCheckForm = z.strictObject(file)
export const publishedForm = z.strictObject({
  ...file,
  name: line(120).min(1),
  whose: z
    .enum(["own", "others"])
    .describe("the organization's own earlier surveys, or what others published"),
  source: text(500).min(1).describe("who published it, where, under which licence"),
  limits: text(1000).describe("what it cannot say"),
})

const issue = z.object({
  code: z.string(),
  row: z.int().nullable().describe("as a spreadsheet numbers it"),
  column: z.string().nullable(),
  message: z.string(),
  repair: z.string().nullable(),
})

export const checkedTable = z.object({
  kind: z.enum(["layers", "units"]),
  columns,
  rows: z.int().describe("that count"),
  rounding: z.number().describe("points that a percent may be off"),
  notes: z.array(z.string()),
  issues: z.array(issue),
  issueCount: z.int(),
  waves: z.array(z.string()),
  groups: z
    .array(z.object({ group: z.string().nullable(), levels: z.array(z.string()) }))
    .describe("what the layers are of, and the layers from the top down"),
  questions: z.int(),
})

const table = z.object({
  id: z.uuid(),
  name: z.string(),
  whose: z.enum(["own", "others"]),
  source: z.string(),
  limits: z.string(),
  kind: z.enum(["layers", "units"]),
  fileName: z.string(),
  rows: z.int(),
  refused: z.int(),
  rounding: z.number(),
  addedAt: z.iso.datetime(),
})
export const publishedTables = z.object({ tables: z.array(table) })
export type PublishedTables = z.infer<typeof publishedTables>

export const publishedTable = table.extend({
  questions: z.array(z.object({ number: z.int(), question: z.string() })),
})
export type PublishedTable = z.infer<typeof publishedTable>

export const keptTable = z.object({ id: z.uuid() })

const asked = {
  group: z.string().nullable(),
  wave: z.string().nullable(),
  question: z.string(),
  code: z.string().nullable(),
}
const interval = z.tuple([z.number(), z.number()]).describe("95 %, percent points")

export const publishedQuestion = z.object({
  question: z.string(),
  figures: z.array(
    z.object({
      ...asked,
      level: z.string(),
      order: z.number().nullable(),
      respondents: z.int(),
      percent: z.number(),
      interval,
    }),
  ),
  steps: z.array(
    z.object({
      ...asked,
      from: z.string().describe("the lower layer"),
      to: z.string().describe("the next higher one"),
      drop: z.number().describe("points: the higher layer less the lower one"),
      interval,
      p: z.number().describe("two-sided; below 1e-300 it is told as 1e-300"),
      finding: z.enum(["largest-drop", "drop", "rise", "flat", "unclear"]),
    }),
  ),
  missing: z.array(z.object({ ...asked, level: z.string() })),
})
export type PublishedQuestion = z.infer<typeof publishedQuestion>

export const tableId = z.object({ table: z.uuid() })
export const questionOf = tableId.extend({ number: z.coerce.number().int().min(1).max(100_000) })
