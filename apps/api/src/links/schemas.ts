import type { LinkPair } from "@throughline/analysis"
import { z } from "zod"

const ends = { low: z.number(), high: z.number() }
const interval = z.object(ends).nullable()
const named = { id: z.string(), name: z.string() }

const pair = z.object({
  construct: z.string(),
  kpi: z.string(),
  lag: z.number().describe("in the KPI's periods: 1 is the KPI one period after the survey"),
  n: z.number().describe("unit-periods with both values"),
  units: z.number().describe("different units among them"),
  pearson: z.number().nullable().describe("null: fewer than ten units, or one side does not vary"),
  interval: interval.describe("95%"),
  spearman: z.number().nullable(),
  spearmanInterval: interval,
  p: z.number().nullable().describe("by permuting whole units"),
  pAdjusted: z.number().nullable().describe("Holm over all topics, KPIs and lags"),
  q: z.number().nullable().describe("orders the list, and nothing else"),
  finding: z.enum(["link", "no-evidence", "cannot-tell"]),
  detectable: z.number().nullable().describe("the smallest correlation that so many units would have shown"),
  influence: z
    .object({ ...ends, fragile: z.boolean(), unit: z.number() })
    .nullable()
    .describe("with each unit left out in turn; unit: place in the list of units"),
  weighted: z.object({ r: z.number(), effective: z.number() }).nullable(),
  besideSize: z.object({ r: z.number(), ...ends }).nullable(),
  underHead: z.object({ r: z.number(), units: z.number() }).nullable(),
  disattenuated: z.number().nullable().describe("if perfectly measured"),
  way: z.enum(["better-with-better", "better-with-worse"]).nullable(),
}) satisfies z.ZodType<LinkPair>

const correlation = z.object({ r: z.number(), ...ends }).nullable()
const direction = z.enum(["higher", "lower"]).describe("which is better")
const kpi = { ...named, measure: z.string(), direction }

export const linksSchema = z.object({
  survey: z.object(named),
  waves: z
    .array(z.object({ survey: z.string(), name: z.string(), closedAt: z.string() }))
    .describe("surveys that are used, the oldest first"),
  lags: z.array(z.number()),
  constructs: z.array(
    z.object({
      ...named,
      kind: z.enum(["composite", "construct"]),
      told: z.number().describe("units of this survey of which the mean is told"),
      hidden: z.number(),
      bound: z.number().describe("units of which only 'at least' or 'at most' is told"),
      reliability: z.number().nullable().describe("mean over the units that are used"),
    }),
  ),
  kpis: z.array(
    z.object({
      ...kpi,
      state: z.enum(["linked", "short", "refused"]).describe("short: fewer than ten units have both values"),
      refused: z
        .enum(["empty", "constant", "unmapped", "cuts-across", "elsewhere", "no-period"])
        .nullable()
        .describe("elsewhere: its units are not in this survey; no-period: none near a survey"),
      periods: z.number(),
      first: z.string().nullable(),
      last: z.string().nullable(),
      units: z.number().describe("units that can be used with at least one topic"),
      labels: z.object({
        used: z.number(),
        unmapped: z.number(),
        notOurs: z.number(),
        whole: z.number().describe("of the whole organization, which is no unit among others"),
        cutsAcross: z.number(),
        elsewhere: z.number().describe("the head's unit is not in this survey's results"),
        twice: z.number().describe("units with two values of one period"),
      }),
    }),
  ),
  pairs: z.array(pair),
  needed: z
    .array(z.object({ r: z.number(), units: z.number() }))
    .describe("how many units would show such a correlation in a family of so many pairs, with 80% power"),
  units: z.array(z.object({ group: z.string(), name: z.string() })),
  left: z.object({
    total: z.number().describe("units of this survey"),
    used: z.number(),
    hidden: z.number().describe("nothing is told of them"),
    bound: z.number().describe("told as a bound only"),
    noValue: z.number().describe("no KPI has a value of them"),
    overlapping: z.number().describe("around or inside units that are used"),
    moved: z.number().describe("of earlier surveys: other units stood inside them then"),
    surveys: z
      .object({ imported: z.number(), otherQuestions: z.number(), noTeam: z.number() })
      .describe("other surveys that are not used"),
  }),
  labels: z.object({
    unmapped: z.array(z.string()),
    cutsAcross: z.array(
      z.object({
        label: z.string(),
        unit: z.string().nullable().describe("the unit that fits best"),
        share: z.number().nullable().describe("how far it does"),
      }),
    ),
  }),
  engagement: z
    .object({
      engagement: z.object(named),
      alignment: z.object(named),
      kpis: z.array(
        z.object({
          kpi: z.string(),
          units: z.number(),
          n: z.number(),
          engaged: correlation,
          aligned: correlation,
        }),
      ),
    })
    .nullable()
    .describe(
      "both with each KPI on the same units, in the period of the survey; null: engagement was not asked",
    ),
})
export type Links = z.infer<typeof linksSchema>

const tellable = z
  .object({
    mean: z.number(),
    bound: z.enum(["at-least", "at-most"]).nullable(),
    n: z.number(),
    interval: interval.describe("null: not told, or everybody answered"),
  })
  .describe("as the results tell it")

export const pointsSchema = z.object({
  construct: z.object(named),
  kpi: z.object(kpi),
  lag: z.number(),
  points: z.array(
    z.object({
      group: z.string(),
      name: z.string(),
      survey: z.string(),
      closedAt: z.string(),
      x: z.number().describe("mean of the topic, as the results tell it"),
      interval,
      n: z.number().describe("persons behind the mean"),
      y: z.number().describe("the KPI"),
      period: z.string(),
      most: z.boolean().describe("of the unit without which the correlation changes most"),
    }),
  ),
  band: z
    .array(z.object({ x: z.number(), y: z.number(), ...ends }))
    .describe("the line through the points and its 95% band, from left to right; empty below ten units"),
  left: z.object({ hidden: z.number(), bound: z.number(), noValue: z.number(), overlapping: z.number() }),
})
export type Points = z.infer<typeof pointsSchema>

export const profileSchema = z.object({
  unit: z.object({ group: z.string(), name: z.string() }),
  measures: z
    .array(
      z.object({
        ...named,
        waves: z.array(
          z.object({
            survey: z.string(),
            name: z.string(),
            closedAt: z.string(),
            told: tellable.nullable().describe("null: hidden, or not asked"),
            hidden: z.enum(["too-few", "not-asked", "earlier-survey", "no-unit"]).nullable(),
          }),
        ),
      }),
    )
    .describe("alignment, and engagement where it was asked"),
  kpis: z.array(
    z.object({
      ...kpi,
      label: z.string().describe("as the KPI's files call the unit"),
      values: z.array(z.object({ period: z.string(), value: z.number().nullable() })),
    }),
  ),
})
export type Profile = z.infer<typeof profileSchema>

export const pointsOf = z.object({
  survey: z.uuid(),
  construct: z.string().min(1).max(200),
  kpi: z.uuid(),
})
export const lagQuery = z.object({ lag: z.coerce.number().int().min(-1).max(1).optional() })
export const profileQuery = z.object({ survey: z.uuid(), group: z.string().min(1).max(200) })
