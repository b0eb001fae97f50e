import { type Instrument, type Language, languages, word } from "@throughline/instrument"
import { languageNames } from "../surveys/language-names.ts"
import { typeNames } from "./new-question.ts"
import { sectionName } from "./section-name.ts"
import { sectionOf } from "./sections.ts"

/** What stands at a path of ids, in words: "German text of “I know …”". */
export function nameOfPath(instrument: Instrument, path: string, language: Language): string {
  const [list, id = "", ...rest] = path.split("/")
  const spoken = languages.find((one) => one === path.split("/").at(-1))
  const what = (name: string) => (spoken ? `${languageNames[spoken]} text of ${name}` : name)
  if (list === "name") return what("the name")
  if (list === "constructs") return what(`“${sectionName(instrument, { kind: "construct", id }, language)}”`)
  if (list === "pages") return what(`the page “${sectionName(instrument, { kind: "page", id }, language)}”`)
  if (list === "composites") return what("a summary")
  const question = instrument.questions.find((one) => one.id === id)
  if (!question) return "The questionnaire"
  const section = sectionOf(instrument, id)
  const at = (section?.questions.findIndex((one) => one.id === id) ?? 0) + 1
  const where = section ? ` ${at} in ${sectionName(instrument, section, language)}` : ""
  const text = word(question.text, language)
  const name = text === "" ? `${typeNames[question.type]}${where}` : `“${text}”`
  return what(rest[0] === "choices" ? `an answer of ${name}` : name)
}
