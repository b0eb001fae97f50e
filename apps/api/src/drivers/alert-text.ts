import type { BehindPlan, DriverFit, UnitPrediction } from "@throughline/analysis"
import { periodName } from "@throughline/org"

interface Alert {
  receiver: string
  driver: string
  indicator: { name: string; measure: string }
  outcome: { name: string; measure: string; direction: "higher" | "lower" }
  /** The period foretold from, and the one foretold for. */
  base: string
  period: string
  target: number | null
  deadline: string | null
  behind: BehindPlan
  predictions: readonly UnitPrediction[]
  fit: DriverFit
  labels: ReadonlyMap<number, string>
}

/** Units that a mail names; the page has them all. */
const NAMED = 20

/** What a mail says of units that will likely miss their plan: how far, how sure, and by which figures. */
export function alertText(alert: Alert): { subject: string; paragraphs: string[] } {
  const { receiver, driver, indicator, outcome, base, period, target, deadline, behind, fit, labels } = alert
  const late = alert.predictions.filter(({ unit }) => behind.units.includes(unit))
  const where = late.length === 1 ? `in ${labels.get(late[0]?.unit ?? -1)}` : `in ${late.length} units`
  const gap = gapWords(behind, outcome)
  const mean = late.reduce((sum, one) => sum + one.indicator, 0) / late.length
  const inThem = late.length === 1 ? "in this unit" : "in these units on average"
  const aim = target === null ? "" : ` (target ${figure(target, indicator.measure)}${byWhen(deadline)})`
  const named = late.slice(0, NAMED).map((one) => {
    const [expected, low, high] = [one.expected, one.low, one.high].map((value) => figure(value, ""))
    const plan = figure(one.plan ?? Number.NaN, outcome.measure)
    const outside = one.extrapolated ? "; outside what was seen before, so less sure" : ""
    return `${labels.get(one.unit)}: expected ${expected} (${low} to ${high}), plan ${plan}; ${indicator.name} ${figure(one.indicator, indicator.measure)}${outside}.`
  })
  const more = late.length > NAMED ? [`${late.length - NAMED} more units stand on the page.`] : []
  return {
    subject: `${outcome.name}: likely ${gap.short} in ${periodName(period)} ${where}`,
    paragraphs: [
      `Hello ${receiver},`,
      `${outcome.name}: likely ${gap.long} in ${periodName(period)} ${where}${late.length === 1 ? "" : ", taken together"}.`,
      `${indicator.name} ${inThem}, ${periodName(base)}: ${figure(mean, indicator.measure)}${aim}.`,
      ...named,
      ...more,
      howSure(fit, outcome.measure),
      `The driver is called ${driver}. It says what has gone together so far, and not why.`,
    ],
  }
}

function howSure({ n, units, backTest }: DriverFit, measure: string): string {
  const from = `Foretold from ${n} past figures of ${units} units.`
  const tried =
    backTest === null
      ? ""
      : ` Tried on the past, ${backTest.covered} of ${backTest.of} of its 90% intervals held, and it was off by ${figure(backTest.error, measure)} as a rule; "same as last period" was off by ${figure(backTest.last, measure)}.`
  return `${from}${tried}`
}

/**
 * How far from the plan, as the 90% interval of the mean of these units: in percent of the plan, or in the figure's own
 * measure where a percent of it would mislead.
 */
function gapWords(
  { expected, low, high, plan }: BehindPlan,
  { measure, direction }: Alert["outcome"],
): { short: string; long: string } {
  const isRelative = plan > 0 && !isPercent(measure)
  const worse = direction === "higher" ? "under" : "over"
  const better = direction === "higher" ? "over" : "under"
  const shortfall = (value: number) => {
    const gap = direction === "higher" ? plan - value : value - plan
    return isRelative ? (100 * gap) / plan : gap
  }
  const unit = isPercent(measure) ? " points" : measure === "" ? "" : ` ${measure}`
  // A percent of a plan is told in whole ones, as on the page.
  const size = (gap: number) =>
    plain(isRelative && Math.abs(gap) >= 1 ? Math.round(Math.abs(gap)) : Math.abs(gap))
  const tell = (gap: number) => `${size(gap)}${isRelative ? "%" : unit}`
  const [least, most] = [shortfall(low), shortfall(high)].sort((a, b) => a - b) as [number, number]
  if (least >= 0) {
    const ends = size(least) === size(most) ? tell(most) : `${size(least)}–${tell(most)}`
    return { short: `${ends} ${worse} plan`, long: `${ends} ${worse} plan (90% interval)` }
  }
  const middle = `${tell(shortfall(expected))} ${worse} plan`
  return {
    short: middle,
    long: `${middle} (90% interval: from ${tell(most)} ${worse} to ${tell(least)} ${better} plan)`,
  }
}

const isPercent = (measure: string) => /^(%|percent|per cent|pct)$/i.test(measure.trim())

function byWhen(deadline: string | null): string {
  if (deadline === null) return ""
  const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" })
  return ` by ${day.format(new Date(`${deadline}T00:00:00Z`))}`
}

/** Two digits that count, and all before the point. */
function plain(value: number): string {
  const digits = Math.abs(value) >= 10 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 2 }
  return new Intl.NumberFormat("en", digits).format(value)
}

function figure(value: number, measure: string): string {
  const digits = Math.abs(value) >= 100 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 3 }
  const text = new Intl.NumberFormat("en", digits).format(value)
  if (isPercent(measure)) return `${text}%`
  return measure === "" ? text : `${text} ${measure}`
}
