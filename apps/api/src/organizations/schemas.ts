import { z } from "zod"
import { line, text } from "../text.ts"
import { timeZone } from "../time-zone.ts"

const words = text(600).trim()

/** What HR fills in about the strategy. Whether it is usable is decided by the instrument's own `checkWords`. */
export const strategyWords = z.strictObject({
  mission: words,
  missionDecoys: z.array(words).max(8),
  vision: words,
  priorities: z.array(words).max(8),
  priorityDecoys: z.array(words).max(12),
})

export const organization = z.object({
  name: z.string(),
  timeZone: z.string().describe("IANA name; every date that people read is said in it"),
  timeZoneChosen: z.boolean().describe("false: nobody has looked at the time zone yet"),
  words: strategyWords.nullable(),
})

export const organizationSettings = z.strictObject({ name: line(120).min(1), timeZone })
export type OrganizationSettings = z.infer<typeof organizationSettings>

export const firstUse = z.strictObject({ timeZone })
