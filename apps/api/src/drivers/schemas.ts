import { isFigure } from "@throughline/org"
import { z } from "zod"
import { line } from "../text.ts"

const instant = z.iso.datetime()
const finite = z.number()
const nullable = finite.nullable()

const given = {
  name: line(120).min(1),
  indicator: z.uuid().describe("the KPI that leads"),
  outcome: z.uuid().describe("the KPI that it foretells"),
  plan: z.uuid().nullable().describe("what was planned of the KPI; null: no plan"),
  horizon: z.int().min(1).max(24).describe("so many periods ahead"),
  target: nullable.describe("where the indicator is to be"),
  deadline: z.iso.date().nullable(),
  keeper: z.string().min(1).max(100).nullable().describe("the member who enters the indicator's values"),
  receiver: z.string().min(1).max(100).nullable().describe("the member who gets the alert"),
}
export const newDriver = z.strictObject(given)
export type NewDriver = z.infer<typeof newDriver>

/** What is fitted and foretold from stays: another KPI is another driver. */
export const driverChange = z
  .strictObject({
    ...{ name: given.name, plan: given.plan, target: given.target, deadline: given.deadline },
    ...{ keeper: given.keeper, receiver: given.receiver, active: z.boolean() },
  })
  .partial()
export type DriverChange = z.infer<typeof driverChange>

export const driverValues = z.strictObject({
  values: z
    .array(
      z.strictObject({
        unit: z.int().min(0).describe("number of a unit of this driver"),
        period: line(20).min(1).describe("canonical: 2026-Q3, 2026-07 …"),
        value: finite
          .refine(isFigure, "is larger or smaller than a figure can be")
          .nullable()
          .describe("null takes the value away"),
      }),
    )
    .min(1)
    .max(5000),
})
export type DriverValues = z.infer<typeof driverValues>
export const driverFed = z.object({ added: z.int(), corrected: z.int(), unchanged: z.int() })

export const driverId = z.object({ driver: z.uuid() })

const kpi = z.object({
  id: z.uuid(),
  name: z.string(),
  measure: z.string(),
  direction: z.enum(["higher", "lower"]),
})
const person = z.object({ id: z.string(), name: z.string() })

const bounds = { low: finite, high: finite }
const figures = z.object({ constant: finite, indicator: finite, last: finite })
const fit = z.object({
  n: z.int().describe("unit-periods it is fitted on"),
  units: z.int(),
  periods: z.int(),
  explained: nullable,
  shock: finite.describe("how much a whole period differs for all units alike, standard deviation"),
  coefficients: figures,
  errors: figures.nullable(),
  effect: z.object(bounds).nullable().describe("95 % interval of the indicator's coefficient"),
  backTest: z
    .object({
      of: z.int(),
      error: finite.describe("root mean squared error, in the KPI's own unit"),
      last: finite.describe("the same of 'same as last period'"),
      without: finite.describe("the same of the model without the indicator"),
      covered: z.int().describe("of the 90 % intervals"),
    })
    .nullable(),
})

const count = { have: z.int(), need: z.int() }
const refusal = z.discriminatedUnion("reason", [
  z.object({ reason: z.literal("too-few-rows"), ...count }),
  z.object({ reason: z.literal("too-few-units"), ...count }),
  z.object({ reason: z.literal("too-few-periods"), ...count }),
  z.object({ reason: z.literal("constant"), what: z.enum(["indicator", "outcome"]) }),
  z.object({ reason: z.literal("no-spread") }),
  z.object({ reason: z.literal("no-better-than-last-period"), error: finite, last: finite }),
  z.object({
    reason: z.literal("indicator-adds-nothing"),
    ...{ error: finite, without: finite, low: nullable, high: nullable },
  }),
  z.object({ reason: z.literal("interval-misses"), covered: z.int(), of: z.int() }),
])

