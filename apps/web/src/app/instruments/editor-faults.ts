import {
  checkInstrument,
  type Instrument,
  type Language,
  languages,
  languagesOf,
} from "@throughline/instrument"
import { missingTexts, pathById, textsOf } from "./instrument-texts.ts"

/** Something to mend, at a path of ids: "questions/strategy-1/text/de". */
export interface EditorFault {
  path: string
  message: string
}

/**
 * What keeps the draft from being published, and what else is wrong in the language that is being written. Missing
 * texts are no fault of a language that nobody needs: one complete language is enough.
 */
export function editorFaults(instrument: Instrument, language: Language): EditorFault[] {
  const complete = languagesOf(instrument)
  const missing = new Set(missingTexts(instrument, language).map(({ path }) => `${path}/${language}`))
  return checkInstrument(instrument, [...new Set([...complete, language])])
    .map(({ path, message }) => ({ path: pathById(instrument, path), message }))
    .filter(({ path }) => !missing.has(path) || complete.length === 0)
}

export interface Completeness {
  language: Language
  /** Paths of what is missing, in the order of the editor. */
  missing: string[]
  state: "complete" | "begun" | "none"
}

export function completeness(instrument: Instrument): Completeness[] {
  const all = textsOf(instrument)
  return languages.map((language) => {
    const missing = missingTexts(instrument, language).map(({ path }) => path)
    const written = all.some(({ wording }) => (wording[language] ?? "").trim() !== "")
    return {
      language,
      missing,
      state: missing.length === 0 && written ? "complete" : written ? "begun" : "none",
    }
  })
}
