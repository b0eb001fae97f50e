import type { Language } from "../instrument.ts"

export interface Notice {
  title: string
  text: string
}

/** ISO 8601 date and time; `timeZone` (IANA) where the reader's own is not known, as in a mail. */
export interface Closing {
  closesAt: string
  timeZone?: string
}

/** What the questionnaire is like (`askedOf`), as far as promise and mails speak of it. Left out: as in alignment-core. */
export interface Asked {
  /** To answer it all on a phone, rounded up. */
  minutes?: number
  /** Whether it asks about mission, vision and strategy. */
  direction?: boolean
  /** Whether it asks to recognise the mission or the priorities. */
  recognition?: boolean
  /** Whether anything is to be written in one's own words. */
  ownWords?: boolean
}

export interface PromiseFacts extends Closing, Asked {
  organization: string
  /** Invited people in the respondent's cohort, the respondent among them. */
  invitedInGroup: number
  /** Minimum group size. */
  k: number
  /** Who reads comments; left out or empty: nobody reads them one by one. */
  reviewers?: readonly string[]
  /** Among whom the key that opens the answers is split; left out or empty: the server keeps it. */
  trustees?: readonly string[]
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

export interface InvitationFacts extends Closing, Asked {
  organization: string
  /** Name of the survey. */
  survey: string
  /** Of the recipient; null leaves the name out of the greeting. */
  name: string | null
  link: string
  k: number
  /** Where reminders are stopped; null when this survey sends none. */
  stopLink: string | null
  /** The promise as six words; left out or empty before the launch, when there are none. */
  words?: readonly string[]
  /** A test mail for HR: says so at the top, and in the subject. */
  test?: boolean
}

export interface ReminderFacts extends InvitationFacts {
  /** The last one, sent the day before the close. */
  last: boolean
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
  /** Below everything else: how to get no more reminders. In HTML the text is the link's own. */
  stop: { text: string; link: string } | null
  text: string
}

/** For people without mail: printed, with a QR code of the personal link and a code to type. */
export interface LetterFacts extends Closing, Asked {
  organization: string
  survey: string
  /** null: "Hello," alone. */
  name: string | null
  /** What is typed into a browser, without https://, as "survey.example/code". */
  address: string
  /** As it is printed, in groups. */
  code: string
  k: number
  words?: readonly string[]
}

export interface LetterTexts {
  title: string
  greeting: string
  before: string[]
  /** Beside the QR code. */
  scan: string
  /** Above address and code. */
  type: string
  addressLabel: string
  codeLabel: string
  after: string[]
}

/** What HR tells everybody before and while a survey runs. */
export interface AnnouncementFacts extends Asked {
  organization: string
  survey: string
  k: number
  /** null: at once. */
  opensAt: string | null
  closesAt: string
  timeZone?: string
  /** In which the survey can be answered. */
  languages: readonly Language[]
}

export interface Announcement {
  id: "head" | "note" | "leaders" | "last-days"
  /** What it is for, to HR. */
  title: string
  /** Of a mail; null where it is no mail. */
  subject: string | null
  paragraphs: string[]
  /** Talking points, after the paragraphs. */
  points: string[]
  /** Ready to copy. */
  text: string
}

/** The settings of a survey, as a works council wants to know them. */
export interface WorksCouncilFacts extends AnnouncementFacts {
  /** Names of the constructs, in the language of the page. */
  topics: readonly string[]
  /** How many questions are asked at most. */
  questions: number
  /** How many people are or would be invited; null when nobody has been imported yet. */
  invited: number | null
  /** Departments invited; null: all. */
  departments: readonly string[] | null
  /** Only the first so many layers are invited; null: all. */
  layers: number | null
  /** Days before the close on which those are reminded who have not answered; empty: never. */
  reminders: readonly number[]
  /** Who reads what people write; left out or empty: nobody does. */
  reviewers?: readonly string[]
  /** Whether printed codes are used for people without mail. */
  printedCodes: boolean
}

export interface WorksCouncilSection {
  title: string
  paragraphs: string[]
  rows?: { head: string[]; body: string[][] }
}

export interface WorksCouncilPage {
  title: string
  sections: WorksCouncilSection[]
}
