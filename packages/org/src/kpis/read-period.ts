import { monthNamed, plainDate } from "../end-date.ts"
import { dayOf, type Period, parsePeriod, partOf, weekOf } from "./period.ts"

/** Words for parts of a year without accents and in lower case, in six languages. */
const QUARTER = "q|qtr|quarter|quartal|quart|t|trim|trimestre|trimester|c|ceyrek|الربع|ربع"
const HALF = "h|hy|hj|half|halbjahr|half year|s|sem|semestre|semester|yariyil|yari yil|النصف|نصف"
const WEEK = "w|wk|cw|kw|week|woche|kalenderwoche|semaine|semana|hafta|الاسبوع|اسبوع"
const MONTH = "m|month|monat|mois|mes|ay|الشهر|شهر"
const ARABIC_ORDINALS = ["الاول", "الثاني", "الثالث", "الرابع"]

const YEAR = "(?:fy|gj|cy)?\\s?('?\\d{2}|\\d{4})"
/** Between a part and its year. */
const GAP = "[\\s./_,'-]*(?:of |de |del |du )?"
const ORDINAL = "(?:st|nd|rd|th|er|eme|e|º|o|\\.)?"

const forms = (words: string, digits: string) => [
  new RegExp(`^(?:${words})\\.?\\s?(${digits})${GAP}${YEAR}$`),
  new RegExp(`^(${digits})${ORDINAL}\\s?(?:${words})\\.?${GAP}${YEAR}$`),
]
const yearFirst = (words: string, digits: string) => [
  new RegExp(`^${YEAR}${GAP}(?:${words})\\.?\\s?(${digits})$`),
  new RegExp(`^${YEAR}${GAP}(${digits})${ORDINAL}\\s?(?:${words})\\.?$`),
]
const PARTS = (
  [
    ["quarter", QUARTER, "[1-4]"],
    ["half", HALF, "[12]"],
    ["week", WEEK, "\\d{1,2}"],
    ["month", MONTH, "\\d{1,2}"],
  ] as const
).map(([kind, words, digits]) => ({ kind, last: forms(words, digits), first: yearFirst(words, digits) }))

/** A date whose order of day and month is not said by its form. */
export interface SlashedDate {
  first: number
  second: number
  year: number
}

/** A text as people and systems write a period → the period; a date may be either of two days. */
export function readPeriod(text: string): Period | SlashedDate | undefined {
  const plain = plainPeriod(text)
  return parsePeriod(plain.toUpperCase()) ?? readPart(plain) ?? readMonth(plain) ?? readDay(plain)
}

export function isSlashed(period: Period | SlashedDate): period is SlashedDate {
  return "first" in period
}

/** Lower case, western digits, plain hyphens, one blank between words. */
function plainPeriod(text: string): string {
  let plain = plainDate(text)
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/\s+/g, " ")
  ARABIC_ORDINALS.forEach((word, at) => {
    plain = plain.replace(word, String(at + 1))
  })
  return plain.trim()
}

function readPart(text: string): Period | undefined {
  for (const { kind, last, first } of PARTS) {
    for (const form of last) {
      const [, part, year] = form.exec(text) ?? []
      if (part !== undefined) return made(kind, year, part)
    }
    for (const form of first) {
      const [, year, part] = form.exec(text) ?? []
      if (part !== undefined) return made(kind, year, part)
    }
  }
  const [, year] = /^(?:fy|gj|cy|year|jahr|annee|ano|yil|سنه|عام)\s?('?\d{2}|\d{4})$/.exec(text) ?? []
  if (year !== undefined) return made("year", year, "1")
  const [, plain] = /^(\d{4})(?:\.0+)?$/.exec(text) ?? []
  return plain === undefined ? undefined : partOf("year", Number(plain), 1)
}

function made(
  kind: "year" | "half" | "quarter" | "month" | "week",
  year = "",
  part: string,
): Period | undefined {
  return kind === "week" ? weekOf(fullYear(year), Number(part)) : partOf(kind, fullYear(year), Number(part))
}

function readMonth(text: string): Period | undefined {
  const numbers =
    /^(\d{1,2})[./-](\d{4})$/.exec(text) ??
    flipped(/^(\d{4})[./-](\d{1,2})$/.exec(text) ?? /^(\d{4})(\d\d)$/.exec(text))
  if (numbers) return partOf("month", Number(numbers[2]), Number(numbers[1]))
  const named =
    /^(\p{L}{2,12})\.?[\s./,'-]*(?:de |del )?('?\d{2}|\d{4})$/u.exec(text) ??
    flipped(/^(\d{4})[\s./,-]*(\p{L}{3,12})\.?$/u.exec(text))
  if (!named) return undefined
  const month = monthNamed(named[1])
  return month === 0 ? undefined : partOf("month", fullYear(named[2]), month)
}

function flipped(found: RegExpExecArray | null): [string, string, string] | null {
  return found && [found[0], found[2] ?? "", found[1] ?? ""]
}

function readDay(text: string): Period | SlashedDate | undefined {
  const iso =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ].*)?$/.exec(text) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(text)
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const dots = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4}|\d\d)(?: .*)?$/.exec(text)
  if (dots) return dayOf(fullYear(dots[3]), Number(dots[2]), Number(dots[1]))
  const slashes = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d\d)(?: .*)?$/.exec(text)
  if (slashes) {
    const [first, second, year] = [Number(slashes[1]), Number(slashes[2]), fullYear(slashes[3])]
    if (first > 12) return dayOf(year, second, first)
    if (second > 12) return dayOf(year, first, second)
    if (first === second) return dayOf(year, first, second)
    return dayOf(year, first, second) && { first, second, year }
  }
  const words =
    /^(?:\p{L}+,? )?(\d{1,2})(?:\.|er|st|nd|rd|th)?[ -](?:de )?(\p{L}{2,12})\.?[ -](?:de )?(\d{4}|\d\d)$/u.exec(
      text,
    )
  if (words) return dayOf(fullYear(words[3]), monthNamed(words[2]), Number(words[1]))
  const american = /^(?:\p{L}+, )?(\p{L}{3,12})\.? (\d{1,2}),? (\d{4})$/u.exec(text)
  if (american) return dayOf(Number(american[3]), monthNamed(american[1]), Number(american[2]))
  // A date cell without its format: Excel counts days from the end of 1899.
  if (/^[2-7]\d{4}(?:\.\d+)?$/.test(text)) return { kind: "day", ordinal: Math.floor(Number(text)) - 25_569 }
  return undefined
}

function fullYear(text = ""): number {
  const digits = text.replace("'", "")
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits)
}
