// Where a period stands on an axis of time.

const parts = /^(\d{4})(?:-(?:H(\d)|Q(\d)|W(\d\d)|(\d\d)(?:-(\d\d))?))?$/
const DAY = 86_400_000

/** The middle of a canonical period in milliseconds; undefined: it is none. */
export function periodTime(period: string): number | undefined {
  const found = parts.exec(period)
  if (!found) return undefined
  const [year, half, quarter, week, month, day] = found.slice(1).map((part) => part && Number(part)) as [
    number,
    ...(number | undefined)[],
  ]
  const months = (first: number, many: number) =>
    (Date.UTC(year, first, 1) + Date.UTC(year, first + many, 1)) / 2
  if (day !== undefined) return Date.UTC(year, (month ?? 1) - 1, day) + DAY / 2
  if (month !== undefined) return months(month - 1, 1)
  if (week !== undefined) return weekStart(year, week) + 3.5 * DAY
  if (quarter !== undefined) return months((quarter - 1) * 3, 3)
  return half === undefined ? months(0, 12) : months((half - 1) * 6, 6)
}

/** Weeks begin on Monday; the first is the one with the year's first Thursday (ISO 8601). */
function weekStart(year: number, week: number): number {
  const fourth = Date.UTC(year, 0, 4)
  const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY
  return monday + (week - 1) * 7 * DAY
}

/** Words under an axis from one moment to another: years, quarters, or months. */
export function timeTicks(from: number, to: number): { at: number; label: string }[] {
  const span = to - from
  const every = span > 900 * DAY ? 12 : span > 240 * DAY ? 3 : 1
  const first = new Date(from)
  const ticks: { at: number; label: string }[] = []
  for (let month = Math.ceil(first.getUTCMonth() / every) * every; ; month += every) {
    const at = Date.UTC(first.getUTCFullYear(), month, 1)
    if (at > to) return ticks
    if (at >= from) ticks.push({ at, label: tickLabel(new Date(at), every) })
  }
}

const names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

function tickLabel(date: Date, every: number): string {
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()]
  if (every === 12) return String(year)
  return every === 3 ? `Q${month / 3 + 1} ${year}` : `${names[month]} ${year}`
}
