import { headerKey } from "./header-key.ts"
import { english } from "./headers/english.ts"
import { plainText } from "./plain-text.ts"

const ENGLISH = new Set(english.endDate.split(/\s+/))

/** Cells that stand for “no date”. */
const NO_DATE =
  /^(|-+|n\/?a|none|null|nil|unbefristet|indefinido|cdi|9999.*|.*[/.-]9999|0000-00-00|00[/.]00[/.]0000)$/

/**
 * Whether a last day of work has come: a day up to and including `today` (YYYY-MM-DD). A notice period is no absence:
 * whoever leaves later still works here. Without `today`, and where the cell is in no form known here, a filled cell
 * counts as left: HR sees every such row, and a leaver must not be invited unseen.
 */
export function hasEnded(endDate: string, today?: string, dayFirst = false): boolean {
  const text = plainDate(endDate)
  if (NO_DATE.test(text)) return false
  const day = today === undefined ? null : dayOf(text, dayFirst)
  return day === null || today === undefined || day <= today.slice(0, 10)
}

/** The day it is where this computer stands, as `today` is written: YYYY-MM-DD. */
export function localDay(now: Date): string {
  const two = (part: number) => String(part).padStart(2, "0")
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

export interface DateOrder {
  dayFirst: boolean
  /** Cells that are another day in the other order, when nothing in the column decides it. */
  unsure: number
}

/**
 * Whether a column of dates with slashes has the day first: when a cell has one above 12 there, or when the header is
 * of a country that writes so. Else 3/4/2026 is the fourth of March, and that is no more than a guess.
 */
export function dateOrder(cells: Iterable<string>, header = ""): DateOrder {
  let unsure = 0
  for (const cell of cells) {
    if (cell === "") continue
    const parts = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d\d)(?: .*)?$/.exec(plainDate(cell))
    if (!parts) continue
    const [first, second] = [Number(parts[1]), Number(parts[2])]
    if (first > 12) return { dayFirst: true, unsure: 0 }
    if (second > 12) return { dayFirst: false, unsure: 0 }
    if (first !== second) unsure++
  }
  // Of our six languages only English leaves the order open.
  const isEnglish = header === "" || ENGLISH.has(headerKey(header))
  return isEnglish ? { dayFirst: false, unsure } : { dayFirst: true, unsure: 0 }
}

/** Lower case, Arabic-Indic and Persian digits as ours, Arabic separators too. */
export function plainDate(text: string): string {
  return plainText(text)
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[\u060d\u066b]/g, "/")
    .replace(/(كانون|تشرين) (?:ال)?(ثاني|اول)/, "$1$2")
    .trim()
}

/** A cell → YYYY-MM-DD; null when it is no day or in another form. */
function dayOf(text: string, dayFirst: boolean): string | null {
  const iso =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ].*)?$/.exec(text) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(text)
  if (iso) return day(iso[1], iso[2], iso[3])
  const dots = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d\d)(?: .*)?$/.exec(text)
  if (dots) return day(dots[3], dots[2], dots[1])
  const slashes = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d\d)(?: .*)?$/.exec(text)
  if (slashes) {
    const [, first, second, year] = slashes
    const isDay = Number(first) > 12 || (dayFirst && Number(second) <= 12)
    return isDay ? day(year, second, first) : day(year, first, second)
  }
  // 9 May 2026, 9. Mai 2026, 9 de mayo de 2026, 1er mai 2026, 9 مايو 2026; a weekday before it does not matter.
  const words =
    /^(?:\p{L}+,? )?(\d{1,2})(?:\.|er|st|nd|rd|th)?[ -](?:de )?(\p{L}{2,12})\.?[ -](?:de )?(\d{4}|\d\d)$/u.exec(
      text,
    )
  if (words) return day(words[3], monthNamed(words[2]), words[1])
  const american = /^(?:\p{L}+, )?(\p{L}{3,12})\.? (\d{1,2}),? (\d{4})$/u.exec(text)
  if (american) return day(american[3], monthNamed(american[1]), american[2])
  // A date cell without its format: Excel counts days from the end of 1899.
  if (/^[2-7]\d{4}(?:\.0+)?$/.test(text))
    return new Date(Date.UTC(1899, 11, 30) + Math.floor(Number(text)) * 86_400_000).toISOString().slice(0, 10)
  return null
}

/** Beginnings of the months' names without accents: English, German, French, Spanish, Turkish, Arabic (both calendars' words). */
const MONTHS = [
  "jan janner jaen ene oca يناير كانونثاني جانفي",
  "feb fev sub فبراير شباط فيفري",
  "mar maer مارس اذار",
  "apr avr abr nis ابريل نيسان افريل",
  "may mai مايو ايار ماي",
  "jun juin haz يونيو حزيران جوان",
  "jul juil tem يوليو تموز جويليه",
  "aug aou ago agu اغسطس اب اوت",
  "sep set eyl سبتمبر ايلول",
  "oct okt eki اكتوبر تشريناول",
  "nov kas نوفمبر تشرينثاني",
  "dec dez dic ara ديسمبر كانوناول",
].map((names) => names.split(" "))

export function monthNamed(word = ""): number {
  const found = (fits: (name: string) => boolean) => MONTHS.findIndex((names) => names.some(fits)) + 1
  return found((name) => name === word) || found((name) => /^[a-z]/.test(name) && word.startsWith(name))
}

function day(year = "", month: string | number = "", date = ""): string | null {
  const full = year.length === 2 ? 2000 + Number(year) : Number(year)
  const time = new Date(Date.UTC(full, Number(month) - 1, Number(date)))
  const isReal = time.getUTCMonth() === Number(month) - 1 && time.getUTCDate() === Number(date)
  return isReal ? time.toISOString().slice(0, 10) : null
}
