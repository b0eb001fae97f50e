import { z } from "zod"
import { line } from "../text.ts"

/** ISO 8601 instant in UTC. */
export const instant = z.iso.datetime()
export const language = z.enum(["en", "ar"])
export const surveyId = z.object({ survey: z.uuid() })

export const surveySummary = z.object({
  id: z.uuid(),
  name: z.string(),
  state: z.enum(["draft", "open", "closing", "closed"]),
  closesAt: instant.nullable(),
  launchedAt: instant.nullable(),
  closedAt: instant.nullable(),
  outcome: z.enum(["released", "too-few"]).nullable(),
  invited: z.int().describe("people invited; before launch, people who would be"),
})
export type SurveySummary = z.infer<typeof surveySummary>

export const audience = z.strictObject({
  departments: z.array(line(500)).min(1).nullable().describe("null: every department"),
  layers: z.int().min(1).max(50).nullable().describe("only the first so many layers; null: all"),
})
export type Audience = z.infer<typeof audience>

export const survey = surveySummary.extend({
  k: z.int().describe("smallest group that is ever shown"),
  audience,
  languages: z.array(language),
  ready: z.object({ people: z.boolean(), words: z.boolean() }),
  closeProblem: z
    .enum(["key-missing"])
    .nullable()
    .optional()
    .describe("only while closing: what keeps the close from ending; null: nothing known, close again"),
  promise: z
    .array(z.string())
    .describe("the promise to every respondent, in plain sentences with this survey's numbers"),
})
export type Survey = z.infer<typeof survey>

export const newSurvey = z.strictObject({ name: line(120).min(1) })

export const surveySettings = z.strictObject({
  name: line(120).min(1),
  k: z.int().min(5).max(100),
  audience,
  languages: z.array(language).min(1),
  closesAt: instant,
})
export type SurveySettings = z.infer<typeof surveySettings>

export const cut = z.object({
  refused: z.object({ people: z.int(), minimum: z.int() }).nullable(),
  invited: z.int(),
  noEmail: z.int().describe("invited people without a mail address: they cannot answer in this version"),
  cohorts: z.array(
    z.object({
      id: z.int(),
      name: z.string(),
      layers: z.tuple([z.int(), z.int()]),
      size: z.int(),
      kind: z.enum(["pure", "mixed", "top"]),
      merged: z.string().nullable().describe("why teams were put together, in plain words"),
    }),
  ),
  nodes: z.array(
    z.object({
      id: z.int(),
      parent: z.int().describe("-1: at the top"),
      layer: z.int(),
      people: z.int().describe("people of this node itself, without those below"),
      cohort: z.int().nullable().describe("null: not invited"),
      name: z.string(),
    }),
  ),
})
export type Cut = z.infer<typeof cut>

export const participation = z.object({
  day: z.iso.date().describe("the day these figures were made; they are renewed once a day"),
  mails: z.object({ queued: z.int(), sent: z.int(), failed: z.int() }),
  groups: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(["organization", "layer", "unit"]),
      name: z.string(),
      layer: z.int().nullable(),
      invited: z.int().describe("people of the group"),
      covered: z.int().describe("those of them whom the rate counts: mixed cohorts belong to no layer"),
      rate: z
        .int()
        .nullable()
        .describe(
          "percent, rounded to 5; 10 means 10 or less, 90 means 90 or more; null: group too small to say",
        ),
    }),
  ),
})
export type Participation = z.infer<typeof participation>
