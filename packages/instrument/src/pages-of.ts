import type { Instrument, Question, Wording } from "./instrument.ts"

/** What a respondent is asked at one time. */
export interface AskedPage {
  id: string
  title: Wording
  questions: Question[]
}

/**
 * Every question on exactly one page, in the order of asking: a page stands where its first question stands. What no
 * page names is asked on its construct's page; what has neither, on a page under the instrument's own name, so that
 * nothing is lost while an instrument is being edited.
 */
export function pagesOf(instrument: Instrument): AskedPage[] {
  const pages = new Map<string, AskedPage>()
  for (const question of instrument.questions) {
    const { id, title } = placeOf(instrument, question)
    const page = pages.get(id) ?? { id, title, questions: [] }
    page.questions.push(question)
    pages.set(id, page)
  }
  return [...pages.values()]
}

function placeOf(instrument: Instrument, question: Question): { id: string; title: Wording } {
  const page = instrument.pages.find(({ questions }) => questions.includes(question.id))
  if (page !== undefined) return { id: `page-${page.id}`, title: page.title }
  const construct =
    question.type === "likert" ? instrument.constructs.find(({ id }) => id === question.construct) : undefined
  if (construct === undefined) return { id: "page-", title: instrument.name }
  return { id: construct.id, title: isEmpty(construct.page) ? construct.name : construct.page }
}

/** Whether nothing is written in any language. */
export function isEmpty(wording: Wording): boolean {
  return Object.values(wording).every((text) => text === "")
}
