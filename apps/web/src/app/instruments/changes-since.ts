import {
  type Instrument,
  type Language,
  languages,
  type Question,
  type Wording,
  word,
} from "@throughline/instrument"
import { counted, listed } from "../format.ts"
import { languageNames } from "../surveys/language-names.ts"
import { same } from "./merge-drafts.ts"
import { sectionName } from "./section-name.ts"
import { sectionOf, sectionsOf } from "./sections.ts"

/** What differs between two versions, a sentence each, in the words of whoever publishes. Empty when nothing does. */
export function changesSince(before: Instrument, after: Instrument, language: Language): string[] {
  const quoted = (wording: Wording) => `“${word(wording, language) || "a text without words"}”`
  return [
    ...renamed("The questionnaire", before.name, after.name, language),
    ...constructChanges(before, after, language),
    ...pageChanges(before, after, language),
    ...gone(before.questions, after.questions).map((question) => `Removed: ${quoted(question.text)}.`),
    ...gone(after.questions, before.questions).map(
      (question) => `Added to ${homeOf(after, question.id, language)}: ${quoted(question.text)}.`,
    ),
    ...both(before.questions, after.questions).flatMap(([was, is]) => questionChanges(was, is, language)),
    ...moves(before, after, language),
    ...gone(before.composites, after.composites).map((one) => `Summary removed: ${quoted(one.name)}.`),
    ...both(before.composites, after.composites).flatMap(([was, is]) => [
      ...renamed(`The summary ${quoted(was.name)}`, was.name, is.name, language),
      ...(same(was.constructs, is.constructs)
        ? []
        : [`What the summary ${quoted(is.name)} is made of has changed.`]),
    ]),
  ]
}

/** How many questions stand word for word as before: what can be compared between surveys of the two versions. */
export function comparable(before: Instrument, after: Instrument): number {
  return both(before.questions, after.questions).filter(([was, is]) => same(was, is)).length
}

function constructChanges(before: Instrument, after: Instrument, language: Language): string[] {
  const name = (wording: Wording) => `“${word(wording, language) || "no name"}”`
  return [
    ...gone(before.constructs, after.constructs).map((one) => `Topic removed: ${name(one.name)}.`),
    ...gone(after.constructs, before.constructs).map((one) => `New topic: ${name(one.name)}.`),
    ...both(before.constructs, after.constructs).flatMap(([was, is]) => [
      ...renamed(`The topic ${name(was.name)}`, was.name, is.name, language),
      ...reworded(`The heading of the page of ${name(is.name)}`, was.page, is.page),
      ...reworded(`What ${name(is.name)} is about`, was.about, is.about),
    ]),
  ]
}

function pageChanges(before: Instrument, after: Instrument, language: Language): string[] {
  const title = (wording: Wording) => `“${word(wording, language) || "no heading"}”`
  return [
    ...gone(before.pages, after.pages).map((one) => `Page removed: ${title(one.title)}.`),
    ...gone(after.pages, before.pages).map((one) => `New page: ${title(one.title)}.`),
    ...both(before.pages, after.pages).flatMap(([was, is]) =>
      renamed(`The page ${title(was.title)}`, was.title, is.title, language),
    ),
  ]
}

function questionChanges(was: Question, is: Question, language: Language): string[] {
  const text = `“${word(is.text, language) || "a text without words"}”`
  const changes = reworded(text, was.text, is.text)
  if (was.type === "likert" && is.type === "likert") {
    if (was.reverse !== is.reverse) {
      changes.push(
        `${text} ${is.reverse ? "now counts the other way round" : "no longer counts the other way round"}.`,
      )
    }
    if (was.audience !== is.audience) {
      changes.push(
        `${text} is now asked of ${is.audience === "everyone" ? "everyone" : "people with reports only"}.`,
      )
    }
    if (was.construct !== is.construct) changes.push(`${text} now counts towards something else.`)
  }
  if ("choices" in was && "choices" in is) {
    changes.push(...choiceChanges(text, was.choices, is.choices, language))
  }
  if (was.type === "ranking" && is.type === "ranking" && was.pick !== is.pick) {
    changes.push(`${text} asks for ${is.pick} instead of ${was.pick}.`)
  }
  if (was.type === "text" && is.type === "text" && was.maxLength !== is.maxLength) {
    changes.push(`${text} takes up to ${is.maxLength} characters instead of ${was.maxLength}.`)
  }
  const conditions = [was, is].map((one) => ("unless" in one ? one.unless : undefined))
  if (!same(conditions[0], conditions[1])) changes.push(`When ${text} is asked has changed.`)
  return changes
}

