/** How long a period is. A KPI has periods of one kind. */
export type PeriodKind = "year" | "half" | "quarter" | "month" | "week" | "day"

/** `ordinal` counts the periods of a kind without gaps, so the next one is one more. */
export interface Period {
  kind: PeriodKind
  ordinal: number
}

const DAY = 86_400_000
/** Of a year. */
const PARTS = { year: 1, half: 2, quarter: 4, month: 12 } as const

/** The canonical text: 2026, 2026-H1, 2026-Q3, 2026-07, 2026-W05 (ISO), 2026-07-14. */
export function periodText({ kind, ordinal }: Period): string {
  if (kind === "day") return dayText(ordinal)
  if (kind === "week") {
    const year = Number(dayText(ordinal * 7).slice(0, 4))
    return `${year4(year)}-W${two(ordinal - firstWeek(year) + 1)}`
  }
  const parts = PARTS[kind]
  const year = year4(Math.floor(ordinal / parts))
  const part = (ordinal % parts) + 1
  if (kind === "year") return year
  return kind === "month" ? `${year}-${two(part)}` : `${year}-${kind === "half" ? "H" : "Q"}${part}`
}

/** A canonical text → its period; undefined for any other text. Other spellings: readPeriod. */
export function parsePeriod(text: string): Period | undefined {
  const said = /^([1-9]\d{3})(?:-(?:H([12])|Q([1-4])|W(\d\d)|(\d\d)(?:-(\d\d))?))?$/.exec(text)
  if (!said) return undefined
  const [, year = "", half, quarter, week, month, day] = said
  if (half !== undefined) return partOf("half", Number(year), Number(half))
  if (quarter !== undefined) return partOf("quarter", Number(year), Number(quarter))
  if (week !== undefined) return weekOf(Number(year), Number(week))
  if (day !== undefined) return dayOf(Number(year), Number(month), Number(day))
  return month === undefined ? partOf("year", Number(year), 1) : partOf("month", Number(year), Number(month))
}

/** The period `by` later (earlier, when negative) than the one with this canonical text. */
export function nextPeriod(text: string, by = 1): string | undefined {
  const period = parsePeriod(text)
  return period && periodText({ kind: period.kind, ordinal: period.ordinal + by })
}

/** The period of a kind in which a date falls. @param date begins with YYYY-MM-DD */
export function periodOf(date: string, kind: PeriodKind): Period | undefined {
  const day = parsePeriod(date.slice(0, 10))
  return day?.kind === "day" ? periodOfDay(day.ordinal, kind) : undefined
}

/** @param day ordinal of a day */
export function periodOfDay(day: number, kind: PeriodKind): Period {
  if (kind === "day") return { kind, ordinal: day }
  // Day 0 was a Thursday: the Thursday of week n is day 7n.
  if (kind === "week") return { kind, ordinal: Math.floor((day + TO_THURSDAY) / 7) }
  const [year = 0, month = 1] = dayText(day).split("-").map(Number)
  const parts = PARTS[kind]
  return { kind, ordinal: year * parts + Math.floor(((month - 1) * parts) / 12) }
}

/** A part of a year, counted from 1; undefined when the year has no such part. */
export function partOf(kind: keyof typeof PARTS, year: number, part: number): Period | undefined {
  const parts = PARTS[kind]
  const isReal = isYear(year) && Number.isInteger(part) && part >= 1 && part <= parts
  return isReal ? { kind, ordinal: year * parts + part - 1 } : undefined
}

/** A week as ISO 8601 counts them; undefined when the year has no such week. */
export function weekOf(year: number, week: number): Period | undefined {
  if (!isYear(year) || !Number.isInteger(week) || week < 1) return undefined
  const ordinal = firstWeek(year) + week - 1
  return ordinal < firstWeek(year + 1) ? { kind: "week", ordinal } : undefined
}

export function dayOf(year: number, month: number, day: number): Period | undefined {
  if (!isYear(year) || !(month >= 1 && month <= 12)) return undefined
  const time = new Date(Date.UTC(year, month - 1, day))
  const isReal = time.getUTCMonth() === month - 1 && time.getUTCDate() === day
  return isReal ? { kind: "day", ordinal: time.getTime() / DAY } : undefined
}

/** Days from a week's Monday to its Thursday, which says whose year it is. */
const TO_THURSDAY = 3

/** The week with the 4th of January. */
function firstWeek(year: number): number {
  return Math.floor((Date.UTC(year, 0, 4) / DAY + TO_THURSDAY) / 7)
}

/** Nobody keeps a KPI of another age; a wrong cell is more likely. */
const isYear = (year: number) => Number.isInteger(year) && year >= 1900 && year <= 2200

const dayText = (day: number) => new Date(day * DAY).toISOString().slice(0, 10)
const two = (part: number) => String(part).padStart(2, "0")
const year4 = (year: number) => String(year).padStart(4, "0")
