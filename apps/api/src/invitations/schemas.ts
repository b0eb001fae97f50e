import type { CohortLeaf, Manifest } from "@throughline/ballot"
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
      /** The person's cohort, its place in the manifest's tree, and the proof that it stands there. */
      leaf: CohortLeaf
      index: number
      proof: string[]
      hasReports: boolean
      languages: Language[]
      /** The language HR's file gives for this person, else the survey's first. */
      language: Language
      questionnaire: Questionnaire
      /** What the people file says of this person, by question: at most the one about the person. */
      filledIn: Record<string, string>
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
    leaf: z.object({
      id: z.int(),
      label: z.string(),
      invited: z.int(),
      key: z.object({ n: z.string(), e: z.string() }),
    }),
    index: z.int().describe("the leaf's place in the tree of the manifest"),
    proof: z.array(z.string()).describe("hashes from the leaf to the manifest's root"),
    hasReports: z.boolean(),
    languages: z.array(language),
    language,
    questionnaire: z.looseObject({}),
    filledIn: z
      .record(z.string(), z.string())
      .describe("what the people file says of this person, for the question about it; only to begin with"),
    manifest: z.looseObject({}),
  }),
  common.extend({ state: z.enum(["answered", "closed"]) }),
])
