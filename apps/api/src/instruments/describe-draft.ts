import {
  asksForWords,
  checkInstrument,
  type Instrument,
  type InstrumentFault,
  type Language,
  languages,
  languagesOf,
  minutesOf,
  word,
} from "@throughline/instrument"
import type { OwnInstrument } from "./queries.ts"
import type { InstrumentSummary, SavedDraft } from "./schemas.ts"

/**
 * What keeps a draft from being published. One complete language is enough; while there is none, the one that is
 * furthest says what is missing.
 */
export function publicationFaults(draft: Instrument): InstrumentFault[] {
  const complete = languagesOf(draft)
  if (complete.length > 0) return checkInstrument(draft, complete)
  const [nearest] = languages
    .map((language) => checkInstrument(draft, [language]))
    .sort((a, b) => a.length - b.length)
  return nearest ?? []
}

/** Whether anything but the version's number differs. The database gives keys back in an order of its own. */
export function differ(draft: Instrument, published: Instrument | null): boolean {
  return published === null || inOrder({ ...draft, version: 0 }) !== inOrder({ ...published, version: 0 })
}

function inOrder(value: object): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}

export function savedDraftOf(own: OwnInstrument, published: Instrument | null): SavedDraft {
  return {
    id: own.id,
    readyMade: false,
    revision: own.revision,
    changedAt: own.changedAt.toISOString(),
    faults: publicationFaults(own.draft),
    languages: languagesOf(own.draft),
    minutes: minutesOf(own.draft, mainLanguage(own.draft)),
    changed: differ(own.draft, published),
  }
}

export function summaryOf(
  instrument: Instrument,
): Omit<InstrumentSummary, "version" | "readyMade" | "changed" | "surveys"> {
  return {
    id: instrument.id,
    name: word(instrument.name, "en"),
    languages: languagesOf(instrument),
    items: instrument.questions.length,
    minutes: minutesOf(instrument, mainLanguage(instrument)),
    needsWords: asksForWords(instrument),
  }
}

function mainLanguage(instrument: Instrument): Language {
  return languagesOf(instrument)[0] ?? "en"
}
