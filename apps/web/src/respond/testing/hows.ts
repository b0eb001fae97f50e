import type { HowTexts, Language } from "@throughline/instrument"
import { how as ar } from "@throughline/instrument/how/ar"
import { how as de } from "@throughline/instrument/how/de"
import { how as en } from "@throughline/instrument/how/en"
import { how as es } from "@throughline/instrument/how/es"
import { how as fr } from "@throughline/instrument/how/fr"
import { how as tr } from "@throughline/instrument/how/tr"

/** What is explained to those who ask, in every language at once. */
export const hows: Record<Language, HowTexts> = { en, de, fr, es, tr, ar }
