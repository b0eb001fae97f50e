import type { Instrument, Language, Wording } from "@throughline/instrument"
import { putAt } from "./merge-drafts.ts"
import { sectionsOf } from "./sections.ts"

/** One text of an instrument, in all its languages. */
export interface InstrumentText {
  /** Ids and names from the instrument down: "questions/strategy-1/text". */
  path: string
  wording: Wording
  /** Whether respondents read it, so that a survey in a language needs it in that language. */
  needed: boolean
}

/** Every text in the order in which the editor shows it. */
export function textsOf(instrument: Instrument): InstrumentText[] {
  const construct = (id: string, asked: boolean): InstrumentText[] => {
    const found = instrument.constructs.find((one) => one.id === id)
    if (!found) return []
    // Left out, the heading is the name; on a page without statements nobody reads either.
    const headed = !isEmpty(found.page)
    return [
      { path: `constructs/${id}/name`, wording: found.name, needed: asked && !headed },
      { path: `constructs/${id}/page`, wording: found.page, needed: asked && headed },
      { path: `constructs/${id}/about`, wording: found.about, needed: false },
    ]
  }
  const page = (id: string, asked: boolean): InstrumentText[] => {
    const found = instrument.pages.find((one) => one.id === id)
    return found ? [{ path: `pages/${id}/title`, wording: found.title, needed: asked }] : []
  }
  const sections = sectionsOf(instrument).flatMap(({ kind, id, questions }) => [
    ...(kind === "construct" ? construct(id, questions.length > 0) : page(id, questions.length > 0)),
    ...questions.flatMap((question): InstrumentText[] => [
      { path: `questions/${question.id}/text`, wording: question.text, needed: true },
      ...("choices" in question ? question.choices : []).map((choice) => ({
        path: `questions/${question.id}/choices/${choice.id}/text`,
        wording: choice.text,
        needed: true,
      })),
    ]),
  ])
  const composites = instrument.composites.map(({ id, name }) => ({
    path: `composites/${id}/name`,
    wording: name,
    needed: false,
  }))
  return [{ path: "name", wording: instrument.name, needed: false }, ...sections, ...composites]
}

/** What a survey in that language would lack. */
export function missingTexts(instrument: Instrument, language: Language): InstrumentText[] {
  return textsOf(instrument).filter(({ wording, needed }) => needed && isBlank(wording[language]))
}

/** "questions.3.text.de" of a fault → "questions/strategy-1/text/de": it keeps its meaning when places change. */
export function pathById(instrument: Instrument, path: string): string {
  let here: unknown = instrument
  return path
    .split(".")
    .map((step) => {
      const next: unknown = (here as Record<string, unknown> | undefined)?.[step]
      const named = Array.isArray(here) ? idOf(next, step) : step
      here = next
      return named
    })
    .join("/")
}

function idOf(value: unknown, otherwise: string): string {
  if (typeof value === "string") return value
  const id = (value as { id?: unknown } | undefined)?.id
  return typeof id === "string" ? id : otherwise
}

/** The instrument with another text at that path, in one language: a single line, and none for "". */
export function withText(instrument: Instrument, path: string, language: Language, text: string): Instrument {
  const line = text.replaceAll(/\p{Cc}+/gu, " ")
  return putAt(instrument, `${path}/${language}`, line === "" ? undefined : line)
}

function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === ""
}

function isEmpty(wording: Wording): boolean {
  return Object.values(wording).every((text) => isBlank(text))
}
