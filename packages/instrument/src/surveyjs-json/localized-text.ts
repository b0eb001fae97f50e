import { type Language, languages, type Wording } from "../instrument.ts"
import { LIMITS } from "../instrument-schema.ts"
import { literal, WORD_JOINER } from "../literal.ts"
import type { Findings } from "./faults.ts"

/** What SurveyJS would put an answer in the place of: braces around anything, unless ours that mean themselves. */
const PIPING = new RegExp(`\\{[^{}${WORD_JOINER}][^{}]*\\}`, "u")

/**
 * A text of SurveyJS: a string in the survey's own language, or one for each language, "default" among them. Line
 * breaks become spaces; whatever else is wrong with it is found.
 */
export function readText(
  value: unknown,
  path: string,
  property: string,
  own: Language,
  findings: Findings,
): Wording {
  const fault = (message: string) => findings.faults.push({ path, property, message })
  if (value === undefined || value === null) return {}
  if (typeof value === "number") return { [own]: String(value) }
  if (typeof value === "string") return written({ [own]: value }, fault)
  if (typeof value !== "object" || Array.isArray(value)) {
    fault("This is no text.")
    return {}
  }
  const texts: Record<string, string> = {}
  for (const [locale, text] of Object.entries(value)) {
    const language = locale === "default" ? own : languages.find((known) => known === locale)
    if (typeof text !== "string") fault(`The text for “${locale}” is no text.`)
    else if (language === undefined) {
      const message = `Not taken over: the language “${locale}” is not one of ${languages.join(", ")}.`
      findings.notes.push({ path, property, message })
    } else if (locale !== "default" || !Object.hasOwn(value, own)) texts[language] = text
  }
  return written(texts, fault)
}

function written(texts: Wording, fault: (message: string) => void): Wording {
  const wording: Wording = {}
  for (const language of languages) {
    const text = (texts[language] ?? "").replace(/[\t\r\n]+/g, " ")
    if (text === "") continue
    if (PIPING.test(text)) {
      fault(
        `“${PIPING.exec(text)?.[0].slice(0, 40)}” would be replaced by an answer or a variable. Word it without braces.`,
      )
    } else if (text.length > LIMITS.text + 2 * (text.split(WORD_JOINER).length - 1)) {
      fault(`This has ${text.length} characters; a text has at most ${LIMITS.text}.`)
    } else if (!text.isWellFormed() || /\p{Cc}/u.test(text)) fault("This has characters that are no text.")
    else wording[language] = text.replaceAll(literal("{"), "{")
  }
  return wording
}
