import type { Across, EngagementBeside, Knowing } from "@throughline/analysis"
import { z } from "zod"

const percent = z.number().describe("whole percent")
const estimate = z
  .object({ value: z.number(), low: z.number(), high: z.number() })
  .describe("percent or points, with the ends of a 95% interval")
const bound = z.enum(["at-least", "at-most"]).optional().describe("told only as this bound")
const named = z.object({ id: z.string(), name: z.string() })
const groupFacts = z.object({
  id: z.string(),
  kind: z.enum(["organization", "layer", "unit", "unit-layer", "window", "elsewhere"]),
  name: z.string(),
  parent: z.string().nullable(),
  layer: z.number().nullable(),
  layers: z.tuple([z.number(), z.number()]),
  depth: z.number(),
  respondents: z.number(),
})
const option = z.object({
  id: z.string(),
  text: z.string(),
  official: z.boolean().optional().describe("one of the organization's own"),
})
const choiceQuestion = z.object({
  id: z.string(),
  text: z.string(),
  pick: z.number().describe("how many options a person may choose"),
  options: z.array(option),
})

const knowingGroup = z.object({
  group: z.string(),
  n: z.number().describe("persons who answered, 'cannot say' among them"),
  shown: estimate.describe("percent of those who show it; 'cannot say' shows nothing"),
  shownBound: bound,
  claimed: estimate.nullable().describe("percent who claim it; null: nobody was asked, or it is hidden"),
  claimedBound: bound,
  beyondChance: estimate.describe("0 is what guessing gives, 100 everybody knows"),
  gap: estimate.nullable().describe("claimed less shown, in points"),
  gapBound: bound,
  finding: z.enum(["illusion", "modest", "no-gap", "cannot-tell"]),
})

export const knowingSchema = z.object({
  groups: z.array(groupFacts),
  objectives: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      chance: percent.describe("what guessing gets right, whole percent"),
      claim: named.nullable(),
      groups: z.array(knowingGroup),
    }),
  ),
  choices: z.array(
    choiceQuestion.extend({
      groups: z.array(
        z.object({
          group: z.string(),
          n: z.number().optional().describe("how many chose; left out: it would tell another answer"),
          many: z.literal(true).optional().describe("where n is left out: so many that rounding hides a few"),
          shares: z
            .array(z.number())
            .describe("rounded to steps of five: 5 is less than 7.5, 95 is 92.5 or more"),
        }),
      ),
    }),
  ),
}) satisfies z.ZodType<Knowing>

const extreme = z.object({ group: z.string(), share: percent })
const agreement = z.object({ uniform: z.number(), slightSkew: z.number(), averageDeviation: z.number() })

export const acrossSchema = z.object({
  questions: z.array(
    choiceQuestion.extend({
      reference: z
        .object({
          kind: z.enum(["top", "official"]),
          group: z.string().nullable(),
          shares: z.array(z.number()),
        })
        .nullable()
        .describe("what units are compared with; null: nothing"),
      units: z.array(
        z.object({
          group: z.string(),
          n: z.number().nullable(),
          shares: z.array(z.number()),
          w: z.number().describe("Kendall's W inside the unit"),
          p: z.number().describe("of W, if everybody chose at random"),
          tau: z.number().nullable().describe("Kendall's tau-b with the reference"),
          tauLow: z.number().nullable(),
          tauHigh: z.number().nullable(),
          finding: z.enum(["united-with-top", "united-elsewhere", "scattered", "cannot-tell"]),
          agreement: agreement.nullable().describe("on the message, as the release tells it"),
        }),
      ),
      matrix: z.object({ units: z.array(z.string()), tau: z.array(z.array(z.number().nullable())) }),
      dividing: z
        .array(z.object({ option: z.string(), least: extreme, most: extreme, p: z.number() }))
        .describe("the most divisive first"),
    }),
  ),
  groups: z.array(groupFacts),
}) satisfies z.ZodType<Across>

export const engagementSchema = z.object({
  engagement: named.nullable().describe("null: not asked"),
  alignment: named.nullable().describe("null: not asked"),
  groups: z.array(groupFacts),
  places: z.array(
    z.object({
      group: z.string(),
      engaged: estimate,
      aligned: estimate,
      part: z.enum(["engaged-not-aligned", "aligned-not-engaged", "both-high", "both-low", "near"]),
    }),
  ),
  link: z
    .object({
      units: z.number(),
      depth: z.number(),
      pearson: estimate.describe("Pearson's r over units"),
      finding: z.enum(["together", "apart", "cannot-tell"]),
    })
    .nullable()
    .describe("null: fewer than ten units"),
  units: z.number(),
}) satisfies z.ZodType<EngagementBeside>
