// Periods of KPIs as people say them, on the screens and in the mails. What is no canonical period is shown as it stands.

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
]

const parts = /^(\d{4})(?:-(?:([HQ]\d)|W(\d\d)|(\d\d)(?:-(\d\d))?))?$/

/** "2026-Q3" → "Q3 2026", "2026-07" → "July 2026", "2026-W05" → "week 5 of 2026", "2026-07-14" → "14 July 2026". */
export function periodName(period: string): string {
  return spelt(period, (month) => month, "week ")
}

/** The same where room is short: "Jul 2026", "W5 2026". */
export function shortPeriod(period: string): string {
  return spelt(period, (month) => month.slice(0, 3), "W")
}

function spelt(period: string, ofMonth: (month: string) => string, ofWeek: string): string {
  const [, year = "", half, week, month, day] = parts.exec(period) ?? []
  if (half !== undefined) return `${half} ${year}`
  if (week !== undefined) return `${ofWeek}${Number(week)}${ofWeek === "W" ? "" : " of"} ${year}`
  const name = ofMonth(months[Number(month) - 1] ?? "")
  if (month === undefined || name === "") return period
  return `${day === undefined ? "" : `${Number(day)} `}${name} ${year}`
}

/** What one period of that kind is called: "quarter". */
export function periodNoun(period: string): string {
  const [, , half, week, month, day] = parts.exec(period) ?? []
  if (half !== undefined) return half.startsWith("H") ? "half-year" : "quarter"
  if (week !== undefined) return "week"
  return day !== undefined ? "day" : month !== undefined ? "month" : "year"
}
