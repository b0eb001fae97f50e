// Numbers and dates as people read them. Everything here formats; nothing here computes a figure.

const MINUS = "−"
const counts = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 0 })

/** 1180 → "1,180". */
export function count(value: number): string {
  return counts.format(value)
}

/** "1 person", "1,180 people". */
export function counted(value: number, one: string, many: string): string {
  return `${count(value)} ${value === 1 ? one : many}`
}

/** Scale points with one decimal and a true minus sign; −0.04 is "0.0". */
export function points(value: number): string {
  const text = Math.abs(value).toFixed(1)
  return value < 0 && text !== "0.0" ? `${MINUS}${text}` : text
}

/** Like points, with the sign always written: "+0.2", "−0.6", "0.0". */
export function signed(value: number): string {
  const text = points(value)
  return value > 0 && text !== "0.0" ? `+${text}` : text
}

export function percent(value: number): string {
  return `${Math.round(value)}%`
}

const days = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric" })
const minutes = new Intl.DateTimeFormat("en-GB", {
  weekday: "short",
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
})

/** "14 Nov 2026", in the reader's time zone; "" for what is no date. */
export function day(iso: string | null): string {
  const date = iso === null ? Number.NaN : Date.parse(iso)
  return Number.isNaN(date) ? "" : days.format(date)
}

/** "Sat, 14 Nov 2026, 18:00", in the reader's time zone. */
export function moment(iso: string | null): string {
  const date = iso === null ? Number.NaN : Date.parse(iso)
  return Number.isNaN(date) ? "" : minutes.format(date)
}

/** How long until a moment, in the two largest units that matter: "3 days 4 hours", "12 minutes", "any moment now". */
export function until(iso: string, now: number): string {
  const left = Date.parse(iso) - now
  if (Number.isNaN(left)) return ""
  if (left < 60_000) return "any moment now"
  const wholeMinutes = Math.floor(left / 60_000)
  const d = Math.floor(wholeMinutes / 1440)
  const h = Math.floor((wholeMinutes % 1440) / 60)
  const m = wholeMinutes % 60
  if (d > 0) return [counted(d, "day", "days"), h > 0 ? counted(h, "hour", "hours") : ""].join(" ").trim()
  if (h > 0)
    return [counted(h, "hour", "hours"), m > 0 ? counted(m, "minute", "minutes") : ""].join(" ").trim()
  return counted(m, "minute", "minutes")
}

/** "a, b and c". */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? ""
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`
}
