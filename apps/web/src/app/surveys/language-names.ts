import type { Language } from "../api.ts"

export const languageNames: Record<Language, string> = { en: "English", ar: "العربية (Arabic)" }
