import type { Language } from "../instrument.ts"
import { ar } from "./ar.ts"
import { en } from "./en.ts"

export interface Notice {
  title: string
  text: string
}

/** ISO 8601 date and time; `timeZone` (IANA) where the reader's own is not known, as in a mail. */
interface Closing {
  closesAt: string
  timeZone?: string
}

export interface PromiseFacts extends Closing {
  organization: string
  /** Invited people in the respondent's cohort, the respondent among them. */
  invitedInGroup: number
  /** Minimum group size. */
  k: number
}

export interface PromiseTexts extends Notice {
  /** What holds. */
  points: Notice[]
  /** What does not. Shown with the same weight: a promise is worth what it admits. */
  limits: { title: string; points: string[] }
}

export interface ThanksFacts extends Closing {
  organization: string
  k: number
}

export interface InvitationFacts extends Closing {
  organization: string
  /** Name of the survey. */
  survey: string
  /** Of the recipient; null leaves the name out of the greeting. */
  name: string | null
  link: string
  k: number
  /** A test mail for HR: says so at the top, and in the subject. */
  test?: boolean
}

/** Plain parts of a mail, without markup. `text` is the whole of it, for mail programs that show no HTML. */
export interface MailTexts {
  subject: string
  /** Only in a test mail. */
  notice: string | null
  greeting: string
  before: string[]
  button: string
  link: string
  after: string[]
  text: string
}

/** Everything a respondent reads that is no question. A language that lacks one of these does not compile. */
export interface RespondentTexts {
  language: Language
  direction: "ltr" | "rtl"
  /** The language's name in itself, for the language switch. */
  languageName: string
  /** Title of the browser window. */
  windowTitle: string
  promise(facts: PromiseFacts): PromiseTexts
  questions: {
    /** Above a page of Likert items. */
    prompt: string
    /** 1 to 5. */
    scale: [string, string, string, string, string]
    cannotSay: string
    pickThree: string
    pickOne: string
    optional: string
    /** Above the comments. */
    comments: string
  }
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
    /** Our own check refuses what is to be sent. */
    invalid: Notice
    /** No WebCrypto, or not over https. */
    browserTooOld: Notice
  }
  thanks(facts: ThanksFacts): { title: string; paragraphs: string[] }
  invitation(facts: InvitationFacts): MailTexts
}

const languages: Record<Language, RespondentTexts> = { en, ar }

export function respondentTexts(language: Language): RespondentTexts {
  return languages[language]
}
