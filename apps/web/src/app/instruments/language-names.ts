import type { Language, Localized } from "@throughline/instrument"

/** For whoever edits, in the language of these pages; `languageNames` of the package holds each in itself. */
export const languageNames: Localized = {
  en: "English",
  de: "German",
  fr: "French",
  es: "Spanish",
  tr: "Turkish",
  ar: "Arabic",
}

export const directionOf = (language: Language): "rtl" | "ltr" => (language === "ar" ? "rtl" : "ltr")
