import { isFigure } from "@throughline/org"
import { z } from "zod"
import { line } from "../text.ts"

const direction = z.enum(["higher", "lower"]).describe("which way is better")
const role = z.enum(["outcome", "indicator", "plan"])
const kind = z.enum(["year", "half", "quarter", "month", "week", "day"])
const name = line(120).min(1)
const measure = line(40).describe("what it is counted in: EUR, percent, days")

export const kpiBody = z.strictObject({
  name,
  measure: measure.default(""),
  direction,
  role: role.default("outcome"),
  owner: line(120).default("").describe("who answers for it"),
})
export const kpiChange = kpiBody.partial()
export const kpiId = z.object({ kpi: z.uuid() })
export const madeKpi = z.object({ id: z.uuid() })

const state = z
  .enum(["fine", "short", "constant", "empty"])
  .describe("short: fewer than four periods; constant: the same value everywhere and always")

const kpi = z.object({
  id: z.uuid(),
  name: z.string(),
  measure: z.string(),
  direction,
  role,
  owner: z.string(),
  periodKind: kind.nullable().describe("null: has had no value yet"),
  state,
  periods: z.int().describe("with a value"),
  first: z.string().nullable(),
  last: z.string().nullable(),
  values: z.int(),
})
export type Kpi = z.infer<typeof kpi>
export const kpiList = z.object({
  kpis: z.array(kpi),
  units: z.int().describe("labels of units that the caller can see"),
  unmapped: z.int().describe("of them mapped to nothing yet"),
  lastImport: z
    .object({
      fileName: z.string(),
      at: z.string(),
      added: z.int(),
      corrected: z.int(),
      canUndo: z.boolean(),
    })
    .nullable()
    .describe("the last file that was not taken back; null also for whoever is not of HR"),
})

const targetSchema = z.union([
  z.strictObject({ kind: z.literal("unit"), personId: z.uuid() }),
  z.strictObject({ kind: z.literal("department"), department: line(500).min(1) }),
  z.strictObject({ kind: z.literal("whole") }),
  z.strictObject({ kind: z.literal("none") }),
])

const standing = z
  .enum(["fits", "cuts-across", "unmapped", "gone", "not-ours"])
  .describe("on the people of today; gone: what it was mapped to is there no more")

const unit = z.object({
  number: z.int(),
  label: z.string(),
  target: targetSchema.nullable(),
  targetName: z.string().nullable().describe("of the unit or department it is mapped to"),
  standing,
  cutsAcross: z
    .object({ unit: z.string(), share: z.number() })
    .nullable()
    .describe("the unit that has most of the department, and which share of its people"),
  byHand: z.boolean(),
  proposal: z
    .object({ target: targetSchema, name: z.string() })
    .nullable()
    .describe("of a label that is mapped to nothing"),
})
export type KpiUnit = z.infer<typeof unit>

export const kpiUnits = z.object({
  units: z.array(unit),
  targets: z.object({
    units: z.array(z.object({ personId: z.uuid(), name: z.string(), head: z.string() })),
    departments: z.array(z.string()),
  }),
})
export type KpiUnits = z.infer<typeof kpiUnits>
export const unitNumber = z.object({
  number: z.coerce
    .number()
    .int()
    .min(0)
    .max(2 ** 31 - 1),
})
export const unitMapping = z.strictObject({ target: targetSchema.nullable() })

const figure = z.number().nullable()
export const kpiValues = z.object({
  kpi,
  periods: z.array(z.string()).describe("from the first to the last, without gaps"),
  units: z.array(
    z.object({
      number: z.int(),
      label: z.string(),
      targetName: z.string().nullable(),
      standing,
      values: z.array(figure).describe("by period"),
    }),
  ),
})
export type KpiValues = z.infer<typeof kpiValues>

export const kpiChanges = z.object({
  changes: z.array(
    z.object({
      unit: z.string(),
      period: z.string(),
      before: figure,
      after: figure.describe("null: the value was taken away"),
      at: z.string(),
      by: z.string().nullable().describe("name of the member or of the key; null: not known any more"),
      source: z.enum(["file", "key", "keeper", "undo"]),
      fileName: z.string().nullable(),
      undone: z.boolean(),
    }),
  ),
  count: z.int().describe("of all; the newest are listed"),
})
export type KpiChanges = z.infer<typeof kpiChanges>

const json = <S extends z.ZodType>(schema: S) =>
  z
    .string()
    .max(512 * 1024)
    .transform((given, context) => {
      try {
        return JSON.parse(given) as unknown
      } catch {
        context.addIssue({ code: "custom", message: "is no JSON" })
        return z.NEVER
      }
    })
    .pipe(schema)