const behind = z
  .object({
    units: z.array(z.int()).describe("numbers of the units that will likely miss their plan"),
    expected: finite.describe("mean over these units"),
    ...bounds,
    plan: finite,
  })
  .describe("90 % interval of the mean of these units together")

const standing = z.object({
  state: z.enum(["no-target", "no-values", "behind", "reached", "missed"]),
  value: nullable.describe("mean over the units, in the newest period that counts"),
  period: z.string().nullable(),
  unitsThere: z.int().describe("units that are at the target in that period"),
  units: z.int().describe("of so many with a value"),
})

const brief = z.object({
  id: z.uuid(),
  name: z.string(),
  indicator: kpi,
  outcome: kpi,
  plan: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  horizon: z.int(),
  target: nullable,
  deadline: z.iso.date().nullable(),
  keeper: person.nullable(),
  receiver: person.nullable(),
  active: z.boolean(),
  mayFeed: z.boolean().describe("the caller keeps this driver"),
  state: z
    .enum(["waiting", "published", "refused"])
    .describe("waiting: nothing has been worked out yet, or nothing can be (see waiting)"),
  waiting: z.enum(["not-looked-at", "no-values", "other-periods", "inactive"]).nullable(),
  refusals: z.array(refusal),
  standing,
  foretold: z
    .object({ base: z.string(), period: z.string(), madeAt: instant, behind: behind.nullable() })
    .nullable()
    .describe("the prediction that holds"),
})
export type DriverBrief = z.infer<typeof brief>
export const driverList = z.object({ drivers: z.array(brief) })
export type DriverList = z.infer<typeof driverList>

const series = z.array(z.array(nullable)).describe("by period, then by place in `units`")
const prediction = z.object({
  unit: z.int(),
  indicator: finite,
  last: finite,
  expected: finite,
  ...bounds,
  plan: nullable,
  miss: nullable.describe("P(worse than planned)"),
  extrapolated: z.boolean().describe("lies outside what was fitted"),
})
const scored = z.object({
  unit: z.int(),
  expected: finite,
  ...bounds,
  plan: nullable,
  came: nullable.describe("null: has not come yet"),
  inside: z.boolean().nullable(),
})

export const driverDetail = brief.extend({
  units: z.array(z.object({ number: z.int(), label: z.string() })),
  leftOut: z
    .array(z.object({ number: z.int(), label: z.string(), reason: z.enum(["whole", "none"]) }))
    .describe("labels that stand for the whole organization, or are not of it"),
  periods: z.array(z.string()).describe("of all three series"),
  series: z.object({ indicator: series, outcome: series, plan: series.nullable() }),
  overall: z.object({
    indicator: z.array(nullable).describe("mean over the units, by period"),
    outcome: z.array(nullable),
  }),
  fit: fit.nullable(),
  prediction: z
    .object({
      ...{ number: z.int(), base: z.string(), period: z.string(), madeAt: instant },
      ...{ units: z.array(prediction), behind: behind.nullable() },
    })
    .nullable()
    .describe("the one that holds; null: the driver is refused or switched off, or all of it has come"),
  past: z.array(
    z.object({
      ...{ number: z.int(), base: z.string(), period: z.string(), madeAt: instant },
      units: z.array(scored),
      scored: z.int(),
      inside: z.int(),
    }),
  ),
  calibration: z
    .object({
      scored: z.int(),
      inside: z.int(),
      byPeriod: z.array(z.object({ period: z.string(), scored: z.int(), inside: z.int() })),
    })
    .describe("the first prediction of each unit and period, scored when the figure has come"),
  alerts: z.array(
    z.object({
      ...{ period: z.string(), to: z.string(), subject: z.string(), paragraphs: z.array(z.string()) },
      ...{
        madeAt: instant,
        sentAt: instant.nullable().describe("null: the mail server has not taken it yet"),
      },
    }),
  ),
})
export type DriverDetail = z.infer<typeof driverDetail>
