import {
  freezeQuestionnaire,
  type Instrument,
  type Questionnaire,
  type StrategyWords,
} from "@throughline/instrument"

/** What stands in a preview while an organization has not written down its own words. */
const exampleWords: StrategyWords = {
  mission: "Your mission will stand here.",
  missionDecoys: [1, 2, 3, 4].map((at) => `Another statement, number ${at}`),
  vision: "",
  priorities: [1, 2, 3].map((at) => `Your priority ${at}`),
  priorityDecoys: [1, 2, 3, 4].map((at) => `Another priority, number ${at}`),
}

/** One order of the options for as long as the page is open; which of them are official is shown nowhere. */
const seed = crypto.randomUUID()

/** The questionnaire that a survey with this instrument would ask. */
export function previewOf(
  instrument: Instrument,
  words: StrategyWords | null,
  organization: string,
): Questionnaire {
  return freezeQuestionnaire(instrument, words ?? exampleWords, organization, seed).questionnaire
}
