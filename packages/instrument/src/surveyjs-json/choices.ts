import { type Choice, languages, type Wording } from "../instrument.ts"
import { LIMITS } from "../instrument-schema.ts"
import { idGiver } from "./ids.ts"
import { readText } from "./localized-text.ts"
import { checkProperties } from "./properties.ts"
import type { Reading } from "./reading.ts"

export interface ReadChoices {
  choices: Choice[]
  /** The value in SurveyJS → our id, for conditions. */
  choiceOf: Map<string, string>
}

const yes: Wording = { en: "Yes", de: "Ja", fr: "Oui", es: "Sí", tr: "Evet", ar: "نعم" }
const no: Wording = { en: "No", de: "Nein", fr: "Non", es: "No", tr: "Hayır", ar: "لا" }

export function readChoices(element: Record<string, unknown>, path: string, reading: Reading): ReadChoices {
  if (element.type === "boolean") return yesOrNo(element, path, reading)
  if (!Array.isArray(element.choices)) {
    reading.findings.faults.push({ path, property: "choices", message: "List the choices here." })
    return { choices: [], choiceOf: new Map() }
  }
  return readItems(element.choices, `${path}.choices`, "choices", reading)
}

/** A list of SurveyJS's items: a value, or a value and its text. */
export function readItems(
  items: readonly unknown[],
  path: string,
  property: string,
  reading: Reading,
): ReadChoices {
  const { own, findings } = reading
  if (items.length > LIMITS.choices) {
    const message = `There are ${items.length}; nobody reads more than ${LIMITS.choices} on a phone.`
    findings.faults.push({ path, property, message })
    return { choices: [], choiceOf: new Map() }
  }
  const giveId = idGiver()
  const choiceOf = new Map<string, string>()
  const choices = items.map((item, at): Choice => {
    const here = `${path}.${at}`
    const isObject = typeof item === "object" && item !== null && !Array.isArray(item)
    const { value, text } = isObject ? (item as Record<string, unknown>) : { value: item, text: undefined }
    if (isObject) checkProperties(item as Record<string, unknown>, ["choice"], here, findings)
    if (!["string", "number", "boolean"].includes(typeof value)) {
      findings.faults.push({ path: here, property: "value", message: "This choice has no value." })
    }
    const id = giveId(value, `choice-${at + 1}`)
    choiceOf.set(String(value), id)
    // SurveyJS's short form "value|text".
    const [, short] = typeof item === "string" && item.includes("|") ? item.split("|", 2) : []
    const said = text ?? short ?? (reading.isExport ? undefined : String(value))
    return { id, text: readText(said, here, "text", own, findings) }
  })
  return { choices, choiceOf }
}

function yesOrNo(element: Record<string, unknown>, path: string, { own, findings }: Reading): ReadChoices {
  const label = (property: "labelTrue" | "labelFalse", otherwise: Wording) => {
    const text = readText(element[property], path, property, own, findings)
    return languages.some((language) => text[language]) ? text : otherwise
  }
  return {
    choices: [
      { id: "yes", text: label("labelTrue", yes) },
      { id: "no", text: label("labelFalse", no) },
    ],
    choiceOf: new Map([
      ["true", "yes"],
      ["false", "no"],
    ]),
  }
}
