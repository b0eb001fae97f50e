import type { Language } from "@throughline/instrument"

export const directionOf = (language: Language): "rtl" | "ltr" => (language === "ar" ? "rtl" : "ltr")
