import { z } from "zod"
import { participation } from "../surveys/schemas.ts"

export const releaseSchema = z.union([
  z.looseObject({ version: z.literal(1) }),
  z.looseObject({ construct: z.string().describe("whose questions these are") }),
])

export const releaseQuery = z.object({
  without: z
    .enum(["items", "units"])
    .optional()
    .describe(
      "leave out the figures of single questions; units: and of all groups but the whole and its layers",
    ),
  items: z.string().max(200).optional().describe("only the figures of this construct's questions"),
})

export const resultList = z.object({
  timeZone: z.string().describe("the organization's, in which dates are said"),
  surveys: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      state: z.enum(["open", "closing", "closed"]),
      outcome: z.enum(["released", "too-few"]).nullable(),
      closesAt: z.iso.datetime().nullable(),
      closedAt: z.iso.datetime().nullable(),
      source: z.enum(["asked", "imported"]),
      unit: z.string().nullable().describe("of a leader: the own unit at launch; null: there was none"),
    }),
  ),
})
export type ResultList = z.infer<typeof resultList>

export const ownProgressSchema = participation.pick({ day: true, firstDay: true, groups: true }).extend({
  own: z.object({ group: z.string(), name: z.string() }).nullable().describe("of a leader: the own unit"),
})
