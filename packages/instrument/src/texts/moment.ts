import type { Language } from "../instrument.ts"
import { LOCALE } from "./locale.ts"

/**
 * A date and time in words, with its time zone: the reader's own, or the one given (IANA name). Text that is no date,
 * or a zone that is not known, never throws: the text comes back as it is, or the reader's zone is taken.
 */
export function formatMoment(iso: string, language: Language, timeZone?: string): string {
  const moment = new Date(iso)
  if (Number.isNaN(moment.getTime())) return iso
  const options: Intl.DateTimeFormatOptions = {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "short",
  }
  try {
    return written(moment, language, { ...options, timeZone })
  } catch {
    return written(moment, language, options)
  }
}

function written(moment: Date, language: Language, options: Intl.DateTimeFormatOptions): string {
  const parts = formatter(language, options).formatToParts(moment)
  return parts.map((part, at) => amended[language]?.(part, parts[at + 1]) ?? part.value).join("")
}

const formatters = new Map<string, Intl.DateTimeFormat>()

/** Kept, as thousands of mails say the same date and to make one takes longer than to write the mail. */
function formatter(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${options.timeZone ?? ""}`
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(LOCALE[language], options)
  formatters.set(key, known)
  return known
}

type Amend = (part: Intl.DateTimeFormatPart, next: Intl.DateTimeFormatPart | undefined) => string | undefined

/** Where careful writers differ from the tables: "1er décembre", "martes 1 de diciembre de 2026 a las 18:00". */
const amended: Partial<Record<Language, Amend>> = {
  fr: ({ type, value }) => (type === "day" && value === "1" ? "1er" : undefined),
  es: ({ type, value }, next) => {
    if (type !== "literal" || value !== ", ") return undefined
    if (next?.type === "day") return " "
    return next?.type === "hour" ? (next.value === "01" ? " a la " : " a las ") : undefined
  },
}
