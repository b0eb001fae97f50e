import type { Notice } from "@throughline/instrument"

/** What only this page says, beside the texts of the instrument: reaching the server, and what the browser keeps. */
export interface PageWords {
  /** Label of the language switch. */
  languages: string
  unreachable: Notice
  refused: Notice
  /** Sending was begun in this browser and no reply ever came. */
  unconfirmed: Notice
  /** The same after the close: the receipt tells. */
  maybeArrived: string
  /** A draft was found. */
  welcomeBack(page: number, pages: number): string
  /** The browser keeps nothing for this site at all. */
  keepsNothing: string
  /** A draft could not be saved while answering. */
  notKept: Notice
  loadingQuestions: string
  remove: { offer: string; consequence: string; button: string; done: Notice }
  startOver: { consequence: string }
  /** On the last page. */
  answeredSoFar(answered: number, asked: number): string
}
