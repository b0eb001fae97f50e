import type { Manifest } from "@throughline/ballot"
import type { Language, Questionnaire } from "@throughline/instrument"
import { z } from "zod"
import { instant, language } from "../surveys/schemas.ts"

interface Common {
  organization: { id: string; name: string }
  survey: { id: string; name: string; closesAt: string | null }
}

/** What GET /api/invitation answers. A link that is used or late still says whose it was. */
export type OpenedInvitation =
  | (Common & {
      state: "open"
      cohort: { id: number; invited: number }
      hasReports: boolean
      languages: Language[]
      /** The language HR's file gives for this person, else the survey's first. */
      language: Language
      questionnaire: Questionnaire
      manifest: Manifest
    })
  | (Common & { state: "answered" | "closed" })

const common = z.object({
  organization: z.object({ id: z.uuid(), name: z.string() }),
  survey: z.object({ id: z.uuid(), name: z.string(), closesAt: instant.nullable() }),
})

export const invitationSchema = z.discriminatedUnion("state", [
  common.extend({
    state: z.literal("open"),
    cohort: z.object({ id: z.int(), invited: z.int() }),
    hasReports: z.boolean(),
    languages: z.array(language),
    language,
    questionnaire: z.looseObject({}),
    manifest: z.looseObject({}),
  }),
  common.extend({ state: z.enum(["answered", "closed"]) }),
])
