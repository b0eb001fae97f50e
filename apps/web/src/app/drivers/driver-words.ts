import type { BackTest, BehindPlan } from "@throughline/analysis"
import { periodName, periodNoun } from "@throughline/org"
import type { DriverBrief, DriverDetail } from "../api.ts"
import { count, counted, percent } from "../format.ts"
import { amount, isPercent, range } from "./amount.ts"
import { refusalText } from "./refusal-words.ts"

/** What a sentence about a prediction is made of. */
export interface Foretelling {
  outcome: { name: string; measure: string; direction: "higher" | "lower" }
  /** The period that is foretold. */
  period: string
  /** Units that something is foretold of. */
  units: number
  hasPlan: boolean
  behind: BehindPlan | null
  /** The lowest and the highest of the predictions' own values. */
  expected: { low: number; high: number }
}

/** What is about to happen, in one sentence that is as sure as its interval. */
export function foretellingSentence(told: Foretelling): string {
  const { outcome, period, units, hasPlan, behind, expected } = told
  const when = periodName(period)
  if (behind !== null)
    return `${outcome.name}: likely ${gap(behind, outcome)} in ${when} in ${behind.units.length} of ${counted(units, "unit", "units")}`
  if (hasPlan) return `No unit is clearly off its plan for ${lowered(outcome.name)} in ${when}`
  return `${outcome.name}: likely ${range(expected.low, expected.high, outcome.measure)} in ${when}, by unit`
}

/** "8 to 14% under plan"; figures of shares and of plans around zero are told as they are. */
function gap(behind: BehindPlan, { measure, direction }: Foretelling["outcome"]): string {
  const { low, high, plan } = behind
  const side = direction === "higher" ? "under" : "over"
  if (isPercent(measure) || plan <= 0)
    return `${range(low, high, measure)} on average, planned ${amount(plan, measure)},`
  // Of the plan, how much is missing or too much at either end of the interval.
  const ends = [low, high].map((end) => Math.round((Math.abs(end - plan) / plan) * 100)).sort((a, b) => a - b)
  const [least = 0, most = 0] = ends
  const isClear = direction === "higher" ? high < plan : low > plan
  if (!isClear) return `${side} plan, by up to ${most}%,`
  return least === most ? `${percent(most)} ${side} plan` : `${least} to ${most}% ${side} plan`
}

/** Where the indicator stands against its target; undefined: there is no target, or no value yet. */
export function targetSentence(driver: {
  indicator: { name: string; measure: string; direction: "higher" | "lower" }
  /** Of the units the prediction speaks of. */
  value: number | null
  period: string
  target: number | null
  /** "2026-09-30" */
  deadline: string | null
  isOver: boolean
  /** "there" or "in all units together" */
  where: string
}): string | undefined {
  const { indicator, value, target, deadline, isOver } = driver
  if (value === null) return undefined
  const now = `${indicator.name}: ${amount(value, indicator.measure)} ${driver.where} in ${periodName(driver.period)}`
  if (target === null) return `${now}.`
  const by = deadline === null ? "" : ` by ${periodName(deadline)}`
  return `${now}; the target ${isOver ? "was" : "is"} ${amount(target, indicator.measure)}${by}.`
}

/** How past predictions fared. */
export function scoreSentence(hits: number, of: number): string {
  if (of === 0) return "No prediction has come due yet, so none could be scored"
  return `Of ${counted(of, "past prediction", "past predictions")} ${hits} lay inside ${of === 1 ? "its" : "their"} 90% interval`
}

/** What the back-test says, and of how many. */
export function backTestSentence(test: BackTest, measure: string, noun: string): string {
  return `Each past ${noun} was foretold from what was known before it: ${counted(test.of, "prediction", "predictions")}. They were wrong by ${amount(test.error, measure)}; “same as last ${noun}” by ${amount(test.last, measure)}, and the KPI's own last value without the indicator by ${amount(test.without, measure)}. Of their 90% intervals ${test.covered} of ${test.of} held what came.`
}

const lowered = (name: string): string =>
  /^\p{Lu}\p{Ll}/u.test(name) ? `${name.charAt(0).toLowerCase()}${name.slice(1)}` : name

