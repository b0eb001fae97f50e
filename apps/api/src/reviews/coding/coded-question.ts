import { type Questionnaire, word } from "@throughline/instrument"

/** The question in whose answers people name the most important priority in their own words. */
const OWN_WORDS = "top-priority"

/** What a coder may say of a text beside the options: that it is about something else, or that it cannot be told. */
const elsewhere = ["other", "cannot-tell"] as const

export interface CodedQuestion {
  id: string
  text: string
  /** The priorities that were to choose from, official or not; their order says nothing of which. */
  options: { id: string; text: string }[]
}

/** undefined: it was not asked, or the survey has no priorities that a text could name. */
export function codedQuestion({ instrument, priorityOptions }: Questionnaire): CodedQuestion | undefined {
  const question = instrument.questions.find(({ id, type }) => id === OWN_WORDS && type === "text")
  if (question === undefined || priorityOptions.length === 0) return undefined
  return { id: question.id, text: word(question.text, "en"), options: priorityOptions }
}

export const isCode = ({ options }: CodedQuestion, code: string): boolean =>
  options.some(({ id }) => id === code) || elsewhere.some((one) => one === code)
