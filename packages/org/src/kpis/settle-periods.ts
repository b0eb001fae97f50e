import type { KpiChoices, KpiFile } from "./kpi-file.ts"
import { dayOf, type Period, type PeriodKind, periodOfDay, periodText } from "./period.ts"
import { isSlashed, readPeriod, type SlashedDate } from "./read-period.ts"

export interface SettledPeriods {
  /** By place in the given texts; undefined: is no period. */
  periods: (Period | undefined)[]
  notes: string[]
  dayFirst: KpiFile["asked"]["dayFirst"]
  periodKind: KpiFile["asked"]["periodKind"]
}

/** What all period texts of a file mean together: the order of day and month, and what a date stands for. */
export function settlePeriods(texts: readonly string[], choices: KpiChoices): SettledPeriods {
  const read = texts.map(readPeriod)
  const slashed = read.filter((period) => period !== undefined && isSlashed(period)) as SlashedDate[]
  const { order, dayFirst } = dateOrder(texts, read, slashed, choices.dayFirst)
  const days = read.map((period) =>
    period !== undefined && isSlashed(period)
      ? order
        ? dayOf(period.year, period.second, period.first)
        : dayOf(period.year, period.first, period.second)
      : period,
  )
  const ordinals = [
    ...new Set(days.flatMap((period) => (period?.kind === "day" ? [period.ordinal] : []))),
  ].sort((a, b) => a - b)
  if (ordinals.length === 0) return { periods: days, notes: [], dayFirst, periodKind: null }
  const { kind, kinds, note } = standFor(ordinals, choices.periodKind)
  const example = texts[days.findIndex((period) => period?.kind === "day")] ?? ""
  return {
    periods: days.map((period) => (period?.kind === "day" ? periodOfDay(period.ordinal, kind) : period)),
    notes: note === null ? [] : [note],
    dayFirst,
    periodKind: kinds.length > 1 ? { example, kinds } : null,
  }
}

/** Whether 3/4/2026 is in April. Other dates of the file may say; else the reading in which all are month ends or starts. */
function dateOrder(
  texts: readonly string[],
  read: readonly (Period | SlashedDate | undefined)[],
  slashed: readonly SlashedDate[],
  chosen: boolean | undefined,
): { order: boolean; dayFirst: KpiFile["asked"]["dayFirst"] } {
  if (slashed.length === 0 || chosen !== undefined) return { order: chosen ?? false, dayFirst: null }
  const sure = texts.flatMap((text) => {
    const [, first, second] = /^\s*(\d{1,2})[/-](\d{1,2})[/-]\d{2,4}/.exec(text) ?? []
    return Number(first) > 12 ? [true] : Number(second) > 12 ? [false] : []
  })
  if (sure.length > 0 && new Set(sure).size === 1) return { order: sure[0] as boolean, dayFirst: null }
  const starts = (dayAt: (date: SlashedDate) => number) => slashed.every((date) => dayAt(date) === 1)
  const [dayFirstStarts, monthFirstStarts] = [starts(({ first }) => first), starts(({ second }) => second)]
  if (dayFirstStarts !== monthFirstStarts && slashed.length > 1)
    return { order: dayFirstStarts, dayFirst: null }
  const at = read.findIndex((period) => period !== undefined && isSlashed(period))
  const { first, second, year } = slashed[0] as SlashedDate
  const told = (day: Period | undefined) => (day === undefined ? "" : periodText(day))
  return {
    order: true,
    dayFirst: {
      example: texts[at] ?? "",
      asDayFirst: told(dayOf(year, second, first)),
      asMonthFirst: told(dayOf(year, first, second)),
    },
  }
}

/** What dates stand for: the longest period of which all of them are the last day, or the first. */
function standFor(
  days: readonly number[],
  chosen: PeriodKind | undefined,
): { kind: PeriodKind; kinds: PeriodKind[]; note: string | null } {
  if (chosen !== undefined) return { kind: chosen, kinds: [], note: null }
  const fits = (["year", "half", "quarter", "month"] as const).filter((kind) => areEnds(days, kind))
  const note = (kind: PeriodKind) =>
    `Dates stand for ${NAMES[kind]}: each is the last or the first day of one.`
  if (days.length > 1 && fits[0] !== undefined) return { kind: fits[0], kinds: [], note: note(fits[0]) }
  // One date alone does not say how long its period is.
  if (fits[0] !== undefined) return { kind: "month", kinds: [...fits.toReversed(), "day"], note: null }
  const isWeekly = days.length > 2 && days.every((day) => (day - (days[0] as number)) % 7 === 0)
  if (isWeekly) return { kind: "week", kinds: [], note: "Dates stand for weeks: they are whole weeks apart." }
  return { kind: "day", kinds: [], note: "Dates stand for days." }
}

const NAMES: Record<PeriodKind, string> = {
  ...{ year: "years", half: "half-years", quarter: "quarters" },
  ...{ month: "months", week: "weeks", day: "days" },
}

function areEnds(days: readonly number[], kind: PeriodKind): boolean {
  const at = (day: number) => periodOfDay(day, kind).ordinal
  return days.every((day) => at(day + 1) !== at(day)) || days.every((day) => at(day - 1) !== at(day))
}
