import { attributeColumns } from "@throughline/instrument"
import { z } from "zod"

const column = z.enum(attributeColumns)

export const chosenAttribute = z.strictObject({ chosen: column.nullable().describe("null: none is asked") })

export const attribute = z.object({
  chosen: column.nullable(),
  columns: z
    .array(
      z.object({
        column,
        values: z
          .array(
            z.object({
              value: z.string().nullable().describe('null: "Other", values that too few people have'),
              people: z.int().describe("invited people"),
            }),
          )
          .describe("as they would be asked"),
        joined: z.object({ people: z.int(), values: z.int() }).describe('what "Other" would stand for'),
        none: z.int().describe("invited people of whom the people file says nothing"),
        refused: z.enum(["too-few", "too-many"]).nullable().describe("why it cannot be asked"),
      }),
    )
    .describe("of a draft: what could be asked; none after the launch"),
})
export type Attribute = z.infer<typeof attribute>
