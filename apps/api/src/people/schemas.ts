import type { IssueCode, Repair } from "@throughline/org"
import { z } from "zod"
import { line, text } from "../text.ts"

const fields = [
  "employeeId",
  "email",
  "name",
  "givenName",
  "familyName",
  "managerId",
  "managerEmail",
  "managerName",
  "manager",
  "title",
  "department",
  "location",
  "language",
  "status",
  "endDate",
] as const

/** A field of a form that holds JSON: what it says is checked like any body. */
const json = <S extends z.ZodType>(schema: S, longest: number) =>
  z
    .string()
    .max(longest)
    .transform((given, context) => {
      try {
        return JSON.parse(given) as unknown
      } catch {
        context.addIssue({ code: "custom", message: "is no JSON" })
        return z.NEVER
      }
    })
    .pipe(schema)

/** As the spreadsheet numbers it; a vacant post that a repair made has a negative one. */
const row = z.int32()
const rows = z.array(row).max(200_000)
const manager = row.nullable()
const name = text(32_767)
const print = z.string().max(200).optional()
const repair: z.ZodType<Repair> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("top"), row, print }),
  z.strictObject({ kind: z.literal("set-manager"), rows, manager, print }),
  z.strictObject({ kind: z.literal("drop"), rows, print }),
  z.strictObject({ kind: z.literal("placeholder"), name, rows, manager, print }),
  z.strictObject({ kind: z.literal("stored-manager"), name, rows, manager: row, print }),
  z.strictObject({
    kind: z.literal("keep"),
    code: z.string().max(40) as unknown as z.ZodType<IssueCode>,
    rows,
    print,
  }),
])

/** Of one request; a file of 100,000 people repaired row by row has fewer. */
const REPAIRS = 20_000

/** What a people file is sent with: its bytes as they are on HR's disk, and what HR chose. */
export const peopleForm = z.strictObject({
  file: z.file(),
  fileName: line(255).min(1),
  columns: json(z.partialRecord(z.enum(fields), text(500)), 16 * 1024)
    .optional()
    .describe("JSON: field → header in the file, when HR corrected what was found"),
  repairs: json(z.array(repair).max(REPAIRS), 4 * 1024 * 1024)
    .optional()
    .describe("JSON: the repairs HR clicked, in that order"),
  today: z.iso.date().optional().describe("the day on which HR looked at the file"),
  version: z.coerce
    .number()
    .int()
    .optional()
    .describe("of the stored people HR compared with; refused when they have changed since"),
})

const counts = z.object({
  joined: z.int(),
  left: z.int(),
  moved: z.int().describe("have another manager"),
  attached: z.int().describe("had no manager and have one now"),
  detached: z.int().describe("had a manager and have none now"),
  changed: z.int(),
})

export const importedPeople = z.object({
  people: z.int(),
  layers: z.int(),
  difference: counts,
})
export type ImportedPeople = z.infer<typeof importedPeople>

export const checkedFile = z.object({
  people: z.int(),
  layers: z.array(z.object({ layer: z.int(), people: z.int() })),
  unplaced: z.int(),
  blocked: z.boolean(),
  columns: z.record(z.string(), z.string()),
  issues: z.array(z.unknown()).describe("the first 500, errors first"),
  issueCount: z.int(),
  repairs: z.array(z.unknown()).describe("the repairs given, and whether each still applies"),
  difference: counts.extend({ unchanged: z.int(), rekeyed: z.int() }),
})

export const peopleList = z.object({
  people: z.array(
    z.object({
      id: z.string().describe("the id of the people file"),
      name: z.string(),
      email: z.string().nullable(),
      title: z.string(),
      department: z.string(),
      location: z.string(),
      language: z.string().nullable(),
      managerId: z.string().nullable().describe("their own id: no place in the org chart"),
      layer: z.int().describe("1: at the top; 0: no place in the org chart"),
      active: z.boolean(),
    }),
  ),
  gone: z.int().describe("have left and are kept, in no list, for the survey that invited them"),
  version: z.int().describe("changes with every import and every undo"),
  lastImport: z.object({ fileName: z.string(), people: z.int(), importedAt: z.iso.datetime() }).nullable(),
})
export type PeopleList = z.infer<typeof peopleList>

export const peopleImports = z.object({
  imports: z.array(
    z.object({
      id: z.string(),
      fileName: z.string(),
      people: z.int(),
      layers: z.int().nullable(),
      difference: counts.nullable().describe("null: imported by an earlier version"),
      repairs: z.int(),
      importedAt: z.iso.datetime(),
      importedBy: z.string().nullable(),
      undo: z.boolean().describe("can be undone"),
      undoneAt: z.iso.datetime().nullable(),
      undoneBy: z.string().nullable(),
    }),
  ),
})
export type PeopleImports = z.infer<typeof peopleImports>
