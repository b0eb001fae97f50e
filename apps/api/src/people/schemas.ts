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

export const peopleFile = z.strictObject({
  fileName: line(255).min(1),
  text: z
    .string()
    .max(32 * 1024 * 1024)
    .refine((file) => !file.includes("\0") && file.isWellFormed(), "is not a text file"),
  columns: z
    .partialRecord(z.enum(fields), text(500))
    .optional()
    .describe("field → header in the file, when HR corrected what was found"),
})
export type PeopleUpload = z.infer<typeof peopleFile>

export const peopleList = z.object({
  people: z.array(
    z.object({
      id: z.string().describe("the id of the people file"),
      name: z.string(),
      email: z.string().nullable(),
      title: z.string(),
      department: z.string(),
      managerId: z.string().nullable(),
      layer: z.int().describe("1: at the top; 0: no place in the org chart"),
      active: z.boolean(),
    }),
  ),
  lastImport: z.object({ fileName: z.string(), people: z.int(), importedAt: z.iso.datetime() }).nullable(),
})
export type PeopleList = z.infer<typeof peopleList>