type Choices = { id: string; text: Wording }[]

function choiceChanges(question: string, was: Choices, is: Choices, language: Language): string[] {
  const name = ({ text }: { text: Wording }) => `“${word(text, language) || "an answer without words"}”`
  const common = both(was, is)
  const moved = !same(
    was.filter(({ id }) => is.some((one) => one.id === id)).map(({ id }) => id),
    is.filter(({ id }) => was.some((one) => one.id === id)).map(({ id }) => id),
  )
  return [
    ...gone(was, is).map((one) => `${question} no longer offers ${name(one)}.`),
    ...gone(is, was).map((one) => `${question} now offers ${name(one)}.`),
    ...common.flatMap(([old, now]) => reworded(`The answer ${name(now)}`, old.text, now.text)),
    ...(moved ? [`The answers of ${question} stand in another order.`] : []),
  ]
}

/** As few moves as explain the order: what stands out of line when the rest is read from top to bottom. */
function moves(before: Instrument, after: Instrument, language: Language): string[] {
  const quoted = (id: string) => {
    const question = after.questions.find((one) => one.id === id)
    return `“${word(question?.text ?? {}, language) || "a text without words"}”`
  }
  const asked = (instrument: Instrument) => sectionsOf(instrument).flatMap(({ questions }) => questions)
  const was = asked(before).map(({ id }) => id)
  const is = asked(after)
    .map(({ id }) => id)
    .filter((id) => was.includes(id))
  const stay = longestRise(is.map((id) => was.indexOf(id))).map((place) => was[place])
  const elsewhere = is.filter((id) => {
    const [from, to] = [sectionOf(before, id), sectionOf(after, id)]
    return from?.kind !== to?.kind || from?.id !== to?.id
  })
  const moved = is.filter((id) => !stay.includes(id) && !elsewhere.includes(id))
  const told = elsewhere.map((id) => `${quoted(id)} now stands in ${homeOf(after, id, language)}.`)
  if (moved.length > 3)
    return [...told, `${counted(moved.length, "question has", "questions have")} another place.`]
  return [...told, ...moved.map((id) => `${quoted(id)} has another place.`)]
}

/** The longest run of numbers in rising order, not necessarily side by side. */
function longestRise(numbers: readonly number[]): number[] {
  const best: number[][] = []
  for (const number of numbers) {
    const shorter = best.filter((run) => (run.at(-1) ?? -1) < number)
    const longest = shorter.reduce<number[]>((a, b) => (b.length > a.length ? b : a), [])
    best.push([...longest, number])
  }
  return best.reduce<number[]>((a, b) => (b.length > a.length ? b : a), [])
}

function renamed(what: string, was: Wording, is: Wording, language: Language): string[] {
  const [old, now] = [word(was, language), word(is, language)]
  if (old === now || was[language] === is[language]) return reworded(what, was, is)
  const others = languages.filter((one) => one !== language && !same(was[one] ?? "", is[one] ?? ""))
  const also = others.length === 0 ? "" : ` (and changed in ${named(others)})`
  return [`${what} is now called “${now}”${also}.`]
}

function reworded(what: string, was: Wording, is: Wording): string[] {
  const changed = languages.filter((one) => !same(was[one] ?? "", is[one] ?? ""))
  const added = changed.filter((one) => (was[one] ?? "") === "")
  const cleared = changed.filter((one) => (is[one] ?? "") === "")
  const other = changed.filter((one) => !added.includes(one) && !cleared.includes(one))
  return [
    ...(other.length > 0 ? [`${what} is worded differently in ${named(other)}.`] : []),
    ...(added.length > 0 ? [`${what} is now worded in ${named(added)} too.`] : []),
    ...(cleared.length > 0 ? [`${what} has no words in ${named(cleared)} any more.`] : []),
  ]
}

const named = (all: readonly Language[]) => listed(all.map((one) => languageNames[one]))

function homeOf(instrument: Instrument, question: string, language: Language): string {
  const section = sectionOf(instrument, question)
  return section ? `“${sectionName(instrument, section, language)}”` : "no page"
}

const gone = <T extends { id: string }>(from: readonly T[], to: readonly T[]): T[] =>
  from.filter(({ id }) => !to.some((one) => one.id === id))

function both<T extends { id: string }>(before: readonly T[], after: readonly T[]): [T, T][] {
  return after.flatMap((is): [T, T][] => {
    const was = before.find(({ id }) => id === is.id)
    return was ? [[was, is]] : []
  })
}
