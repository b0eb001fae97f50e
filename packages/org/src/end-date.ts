/** Cells that stand for “no date”. */
const NO_DATE = /^(|-+|n\/?a|none|null|nil|9999.*|.*[/.-]9999|0000-00-00|00\/00\/0000)$/i

/**
 * Whether a last day of work has come: a day up to and including `today` (YYYY-MM-DD). A notice period is no absence:
 * whoever leaves later still works here. Without `today`, and where the cell is in no form known here, a filled cell
 * counts as left: HR sees every such row, and a leaver must not be invited unseen.
 */
export function hasEnded(endDate: string, today?: string, dayFirst = false): boolean {
  const text = endDate.trim()
  if (NO_DATE.test(text)) return false
  const day = today === undefined ? null : dayOf(text, dayFirst)
  return day === null || today === undefined || day <= today.slice(0, 10)
}

/** The day it is where this computer stands, as `today` is written: YYYY-MM-DD. */
export function localDay(now: Date): string {
  const two = (part: number) => String(part).padStart(2, "0")
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** Whether a column of dates with slashes has a day first somewhere; elsewhere 3/4/2026 is the fourth of March. */
export function isDayFirst(cells: Iterable<string>): boolean {
  for (const cell of cells) if (/^\s*(1[3-9]|2\d|3[01])[/-]\d{1,2}[/-]\d/.test(cell)) return true
  return false
}

/** A cell → YYYY-MM-DD; null when it is no day or in another form. */
function dayOf(text: string, dayFirst: boolean): string | null {
  const iso =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(text) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(text)
  if (iso) return day(iso[1], iso[2], iso[3])
  const dots = /^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d\d)(?: .*)?$/.exec(text)
  if (dots) return day(dots[3], dots[2], dots[1])
  const slashes = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d\d)(?: .*)?$/.exec(text)
  if (slashes) {
    const [, first, second, year] = slashes
    const isDay = Number(first) > 12 || (dayFirst && Number(second) <= 12)
    return isDay ? day(year, second, first) : day(year, first, second)
  }
  const words = /^(\d{1,2})[ -]([a-z]{3,9})\.?[ -](\d{4}|\d\d)$/i.exec(text)
  if (words) return day(words[3], month(words[2]), words[1])
  const american = /^([a-z]{3,9})\.? (\d{1,2}),? (\d{4})$/i.exec(text)
  if (american) return day(american[3], month(american[1]), american[2])
  // A date cell without its format: Excel counts days from the end of 1899.
  if (/^[2-7]\d{4}$/.test(text))
    return new Date(Date.UTC(1899, 11, 30) + Number(text) * 86_400_000).toISOString().slice(0, 10)
  return null
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

function month(word = ""): number {
  return MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1
}

function day(year = "", month: string | number = "", date = ""): string | null {
  const full = year.length === 2 ? 2000 + Number(year) : Number(year)
  const time = new Date(Date.UTC(full, Number(month) - 1, Number(date)))
  const isReal = time.getUTCMonth() === Number(month) - 1 && time.getUTCDate() === Number(date)
  return isReal ? time.toISOString().slice(0, 10) : null
}
