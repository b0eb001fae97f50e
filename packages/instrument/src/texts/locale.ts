import type { Language } from "../instrument.ts"

/** Arabic with the digits that the whole Arab world reads and that stand in the surrounding text. */
export const LOCALE: Record<Language, string> = {
  en: "en-GB",
  de: "de-DE",
  fr: "fr-FR",
  es: "es-ES",
  tr: "tr-TR",
  ar: "ar-u-nu-latn-ca-gregory",
}
