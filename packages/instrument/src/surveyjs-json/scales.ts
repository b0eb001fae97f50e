import type { Choice, Question, Unless, Wording } from "../instrument.ts"
import { readItems } from "./choices.ts"
import { readText } from "./localized-text.ts"
import { numberIn, questionId, type Reading } from "./reading.ts"

type Element = Record<string, unknown>

/** A grid of statements: each row becomes an item, all of them a construct. Its columns give way to our five steps. */
export function readMatrix(element: Element, title: Wording, path: string, reading: Reading): void {
  const { findings, constructs, questions, figureId } = reading
  const columns = Array.isArray(element.columns) ? element.columns.length : 0
  if (columns !== 5 && columns !== 6) {
    const message = `Statements have five steps from disagreement to agreement, and “I cannot say”; there are ${columns} columns. Ask each row as “radiogroup” instead.`
    findings.faults.push({ path, property: "columns", message })
    return
  }
  if (!Array.isArray(element.rows)) {
    findings.faults.push({ path, property: "rows", message: "List the statements here." })
    return
  }
  if (element.visibleIf !== undefined) {
    const message = "Statements are asked of everybody. Remove it."
    findings.faults.push({ path, property: "visibleIf", message })
  }
  const construct = figureId(element.name, `topic-${constructs.length + 1}`)
  constructs.push({ id: construct, name: title, about: {}, page: {} })
  for (const { text } of readItems(element.rows, `${path}.rows`, "rows", reading).choices) {
    const id = questionId(reading, `${construct}-${questions.length + 1}`)
    questions.push({ type: "likert", id, construct, text, audience: "everyone" })
  }
  const message = "Asked with Throughline’s five steps from disagreement to agreement, and “I cannot say”."
  findings.notes.push({ path, property: "columns", message })
}

/** Five points become a statement to agree with; any other number a choice among the numbers. */
export function readRating(
  element: Element,
  { id, text, path }: { id: string; text: Wording; path: string },
  depends: { unless?: Unless },
  reading: Reading,
): Question | undefined {
  const { own, findings, asked } = reading
  const first = numberIn(element.rateMin, -100, 100) ?? 1
  const step = numberIn(element.rateStep, 1, 100) ?? 1
  const count = numberIn(element.rateCount, 2, 30)
  const last = numberIn(element.rateMax, -100, 1000) ?? first + ((count ?? 5) - 1) * step
  const numbers = Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, at) => first + at * step)
  const values =
    Array.isArray(element.rateValues) && element.rateValues.length > 0 ? element.rateValues : numbers
  if (values.length < 2 || values.length > 11) {
    const message = `A rating has 2 to 11 steps; this has ${values.length}.`
    findings.faults.push({ path, property: "rateMax", message })
    return undefined
  }
  if (values.length === 5 && depends.unless === undefined) {
    const message =
      "Asked as a statement with Throughline’s five steps from disagreement to agreement. Choose its topic, and word it so that people can agree with it."
    findings.notes.push({ path, property: "type", message })
    return { type: "likert", id, construct: "", text, audience: "everyone" }
  }
  const { choices, choiceOf } = readItems(values, `${path}.rateValues`, "rateValues", reading)
  const ends = [
    [choices[0], readText(element.minRateDescription, path, "minRateDescription", own, findings)],
    [choices.at(-1), readText(element.maxRateDescription, path, "maxRateDescription", own, findings)],
  ] as const
  for (const [choice, said] of ends) if (choice !== undefined) describe(choice, said)
  const question: Question = { type: "choice", id, text, choices, ...depends }
  asked.set(String(element.name), { question, choiceOf })
  return question
}

/** "0" and "not at all" become "0: not at all". */
function describe(choice: Choice, said: Wording): void {
  const number = Object.values(choice.text)[0] ?? ""
  for (const [language, text] of Object.entries(said)) {
    choice.text[language as keyof Wording] = `${choice.text[language as keyof Wording] ?? number}: ${text}`
  }
}
