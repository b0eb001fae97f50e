import type { Language } from "../instrument.ts"

/** Arabic with the digits that the whole Arab world reads and that stand in the surrounding text. */
const LOCALE: Record<Language, string> = { en: "en-GB", ar: "ar-u-nu-latn-ca-gregory" }

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
    return new Intl.DateTimeFormat(LOCALE[language], { ...options, timeZone }).format(moment)
  } catch {
    return new Intl.DateTimeFormat(LOCALE[language], options).format(moment)
  }
}
