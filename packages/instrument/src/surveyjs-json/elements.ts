import type { Choice, Question, Unless, Wording } from "../instrument.ts"
import { exportMarkers, LIMITS } from "../instrument-schema.ts"
import { readChoices } from "./choices.ts"
import { readText } from "./localized-text.ts"
import { checkProperties, type Place } from "./properties.ts"
import { numberIn, questionId, type Reading, readMarker } from "./reading.ts"
import { readMatrix, readRating } from "./scales.ts"
import { readCondition } from "./visible-if.ts"

type Element = Record<string, unknown>

/** What to ask instead of the types that Throughline does not have. */
const instead: Record<string, string> = {
  html: "Throughline shows plain text only. Put what it says into the title of a page or a question.",
  image: "Throughline shows no pictures. Say it in words.",
  imagepicker: "Throughline shows no pictures. Use “radiogroup” with choices in words.",
  imagemap: "Throughline shows no pictures. Use “radiogroup” with choices in words.",
  file: "Throughline takes no files: they would tell who sent them. Ask for a “comment”.",
  signaturepad: "A signature would tell who answered. Remove it.",
  expression: "Throughline does not compute from answers. Remove it.",
  multipletext: "Ask each of its lines as a “comment” of its own.",
  paneldynamic: "Ask what it repeats once, as questions of their own.",
  flowpanel: "Ask its questions one by one.",
  matrixdropdown: "Ask each row as a question of its own.",
  matrixdynamic: "Ask each row as a question of its own.",
  slider: "Use “rating” with up to eleven steps.",
}

const readable: Record<string, Place> = {
  radiogroup: "radiogroup",
  dropdown: "dropdown",
  buttongroup: "buttongroup",
  checkbox: "checkbox",
  tagbox: "tagbox",
  ranking: "ranking",
  boolean: "boolean",
  rating: "rating",
  matrix: "matrix",
  comment: "comment",
  text: "text",
}

/** Reads one element of SurveyJS, of whatever type, into `reading`. */
export function readElement(element: Element, path: string, reading: Reading): void {
  const { findings, own } = reading
  const type = String(element.type)
  const place = Object.hasOwn(readable, type) ? readable[type] : undefined
  if (place === undefined) {
    const advice = Object.hasOwn(instead, type) ? instead[type] : undefined
    const message = `Throughline has no question of the type “${type.slice(0, 40)}”. ${advice ?? "Remove it."}`
    findings.faults.push({ path, property: "type", message })
    return
  }
  checkProperties(element, ["element", place], path, findings)
  const name = String(element.name ?? "")
  if (reading.names.has(name)) {
    findings.faults.push({ path, property: "name", message: `Two questions have the name “${name}”.` })
  }
  reading.names.add(name)
  const marker = readMarker(element.throughline, exportMarkers.element, path, findings)
  // As SurveyJS does: without a title the name is shown.
  const said = element.title ?? (reading.isExport ? undefined : name)
  const text = readText(said, path, "title", own, findings)
  if (marker?.type === "mission" || marker?.type === "priorities") {
    if (reading.questions.some(({ id }) => id === marker.type)) {
      findings.faults.push({ path, property: "throughline", message: "This can be asked only once." })
    } else if (marker.type === "mission") reading.questions.push({ type: "mission", id: "mission", text })
    else reading.questions.push({ type: "priorities", id: "priorities", text, pick: 3 })
    return
  }
  if (type === "matrix") {
    readMatrix(element, text, path, reading)
    return
  }
  const id = questionId(reading, name)
  if (marker?.type === "likert") {
    const { construct, audience, reverse } = marker
    reading.questions.push({ type: "likert", id, construct, text, audience, ...(reverse ? { reverse } : {}) })
    return
  }
  const question = readQuestion(type, element, { id, text, path }, reading)
  if (question !== undefined) reading.questions.push(question)
}

function readQuestion(
  type: string,
  element: Element,
  { id, text, path }: { id: string; text: Wording; path: string },
  reading: Reading,
): Question | undefined {
  const { findings } = reading
  const depends = condition(element, path, reading)
  switch (type) {
    case "comment":
    case "text": {
      if (type === "text" && !["text", undefined].includes(element.inputType as string | undefined)) {
        const message =
          "Throughline takes any text here and checks no such kind. Remove it, or offer choices."
        findings.faults.push({ path, property: "inputType", message })
      }
      const short = type === "text"
      const maxLength = numberIn(element.maxLength, 1, LIMITS.answer) ?? (short ? 200 : 800)
      const lines = short ? 1 : (numberIn(element.rows, 1, 20) ?? 4)
      return { type: "text", id, text, maxLength, lines, ...depends }
    }
    case "rating":
      return readRating(element, { id, text, path }, depends, reading)
    case "checkbox":
    case "tagbox":
    case "ranking": {
      const { choices } = readChoices(element, path, reading)
      const pick = pickOf(type, element, choices, path, reading)
      return { type: "ranking", id, text, choices, pick, ...depends }
    }
    default: {
      const { choices, choiceOf } = readChoices(element, path, reading)
      const question: Question = { type: "choice", id, text, choices, ...depends }
      reading.asked.set(String(element.name), { question, choiceOf })
      return question
    }
  }
}

/** How many may be put in order. Several without an order is no question of ours: they are asked in order. */
function pickOf(
  type: string,
  element: Element,
  choices: readonly Choice[],
  path: string,
  { findings }: Reading,
): number {
  const most = Math.min(Math.max(choices.length, 1), LIMITS.choices)
  // Zero is SurveyJS's way to say "any number".
  const given = element.maxSelectedChoices === 0 ? undefined : element.maxSelectedChoices
  if (type === "ranking") return numberIn(given, 1, LIMITS.choices) ?? most
  const pick = numberIn(given, 1, LIMITS.choices)
  if (pick === undefined) {
    const message = "Say how many may be chosen: people are asked for the first so many, in order."
    findings.faults.push({ path, property: "maxSelectedChoices", message })
    return most
  }
  const message = `Asked as a ranking: people choose up to ${pick}, what comes first first.`
  findings.notes.push({ path, property: "type", message })
  return pick
}

function condition(element: Element, path: string, { asked, findings }: Reading): { unless?: Unless } {
  if (element.visibleIf === undefined || element.visibleIf === "") return {}
  const unless = readCondition(element.visibleIf, asked)
  if (unless !== undefined) return { unless }
  const message =
    "Throughline can leave a question out after one choice of an earlier question: {question} != 'choice'. Use that, or remove it."
  findings.faults.push({ path, property: "visibleIf", message })
  return {}
}
