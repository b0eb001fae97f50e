import type { Tx } from "@throughline/db"
import {
  asksForWords,
  checkWords,
  type Instrument,
  type Language,
  languagesOf,
  type StrategyWords,
  word,
} from "@throughline/instrument"
import { Problem } from "../problem.ts"
import { findVersion, type InstrumentVersion } from "./find-version.ts"
import { findInstrument } from "./queries.ts"

/** What of a survey's row says which instrument it asks. */
export interface AskingSurvey {
  instrument_id: string
  instrument_version: number
  languages: string[]
}

export function instrumentOfSurvey(
  tx: Tx,
  organizationId: string,
  { instrument_id, instrument_version }: AskingSurvey,
): Promise<Instrument> {
  return findVersion(tx, organizationId, { id: instrument_id, version: instrument_version })
}

/** That version, and its instrument locked against being deleted until the end of the transaction. */
export async function chooseInstrument(
  tx: Tx,
  organizationId: string,
  chosen: InstrumentVersion,
): Promise<void> {
  await findInstrument(tx, organizationId, chosen.id, true)
  await findVersion(tx, organizationId, chosen)
}

/** The words, if they can be used. */
export function usable(words: StrategyWords | null): StrategyWords | null {
  return words !== null && checkWords(words).length === 0 ? words : null
}

/** Only what asks about mission or priorities needs the words of the strategy. */
export function lacksWords(instrument: Instrument, words: StrategyWords | null): boolean {
  return asksForWords(instrument) && usable(words) === null
}

/** The languages of the survey in which its questionnaire lacks something. */
export function missingLanguages(instrument: Instrument, { languages }: AskingSurvey): Language[] {
  const complete = languagesOf(instrument)
  return (languages as Language[]).filter((language) => !complete.includes(language))
}

/** Throws survey.not-ready when the questionnaire cannot be asked in the survey's languages, or not yet. */
export function refuseUnreadyInstrument(
  instrument: Instrument,
  survey: AskingSurvey,
  words: StrategyWords | null,
): void {
  if (lacksWords(instrument, words)) {
    throw new Problem("survey.not-ready", { detail: "The words of the strategy are not complete yet." })
  }
  const missing = missingLanguages(instrument, survey)
  if (missing.length > 0) {
    const names = missing.map((language) => inEnglish.of(language) ?? language).join(", ")
    throw new Problem("survey.not-ready", {
      detail: `The questionnaire “${word(instrument.name, "en")}” has no complete text in: ${names}. Add it and publish a new version, or leave the language out of the survey.`,
    })
  }
}

const inEnglish = new Intl.DisplayNames("en", { type: "language" })
