import type { Language } from "../instrument.ts"
import type { Closing, Notice, PromiseFacts, PromiseTexts, ThanksFacts } from "./facts.ts"

/** What stands on the respondent's pages around the questions. A language that lacks one of these does not compile. */
export interface PageTexts {
  language: Language
  direction: "ltr" | "rtl"
  /** Title of the browser window. */
  windowTitle: string
  promise(facts: PromiseFacts): PromiseTexts
  /** Above the comments. */
  comments: string
  progress(page: number, pages: number): string
  /** Beside the questionnaire, while it is being answered. */
  draftKept: string
  /** Nothing is filled in at all when Send is pressed. */
  nothingAnswered: Notice
  sharedComputer: { label: string; hint: string }
  buttons: {
    start: string
    resume: string
    startOver: string
    next: string
    back: string
    send: string
    sendCorrection: string
    correct: string
    retry: string
    reload: string
  }
  busy: { loading: string; sending: string }
  states: {
    /** Used with this browser: it holds the ballot key and may correct. */
    answered(facts: Closing): Notice
    /** Used, and not with this browser. */
    answeredElsewhere: Notice
    /** Sending was refused: another device was faster. */
    otherDevice: Notice
    /** A newer link has replaced this one, or it was withdrawn. */
    expired: Notice
    unknown: Notice
    closed(facts: Closing): Notice
    /** Closed between opening the page and sending. */
    closedWhileAnswering: Notice
    offline: Notice
    /** The server did not take it; sending again is safe. */
    retry: Notice
    /** The questionnaire is not the one promised in the manifest. */
    mismatch: Notice
    /** The promise that came with the link is not the one published to everybody. Nothing can be sent. */
    otherPromise: Notice
    /** The promise is not the one this browser saw before. Nothing can be sent. */
    changedPromise: Notice
    /** The signature that came back is not one by the published key of the group. Nothing can be sent. */
    forged: Notice
    /** Withdrawn, or declined from the start, with this browser. */
    withdrawn(facts: Closing): Notice
    /** Our own check refuses what is to be sent. */
    invalid: Notice
    /** No WebCrypto, or not over https. */
    browserTooOld: Notice
  }
  thanks(facts: ThanksFacts): { title: string; paragraphs: string[] }
  /** What stays in a browser after sending; `lasting` is false on a shared computer. */
  keptAfterSending(lasting: boolean): string
  /** The promise as six words, to be compared. */
  sixWords: { title: string; text: string; group(number: number): string; waiting: string }
  /** Steps that are explained before they are taken. */
  withdraw: { offer: string; consequence: string; button: string }
  decline: { offer: string; consequence: string; button: string }
  /** The link to the page that explains and shows it. */
  how: string
  /** Where the code of a printed letter is typed. */
  code: {
    title: string
    text: string
    label: string
    hint: string
    button: string
    busy: string
    faults: {
      empty: string
      /** Too short, too long, or a character that no code has. */
      malformed: string
      unknown: string
      /** Too many tries from here. */
      wait: string
      /** The server could not be reached. */
      unreachable: string
    }
  }
  /** Where reminders are stopped. Nothing is stopped before the button is pressed. */
  reminders: {
    title: string
    text: string
    button: string
    busy: string
    done: Notice
    unknown: Notice
    failed: Notice
  }
}
