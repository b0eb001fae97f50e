import { type Instrument, pagesOf, type Question } from "@throughline/instrument"

/**
 * What stands under one heading in the editor: a page that respondents see, in the order in which they see it; behind
 * them constructs and pages that ask nothing yet. "loose" holds what has no page, so that nothing is out of sight.
 */
export interface Section {
  kind: "construct" | "page" | "loose"
  /** Of the construct or the page; "" for what is loose. */
  id: string
  questions: Question[]
}

export type Filled = "construct" | "page"

export function sectionsOf(instrument: Instrument): Section[] {
  const asked = pagesOf(instrument).map(({ id, questions }): Section => {
    const page = instrument.pages.find((one) => `page-${one.id}` === id)
    if (page) return { kind: "page", id: page.id, questions }
    if (instrument.constructs.some((one) => one.id === id)) return { kind: "construct", id, questions }
    return { kind: "loose", id: "", questions }
  })
  const empty = (kind: Filled, list: readonly { id: string }[]) =>
    list
      .filter(({ id }) => !asked.some((section) => section.kind === kind && section.id === id))
      .map(({ id }): Section => ({ kind, id, questions: [] }))
  return [...asked, ...empty("construct", instrument.constructs), ...empty("page", instrument.pages)]
}

export function findSection(instrument: Instrument, kind: Section["kind"], id: string): Section | undefined {
  return sectionsOf(instrument).find((section) => section.kind === kind && section.id === id)
}

/** The section that holds a question. */
export function sectionOf(instrument: Instrument, question: string): Section | undefined {
  return sectionsOf(instrument).find(({ questions }) => questions.some(({ id }) => id === question))
}
