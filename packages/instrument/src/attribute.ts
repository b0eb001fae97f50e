import type { Answers } from "./answers.ts"
import type { Choice, Wording } from "./instrument.ts"
import { languages } from "./instrument.ts"
import type { Questionnaire } from "./questionnaire.ts"
import { attributeTexts } from "./texts/attribute-texts.ts"

/** Columns of the people file that a survey may ask about. */
export const attributeColumns = ["location", "department", "title"] as const
export type AttributeColumn = (typeof attributeColumns)[number]

/** The one question about the person that answers: which it is, and what it promises. */
export interface AskedAttribute {
  question: string
  column: AttributeColumn
  /** Ids of its choices that are values. Any other choice, or none, is "rather not say". */
  values: string[]
  /** Smallest group of which its tables tell anything. */
  k: number
}

/** A value of the people file, or null: those that too few people have, together. */
export type AttributeValue = string | null

const NOT_SAY = "rather-not-say"

/** The questionnaire with one question more at the end, on a page of its own. */
export function withAttribute(
  questionnaire: Questionnaire,
  column: AttributeColumn,
  values: readonly AttributeValue[],
  k: number,
): Questionnaire {
  const { instrument } = questionnaire
  const taken = new Set(instrument.questions.map(({ id }) => id))
  let id = "about-me"
  while (taken.has(id)) id += "-x"
  const choices = values.map(
    (value, at): Choice => ({ id: `v${at + 1}`, text: value === null ? worded("other") : { en: value } }),
  )
  return {
    ...questionnaire,
    instrument: {
      ...instrument,
      questions: [
        ...instrument.questions,
        {
          type: "choice",
          id,
          text: asked(column),
          choices: [...choices, { id: NOT_SAY, text: worded("notSay") }],
        },
      ],
      pages: [...instrument.pages, { id, title: worded("heading"), questions: [id] }],
    },
    attribute: { question: id, column, values: choices.map((choice) => choice.id), k },
  }
}

/** What the question is called where results are read, by language. */
export function attributeLabel(column: AttributeColumn): Wording {
  return byLanguage((language) => attributeTexts(language).label[column])
}

/** The texts of its values, in the order of `values`. */
export function attributeChoices({ instrument, attribute }: Questionnaire): Choice[] {
  const question = instrument.questions.find(({ id }) => id === attribute?.question)
  return question?.type === "choice"
    ? question.choices.filter(({ id }) => attribute?.values.includes(id))
    : []
}

/** By respondent the place of the value; as many as there are values: rather not say, or no answer. */
export function attributeAnswers({ attribute }: Questionnaire, answers: readonly Answers[]): Int8Array {
  if (attribute === undefined) return new Int8Array(answers.length)
  const { question, values } = attribute
  return Int8Array.from(answers, (given) => {
    const at = values.indexOf(String(given[question]))
    return at < 0 ? values.length : at
  })
}

const asked = (column: AttributeColumn) => byLanguage((language) => attributeTexts(language).question[column])
const worded = (text: "other" | "notSay" | "heading") =>
  byLanguage((language) => attributeTexts(language)[text])

function byLanguage(text: (language: (typeof languages)[number]) => string): Wording {
  return Object.fromEntries(languages.map((language) => [language, text(language)]))
}
