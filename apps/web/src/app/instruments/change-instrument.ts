import type { Instrument, Question } from "@throughline/instrument"
import { type Filled, findSection, type Section, sectionOf, sectionsOf } from "./sections.ts"

/** Where something stands after a move: "place 3 of 9". */
export interface Place {
  at: number
  of: number
}

/** One place up (−1) or down (1) among the questions of its section; unchanged at either end. */
export function moveQuestion(instrument: Instrument, id: string, by: -1 | 1): Instrument {
  const section = sectionOf(instrument, id)
  const at = section?.questions.findIndex((question) => question.id === id) ?? -1
  const neighbour = section?.questions[at + by]
  if (!neighbour) return instrument
  return inSections(instrument, (all) =>
    all.map((one) =>
      one.id === section?.id && one.kind === section.kind
        ? { ...one, questions: beside(one.questions, id, neighbour.id, by) }
        : one,
    ),
  )
}

export function placeOf(instrument: Instrument, id: string): Place {
  const questions = sectionOf(instrument, id)?.questions ?? []
  return { at: questions.findIndex((question) => question.id === id) + 1, of: questions.length }
}

/** One place up or down among the pages; an empty one has no place yet. */
export function moveSection(
  instrument: Instrument,
  kind: Section["kind"],
  id: string,
  by: -1 | 1,
): Instrument {
  return inSections(instrument, (all) => {
    const asked = all.filter(({ questions }) => questions.length > 0)
    const at = asked.findIndex((one) => one.kind === kind && one.id === id)
    const [section, neighbour] = [asked[at], asked[at + by]]
    if (!section || !neighbour) return all
    return asked.with(at, neighbour).with(at + by, section)
  })
}

export function placeOfSection(instrument: Instrument, kind: Section["kind"], id: string): Place {
  const asked = sectionsOf(instrument).filter(({ questions }) => questions.length > 0)
  return { at: asked.findIndex((one) => one.kind === kind && one.id === id) + 1, of: asked.length }
}

/** To the end of another section. Only statements have a place on a construct's own page. */
export function putQuestion(instrument: Instrument, id: string, kind: Filled, to: string): Instrument {
  const question = instrument.questions.find((one) => one.id === id)
  if (!question || (kind === "construct" && question.type !== "likert")) return instrument
  const last = findSection(instrument, kind, to)?.questions.findLast((one) => one.id !== id)
  const list = last
    ? beside(instrument.questions, id, last.id, 1)
    : [...instrument.questions.filter((one) => one.id !== id), question]
  return {
    ...instrument,
    questions: list.map((one) =>
      one.id === id && one.type === "likert" && kind === "construct" ? { ...one, construct: to } : one,
    ),
    pages: instrument.pages.map((page) => {
      const others = page.questions.filter((one) => one !== id)
      if (kind === "page" && page.id === to) return { ...page, questions: [...others, id] }
      return others.length === page.questions.length ? page : { ...page, questions: others }
    }),
  }
}

/** At the end of a section. */
export function addQuestion(
  instrument: Instrument,
  question: Question,
  kind: Filled,
  section: string,
): Instrument {
  return putQuestion(
    { ...instrument, questions: [...instrument.questions, question] },
    question.id,
    kind,
    section,
  )
}

/** Together with whatever points at it: pages that ask it, conditions that hang on it. */
export function removeQuestion(instrument: Instrument, id: string): Instrument {
  return {
    ...instrument,
    questions: instrument.questions.filter((one) => one.id !== id).map((one) => withoutCondition(one, id)),
    pages: instrument.pages.map((page) =>
      page.questions.includes(id) ? { ...page, questions: page.questions.filter((one) => one !== id) } : page,
    ),
  }
}

export function changeQuestion<Kind extends Question>(
  instrument: Instrument,
  id: string,
  change: (question: Kind) => Question,
): Instrument {
  return {
    ...instrument,
    questions: instrument.questions.map((one) => (one.id === id ? change(one as Kind) : one)),
  }
}

export function addConstruct(instrument: Instrument, id: string): Instrument {
  return { ...instrument, constructs: [...instrument.constructs, { id, name: {}, about: {}, page: {} }] }
}

export function addPage(instrument: Instrument, id: string): Instrument {
  return { ...instrument, pages: [...instrument.pages, { id, title: {}, questions: [] }] }
}

/** A construct goes with the items on its own page; its items on further pages stay and count towards nothing. */
export function removeConstruct(instrument: Instrument, id: string): Instrument {
  const gone = findSection(instrument, "construct", id)?.questions ?? []
  const without = gone.reduce((left, question) => removeQuestion(left, question.id), instrument)
  return {
    ...without,
    constructs: without.constructs.filter((one) => one.id !== id),
    questions: without.questions.map((one) =>
      one.type === "likert" && one.construct === id ? { ...one, construct: "" } : one,
    ),
    composites: without.composites
      .map((one) => ({ ...one, constructs: one.constructs.filter((part) => part !== id) }))
      .filter((one) => one.constructs.length > 0),
  }
}

/** A page goes with everything it asks. */
export function removePage(instrument: Instrument, id: string): Instrument {
  const gone = instrument.pages.find((page) => page.id === id)
  const without = (gone?.questions ?? []).reduce(removeQuestion, instrument)
  return { ...without, pages: without.pages.filter((page) => page.id !== id) }
}

function withoutCondition(question: Question, on: string): Question {
  if (!("unless" in question) || question.unless?.question !== on) return question
  const { unless: _, ...rest } = question
  return rest
}

/** Questions, constructs and pages put in the order of the sections. */
function inSections(instrument: Instrument, change: (sections: Section[]) => Section[]): Instrument {
  const sections = change(sectionsOf(instrument))
  const rank = (kind: Filled) => {
    const ids = sections.filter((one) => one.kind === kind).map(({ id }) => id)
    return (a: { id: string }, b: { id: string }) =>
      (ids.indexOf(a.id) + 1 || 1e6) - (ids.indexOf(b.id) + 1 || 1e6)
  }
  return {
    ...instrument,
    questions: sections.flatMap(({ questions }) => questions),
    constructs: instrument.constructs.toSorted(rank("construct")),
    pages: instrument.pages.toSorted(rank("page")),
  }
}

/** The list with that entry moved before (−1) or behind (1) another. */
function beside<T extends { id: string }>(list: T[], id: string, other: string, side: -1 | 1): T[] {
  const moved = list.find((one) => one.id === id)
  const rest = list.filter((one) => one.id !== id)
  const at = rest.findIndex((one) => one.id === other)
  if (!moved || at < 0) return list
  return rest.toSpliced(side === 1 ? at + 1 : at, 0, moved)
}
