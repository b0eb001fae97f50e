import type { BackTest, BehindPlan } from "@throughline/analysis"
import { counted, percent } from "../format.ts"
import { periodName } from "../period-name.ts"
import { amount, range } from "./amount.ts"

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
    return `${outcome.name}: likely ${gap(behind, outcome)} in ${when} in ${behind.units.length} of ${counted(units, "unit", "units")}.`
  if (hasPlan) return `No unit is clearly off its plan for ${lowered(outcome.name)} in ${when}.`
  return `${outcome.name}: likely ${range(expected.low, expected.high, outcome.measure)} in ${when}, by unit.`
}

/** "8 to 14% under plan"; figures of shares and of plans around zero are told as they are. */
function gap(behind: BehindPlan, { measure, direction }: Foretelling["outcome"]): string {
  const { low, high, plan } = behind
  const side = direction === "higher" ? "under" : "over"
  if (measure === "%" || plan <= 0)
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
  if (of === 0) return "No prediction has come due yet, so none could be scored."
  return `Of ${counted(of, "past prediction", "past predictions")} ${hits} lay inside ${of === 1 ? "its" : "their"} 90% interval.`
}

/** What the back-test says, and of how many. */
export function backTestSentence(test: BackTest, measure: string, noun: string): string {
  const how =
    test.how === "rolling"
      ? `Each past ${noun} was foretold from what was known before it`
      : "Each unit was foretold from the others"
  return `${how}: ${counted(test.of, "prediction", "predictions")}. They were wrong by ${amount(test.error, measure)}; “same as last ${noun}” by ${amount(test.last, measure)}, and the KPI's own last value without the indicator by ${amount(test.without, measure)}. Of their 90% intervals ${test.covered} of ${test.of} held what came.`
}

const lowered = (name: string): string =>
  /^\p{Lu}\p{Ll}/u.test(name) ? `${name.charAt(0).toLowerCase()}${name.slice(1)}` : name
