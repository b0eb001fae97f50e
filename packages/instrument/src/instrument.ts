/** What respondents may read. A text that lacks one of them does not compile. */
export const languages = ["en", "de", "fr", "es", "tr", "ar"] as const
export type Language = (typeof languages)[number]
export type Localized = Record<Language, string>

/** Each in itself, as a person looks for it. */
export const languageNames: Localized = {
  en: "English",
  de: "Deutsch",
  fr: "Français",
  es: "Español",
  tr: "Türkçe",
  ar: "العربية",
}

export type ConstructId =
  | "mission-clarity"
  | "vision-clarity"
  | "strategy"
  | "line-of-sight"
  | "leader-communication"
  | "cross-team"
  | "feedback"
  | "explaining"

/** What a set of items measures. */
export interface Construct {
  id: ConstructId
  /** For those who read results. */
  name: Localized
  about: Localized
  /** Heading over its page, for respondents: names the subject and never says what a good answer would be. */
  page: Localized
}

export type Audience = "everyone" | "people-with-reports"

export interface LikertItem {
  type: "likert"
  id: string
  construct: ConstructId
  text: Localized
  audience: Audience
  /** Agreement counts against the construct: 5 is scored 1. */
  reverse?: true
}

export interface ChoiceQuestion {
  type: "choice"
  id: string
  text: Localized
  choices: { id: string; text: Localized }[]
  /** Not asked when that question is unanswered or has that choice. */
  unless?: { question: string; choice: string }
}

export interface TextQuestion {
  type: "text"
  id: string
  text: Localized
  /** UTF-16 code units, as a browser's text field counts them. */
  maxLength: number
  lines: number
}

export type Question =
  | LikertItem
  | { type: "priorities"; id: "priorities"; text: Localized; pick: 3 }
  | { type: "mission"; id: "mission"; text: Localized }
  | ChoiceQuestion
  | TextQuestion

/** A mean over several constructs. */
export interface Composite {
  id: "message"
  name: Localized
  constructs: ConstructId[]
}

/** A versioned questionnaire. The order of its questions is the order in which they are asked. */
export interface Instrument {
  id: string
  version: number
  name: Localized
  constructs: Construct[]
  questions: Question[]
  /** Pages after those of the constructs: what is asked together, under which neutral heading. */
  pages: { id: string; title: Localized; questions: string[] }[]
  composites: Composite[]
}

/** An answer to a Likert item or an objective item that is an answer all the same: "I cannot say". */
export const CANNOT_SAY = "cannot-say"

export function likertItems(instrument: Instrument): LikertItem[] {
  return instrument.questions.filter((question) => question.type === "likert")
}
