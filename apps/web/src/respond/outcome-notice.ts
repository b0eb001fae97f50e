import type { Language, Notice } from "@throughline/instrument"
import type { Outcome } from "./send.ts"
import { pageTexts, pageWords } from "./speech.ts"

export type Failure = Exclude<Outcome, "sent"> | "empty" | "unfit"

/** After these nothing can be sent with this link from here; after the others the questionnaire stays open. */
export const endings: readonly Failure[] = [
  "elsewhere",
  "closed",
  "withdrawn",
  "forged",
  "questions",
  "other-promise",
  "changed",
]

/** What happened, what was kept, what to do. */
export function outcomeNotice(failure: Failure, language: Language): Notice {
  const { states, nothingAnswered } = pageTexts(language)
  switch (failure) {
    case "elsewhere":
      return states.otherDevice
    case "closed":
      return states.closedWhileAnswering
    case "withdrawn":
      return states.expired
    case "questions":
      return states.mismatch
    case "other-promise":
      return states.otherPromise
    case "changed":
      return states.changedPromise
    case "forged":
      return states.forged
    case "empty":
      return nothingAnswered
    case "unfit":
      return states.invalid
    case "refused":
      return pageWords(language).refused
    case "busy":
      return states.retry
    case "no-reply":
      return navigator.onLine ? states.retry : states.offline
  }
}
