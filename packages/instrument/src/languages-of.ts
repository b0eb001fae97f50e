import { type Instrument, type Language, languages } from "./instrument.ts"
import { missingTexts } from "./instrument-texts.ts"

/** The languages a survey with this instrument can be launched in: nothing that respondents read lacks in them. */
export function languagesOf(instrument: Instrument): Language[] {
  if (instrument.questions.length === 0) return []
  return languages.filter((language) => missingTexts(instrument, language).length === 0)
}
