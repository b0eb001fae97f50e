import { languages } from "@throughline/instrument"
import { z } from "zod"
import { instrumentSummary, instrumentVersion } from "../instruments/schemas.ts"
import { line } from "../text.ts"
import { trusteeStanding } from "../trustees/schemas.ts"

/** ISO 8601 instant in UTC. */
export const instant = z.iso.datetime()
export const language = z.enum(languages)
export const surveyId = z.object({ survey: z.uuid() })

export const surveySummary = z.object({
  id: z.uuid(),
  name: z.string(),
  state: z.enum(["draft", "open", "closing", "closed"]),
  launchAt: instant.nullable().describe("of a draft: when it is meant to open; null: when it is launched"),
  scheduled: z.boolean().describe("it launches by itself at launchAt"),
  launchFault: z.string().nullable().describe("why the scheduled launch did not happen"),
  closesAt: instant.nullable(),
  closeAsked: z.boolean().describe("somebody asks to close it early; another HR member has to agree"),
  launchedAt: instant.nullable(),
  closedAt: instant.nullable(),
  outcome: z.enum(["released", "too-few"]).nullable(),
  invited: z.int().describe("people invited; before launch, people who would be"),
  source: z
    .enum(["asked", "imported"])
    .describe("imported: answers given elsewhere, confidential, under no promise of a sealed ballot"),
})
export type SurveySummary = z.infer<typeof surveySummary>

export const audience = z.strictObject({
  departments: z.array(line(500)).min(1).nullable().describe("null: every department"),
  layers: z.int().min(1).max(50).nullable().describe("only the first so many layers; null: all"),
})
export type Audience = z.infer<typeof audience>

/** Invitations go out over so many minutes. */
const mailSpreadMinutes = z.int().min(0).max(1440)
/** Days before the close on which those who have not answered are reminded. */
const reminders = z.strictObject({
  days: z
    .array(z.int().min(1).max(60))
    .max(5)
    .refine((days) => new Set(days).size === days.length, "has the same day twice"),
})

/** Length of the keys that sign ballots. Nobody has to open them later: 2048 is enough for the weeks of a survey. */
const signingBits = z.union([z.literal(2048), z.literal(3072)])

export const survey = surveySummary.extend({
  timeZone: z.string().describe("the organization's; every date is said in it"),
  mailSpreadMinutes: z.int(),
  reminders: z.object({ days: z.array(z.int()) }),
  testedAt: instant.nullable().describe("when a test mail was last sent"),
  promisedClosesAt: instant
    .nullable()
    .describe("the close that was promised first; null: it has never been extended"),
  latestClose: instant.nullable().describe("how far it may be extended; null: it is not open"),
  earlyClose: z
    .object({ by: z.string().nullable(), at: instant, mine: z.boolean() })
    .nullable()
    .describe("who asks to close early; by is null when that account is gone"),
  otherHr: z
    .int()
    .describe("other HR members who could agree to an early close: of HR since before the launch"),
  k: z.int().describe("smallest group that is ever shown"),
  audience,
  languages: z.array(language),
  instrument: instrumentSummary
    .pick({ id: true, name: true, languages: true, items: true, minutes: true, needsWords: true })
    .extend({ version: z.int() })
    .describe("the questionnaire that is asked, and which version of it"),
  sealing: z
    .enum(["server", "trustees"])
    .describe("who holds the key: the server, with recovery shares, or three trustees"),
  trustees: z.array(trusteeStanding).describe("how far the trustees are; none when the server holds the key"),
  recovery: z.object({
    takenAt: instant.nullable().describe("when the recovery shares of the sealing key were last taken"),
    triedAt: instant.nullable().describe("when two of them were put in again; null: it cannot be launched"),
    missingSince: instant
      .nullable()
      .describe("since when the sealing key cannot be read; null: it can, or it is not needed any more"),
  }),
  reviewers: z
    .array(z.string())
    .describe("names of those who read the comments after the close; none: nobody does"),
  ready: z.object({
    people: z.boolean(),
    words: z.boolean().describe("there are words of the strategy, or the questionnaire needs none"),
    instrument: z.boolean().describe("the questionnaire is complete in all languages of the survey"),
  }),
  signingBits,
  words: z
    .array(z.string())
    .nullable()
    .describe("the promise as six words, to compare with what respondents see; null: not launched"),
  keys: z
    .object({ made: z.int(), needed: z.int() })
    .nullable()
    .describe("of a draft: keys that sign ballots, one a cohort, made in advance; null: launched"),
  closeProblem: z
    .enum(["key-missing"])
    .nullable()
    .optional()
    .describe("only while closing: what keeps the close from ending; null: nothing known, close again"),
  closePercent: z
    .int()
    .nullable()
    .optional()
    .describe("only while closing: how much of the results is computed; null: no close at work says so"),
  imported: z
    .object({ fileName: z.string(), people: z.int(), refused: z.int(), importedAt: instant })
    .nullable()
    .describe("of an imported survey: the file; null: it was asked here"),
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
  launchAt: instant
    .nullable()
    .optional()
    .describe("left out: stays as it is; while the launch is scheduled nothing changes it"),
  mailSpreadMinutes: mailSpreadMinutes.optional().describe("left out: stays as it is"),
  reminders: reminders.optional().describe("left out: stay as they are"),
  signingBits: signingBits.optional().describe("left out: stays as it is; at first 2048"),
  instrument: instrumentVersion.optional().describe("left out: stays as it is; at first alignment-core 1"),
})
export type SurveySettings = z.infer<typeof surveySettings>

export const launchSchedule = z.strictObject({ launchAt: instant })
const share = z.string().trim().min(1).max(200)
export const recoveryShares = z.object({
  shares: z
    .tuple([z.string(), z.string(), z.string()])
    .describe("three; any two of them bring the key back. Answered once, kept nowhere"),
})
export const twoShares = z.strictObject({ shares: z.tuple([share, share]) })
export const extension = z.strictObject({ closesAt: instant })

export const cut = z.object({
  refused: z.object({ people: z.int(), minimum: z.int() }).nullable(),
  invited: z.int(),
  noEmail: z.int().describe("invited people without a mail address: they get a printed letter"),
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
  day: z.iso.date().describe("the day (UTC) these figures were made; they are renewed once a day"),
  firstDay: z.iso
    .date()
    .describe("the day (UTC) of the first picture: none is made of the hours right after the launch"),
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