/** What the list of drivers comes to. */
export function listHeadline(drivers: readonly Pick<DriverBrief, "state" | "foretold">[]): string {
  const warning = drivers.filter(({ state, foretold }) => state === "published" && foretold?.behind)
  if (warning.length > 0)
    return `${counted(warning.length, "driver foretells", "drivers foretell")} that a plan will likely be missed`
  const published = drivers.filter(({ state }) => state === "published").length
  if (published > 0)
    return `${counted(published, "driver foretells", "drivers foretell")}, and no unit is clearly off its plan`
  return "What is about to happen?"
}

/** Where a driver stands, and whether somebody has to do something. */
export function stateText(
  driver: Pick<
    DriverBrief,
    "state" | "waiting" | "refusals" | "foretold" | "outcome" | "active" | "standing"
  >,
): { text: string; needsYou: boolean } {
  const { state, waiting, refusals, foretold, outcome, active } = driver
  if (!active) return { text: "Switched off: nothing is foretold and nobody is told", needsYou: false }
  if (state === "refused") {
    const missing = refusals.map((refusal) => refusalText(refusal, nounOf(driver.standing.period)))
    return { text: `Refused, so it foretells nothing: ${missing.join("; ")}`, needsYou: false }
  }
  if (state === "waiting" || foretold === null)
    return { text: waitingText[waiting ?? "not-looked-at"], needsYou: waiting === "no-values" }
  const when = periodName(foretold.period)
  return foretold.behind === null
    ? { text: `Published for ${when}`, needsYou: false }
    : { text: `Published: ${lowered(outcome.name)} likely off plan in ${when}`, needsYou: true }
}

/** What the periods of a driver are called, as far as any is known. */
export const nounOf = (period: string | null): string => (period === null ? "period" : periodNoun(period))

const waitingText = {
  "not-looked-at": "Waits to be worked out, which is done every hour",
  "no-values": "No values yet",
  "other-periods": "The two figures are not of one kind of period, so they cannot be fitted",
  inactive: "Switched off: nothing is foretold and nobody is told",
} as const

/** Where the indicator stands against its target; undefined: it has none. */
export function standingText({
  standing,
  indicator,
  target,
  deadline,
}: Pick<DriverBrief, "standing" | "indicator" | "target" | "deadline">): string | undefined {
  if (target === null || standing.value === null || standing.period === null) return undefined
  const by = deadline === null ? "" : ` by ${periodName(deadline)}`
  const there = `${count(standing.unitsThere)} of ${counted(standing.units, "unit", "units")} there`
  const words = { behind: "behind its target", missed: "missed its target", reached: "at its target" }
  const how = standing.state in words ? words[standing.state as keyof typeof words] : "no target"
  return `${indicator.name} ${amount(standing.value, indicator.measure)} in ${periodName(standing.period)}, ${how} of ${amount(target, indicator.measure)}${by}; ${there}`
}

/** The one sentence of a driver: what is about to happen, or that nothing is foretold. */
export function driverHeadline(driver: DriverDetail): string {
  const { state, prediction, outcome, plan } = driver
  if (state !== "published" || prediction === null) return `${driver.name}: nothing is foretold`
  const { units, behind, period } = prediction
  return foretellingSentence({
    ...{ outcome, period, behind, units: units.length, hasPlan: plan !== null },
    expected: {
      low: Math.min(...units.map(({ expected }) => expected)),
      high: Math.max(...units.map(({ expected }) => expected)),
    },
  })
}

/** Where the indicator stood in the units that will likely miss their plan; undefined: there are none. */
export function targetOfPrediction({
  state,
  prediction,
  indicator,
  target,
  deadline,
}: DriverDetail): string | undefined {
  const behind = prediction?.behind
  if (state !== "published" || prediction === null || !behind) return undefined
  const named = new Set(behind.units)
  const values = prediction.units.filter(({ unit }) => named.has(unit)).map((one) => one.indicator)
  return targetSentence({
    ...{ indicator, target, deadline, period: prediction.base },
    value: values.reduce((sum, value) => sum + value, 0) / values.length,
    isOver: deadline !== null && deadline < prediction.madeAt,
    where: values.length === 1 ? "there" : "there on average",
  })
}
