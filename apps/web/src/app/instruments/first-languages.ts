import { type Instrument, type Language, languages, languagesOf } from "@throughline/instrument"
import { completeness } from "./editor-faults.ts"

/** What to write and what to read beside it when an editor is opened: the first complete language, no other. */
export function firstLanguages(instrument: Instrument): { language: Language; reference: Language | null } {
  const [complete] = languagesOf(instrument)
  const begun = completeness(instrument).find(({ state }) => state !== "none")?.language
  const language = complete ?? begun ?? "en"
  const reference = languages.find(
    (one) =>
      one !== language && completeness(instrument).find((two) => two.language === one)?.state === "complete",
  )
  return { language, reference: reference ?? null }
}