/** What HR says of a file where it leaves something open. */
const choices = z.strictObject({
  columns: z
    .strictObject({
      unit: z.string().max(500),
      period: z.string().max(500),
      kpi: z.string().max(500),
      value: z.string().max(500),
    })
    .partial()
    .optional()
    .describe("header of each column, when HR corrected what was found"),
  skip: z.array(z.string().max(500)).max(2000).optional().describe("headers of columns that hold no KPI"),
  decimals: z
    .record(z.string().max(500), z.enum(["point", "comma"]))
    .optional()
    .describe("by header: which sign the decimals stand behind"),
  dayFirst: z.boolean().optional().describe("3/4/2026 is the third of April"),
  periodKind: kind.optional().describe("what dates stand for"),
  kpi: name.optional().describe("name of the one KPI of a file that names none"),
})

export const importChecked = z.strictObject({
  file: z.file(),
  fileName: line(255).min(1),
  choices: json(choices).optional().describe("JSON"),
})
export const importForm = importChecked.extend({
  kpis: json(
    z
      .array(z.strictObject({ name, direction, measure: measure.optional(), role: role.optional() }))
      .max(2000),
  )
    .optional()
    .describe("JSON: what is said of the KPIs that are new; of one that is left out the guess holds"),
})
export type ImportChoices = z.infer<typeof choices>
export type NewKpi = {
  name: string
  direction: "higher" | "lower"
  measure?: string | undefined
  role?: "outcome" | "indicator" | "plan" | undefined
}

const issue = z.object({
  code: z.string(),
  row: z.int().nullable().describe("as a spreadsheet numbers it"),
  column: z.string().nullable(),
  message: z.string(),
  repair: z.string().nullable(),
})

const counted = {
  rows: z.int(),
  values: z.int().describe("cells with a number"),
  added: z.int().describe("values where there was none"),
  corrected: z.int().describe("values where there was another one"),
  unchanged: z.int(),
}

export const checkedImport = z.object({
  layout: z.enum(["long", "columns", "wide"]),
  columns: z.record(z.string(), z.string()).describe("which column says what"),
  notes: z.array(z.string()),
  issues: z.array(issue),
  issueCount: z.int(),
  asked: z
    .object({
      decimals: z.array(
        z.object({ column: z.string(), example: z.string(), asPoint: z.number(), asComma: z.number() }),
      ),
      dayFirst: z
        .object({ example: z.string(), asDayFirst: z.string(), asMonthFirst: z.string() })
        .nullable(),
      periodKind: z.object({ example: z.string(), kinds: z.array(kind) }).nullable(),
      kpi: z.boolean().describe("the file does not say which KPI it holds"),
    })
    .describe("what HR has to say before the file can be imported"),
  kpis: z.array(
    z.object({
      name: z.string(),
      id: z.uuid().nullable().describe("null: new"),
      direction: direction.describe("of a new one: a guess"),
      measure: z.string(),
      periodKind: kind,
      first: z.string(),
      last: z.string(),
      periods: z.int(),
      values: z.int(),
      added: z.int(),
      corrected: z.int(),
    }),
  ),
  units: z.array(
    z.object({
      label: z.string(),
      isNew: z.boolean(),
      standing,
      targetName: z.string().nullable().describe("what it is mapped to, or will be by rule"),
    }),
  ),
  corrections: z
    .array(
      z.object({
        kpi: z.string(),
        unit: z.string(),
        period: z.string(),
        before: z.number(),
        after: z.number(),
      }),
    )
    .describe("the first of them"),
  ...counted,
})
export type CheckedImport = z.infer<typeof checkedImport>

export const doneImport = z.object({
  ...counted,
  newKpis: z.int(),
  newUnits: z.int(),
  unmapped: z.array(z.string()).describe("labels of the file that are mapped to nothing"),
  issues: z.array(issue),
  issueCount: z.int(),
})
export type DoneImport = z.infer<typeof doneImport>
export const undoneImport = z.object({ fileName: z.string() })

/** More come in several calls. */
const MOST_ROWS = 20_000

export const pushedRows = z.strictObject({
  values: z
    .array(
      z.strictObject({
        kpi: z.string().min(1).max(200).describe("name or id of a KPI that is there"),
        unit: line(200).min(1).describe("label; one that is new is kept, and told"),
        period: z.string().max(40).describe("2026, 2026-H1, 2026-Q3, 2026-07, 2026-W05 or 2026-07-14"),
        value: z
          .number()
          .refine(isFigure, "is larger or smaller than a figure can be")
          .nullable()
          .describe("null takes the value away"),
      }),
    )
    .min(1)
    .max(MOST_ROWS),
})
export type PushedRows = z.infer<typeof pushedRows>

export const pushed = z.object({
  added: z.int(),
  corrected: z.int(),
  unchanged: z.int(),
  newUnits: z.array(z.string()).describe("labels that were not known before"),
  unmapped: z.array(z.string()).describe("labels of this push that are mapped to nothing yet"),
})
export type Pushed = z.infer<typeof pushed>
