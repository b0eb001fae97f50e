/** What respondents may read. A text that lacks one of them does not compile. */
export const languages = ["en", "de", "fr", "es", "tr", "ar"] as const
export type Language = (typeof languages)[number]
export type Localized = Record<Language, string>
/** What an organization writes itself: a language may be missing until a survey is launched in it. */
export type Wording = Partial<Record<Language, string>>

/** Each in itself, as a person looks for it. */
export const languageNames: Localized = {
  en: "English",
  de: "Deutsch",
  fr: "Français",
  es: "Español",
  tr: "Türkçe",
  ar: "العربية",
}

/** The constructs of our own instruments. An organization's own have ids of their own. */
export type ConstructId =
  | "mission-clarity"
  | "vision-clarity"
  | "strategy"
  | "line-of-sight"
  | "leader-communication"
  | "cross-team"
  | "feedback"
  | "explaining"
  | "engagement"

/** What a set of items measures. */
export interface Construct<Text = Wording> {
  id: string
  /** For those who read results. */
  name: Text
  /** One sentence for those who read results. An organization may leave it out: {}. */
  about: Text
  /**
   * Heading over its page, for respondents: names the subject and never says what a good answer would be. Left out
   * ({}), the name stands there. Not shown for items that a page of `pages` asks.
   */
  page: Text
}

export type Audience = "everyone" | "people-with-reports"

/** Not asked when that choice question is unanswered or has that choice. */
export interface Unless {
  question: string
  choice: string
}

export interface Choice<Text = Wording> {
  id: string
  text: Text
}

export interface LikertItem<Text = Wording> {
  type: "likert"
  id: string
  /** "" while nobody has chosen one: such an item is asked but counts towards nothing. */
  construct: string
  text: Text
  audience: Audience
  /** Agreement counts against the construct: 5 is scored 1. */
  reverse?: true
}

export interface ChoiceQuestion<Text = Wording> {
  type: "choice"
  id: string
  text: Text
  choices: Choice<Text>[]
  unless?: Unless
}

/** Puts up to `pick` of its choices in order, by tapping one after the other. */
export interface RankingQuestion<Text = Wording> {
  type: "ranking"
  id: string
  text: Text
  choices: Choice<Text>[]
  pick: number
  unless?: Unless
}

export interface TextQuestion<Text = Wording> {
  type: "text"
  id: string
  text: Text
  /** UTF-16 code units, as a browser's text field counts them. */
  maxLength: number
  lines: number
  unless?: Unless
}

/** Which of the organization's priorities are the official ones: needs the words of the strategy. */
export interface PrioritiesQuestion<Text = Wording> {
  type: "priorities"
  id: "priorities"
  text: Text
  pick: 3
}

/** Which statement is the organization's mission: needs the words of the strategy. */
export interface MissionQuestion<Text = Wording> {
  type: "mission"
  id: "mission"
  text: Text
}

export type Question<Text = Wording> =
  | LikertItem<Text>
  | PrioritiesQuestion<Text>
  | MissionQuestion<Text>
  | ChoiceQuestion<Text>
  | RankingQuestion<Text>
  | TextQuestion<Text>

/** What is asked together, under which neutral heading. */
export interface Page<Text = Wording> {
  id: string
  title: Text
  /** Ids. In which order they are asked, the order of the instrument's questions says. */
  questions: string[]
}

/** A mean over several constructs. */
export interface Composite<Text = Wording> {
  id: string
  name: Text
  constructs: string[]
}

/**
 * A versioned questionnaire: plain JSON. The order of its questions is the order in which they are asked. A Likert
 * item that no page names is asked on its construct's page. `Instrument<Localized>` is one of ours, complete in every
 * language; `Instrument` may be an organization's own.
 */
export interface Instrument<Text = Wording> {
  id: string
  version: number
  name: Text
  constructs: Construct<Text>[]
  questions: Question<Text>[]
  pages: Page<Text>[]
  composites: Composite<Text>[]
}

/** An answer to a Likert item or an objective item that is an answer all the same: "I cannot say". */
export const CANNOT_SAY = "cannot-say"

export function likertItems<Text>(instrument: Instrument<Text>): LikertItem<Text>[] {
  return instrument.questions.filter((question) => question.type === "likert")
}

/** The text in that language, else in the first language there is, else "". */
export function word(wording: Wording, language: Language): string {
  const written = [language, ...languages].map((one) => wording[one] ?? "")
  return written.find((text) => text !== "") ?? ""
}

/** Whether it is asked about the words of the strategy, so that these must be written down. */
export function asksForWords(instrument: Instrument): boolean {
  return instrument.questions.some(({ type }) => type === "mission" || type === "priorities")
}
