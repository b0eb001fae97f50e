import { maximumAnswerBytes } from "./answers.ts"
import { type Instrument, type Language, likertItems, type Question } from "./instrument.ts"
import { isReserved } from "./instrument-schema.ts"
import { missingTexts, type PlacedText, respondentsRead } from "./instrument-texts.ts"
import { isEmpty } from "./pages-of.ts"
import { tidy } from "./words.ts"

/** `path` is where it stands, "questions.3.text.de"; `message` says what is wrong and what to do, in plain words. */
export interface InstrumentFault {
  path: string
  message: string
}

/** Most characters that can be read at a glance on a phone. */
const LONGEST: Record<PlacedText["kind"], number> = {
  statement: 180,
  question: 240,
  choice: 140,
  heading: 80,
}

/** A sealed ballot has one size for all, and the ballot box takes no larger one. */
const LARGEST_ANSWERS = 40_000

const inEnglish: Record<Language, string> = {
  en: "English",
  de: "German",
  fr: "French",
  es: "Spanish",
  tr: "Turkish",
  ar: "Arabic",
}

/**
 * Everything that would keep this instrument from being asked well in these languages; empty when it can be. Takes
 * whatever `instrumentSchema` lets through, a half-written draft too.
 */
export function checkInstrument(instrument: Instrument, languages: readonly Language[]): InstrumentFault[] {
  return [
    ...wholeFaults(instrument),
    ...idFaults(instrument),
    ...constructFaults(instrument),
    ...instrument.questions.flatMap((question, at) => questionFaults(instrument, question, at)),
    ...pageFaults(instrument),
    ...compositeFaults(instrument),
    ...languages.flatMap((language) => textFaults(instrument, language)),
  ]
}

function wholeFaults(instrument: Instrument): InstrumentFault[] {
  const faults: InstrumentFault[] = []
  const { name, questions } = instrument
  if (isEmpty(name)) faults.push({ path: "name", message: "Give the questionnaire a name." })
  if (questions.length === 0) {
    faults.push({ path: "questions", message: "There is no question yet. Add at least one." })
  }
  const none = { organization: "", vision: "", missionOptions: [], priorityOptions: [] }
  if (maximumAnswerBytes({ instrument, ...none }) > LARGEST_ANSWERS) {
    faults.push({
      path: "questions",
      message:
        "The answers in people’s own words may become too large together. Allow fewer characters, or ask fewer such questions.",
    })
  }
  return faults
}

function idFaults({ constructs, questions, pages, composites }: Instrument): InstrumentFault[] {
  const lists = { constructs, questions, pages, composites }
  const ids = Object.entries(lists).flatMap(([list, all]) =>
    all.map(({ id }, at) => [`${list}.${at}.id`, id] as const),
  )
  const choices = questions.flatMap((question, at) =>
    "choices" in question
      ? question.choices.map(({ id }, place) => [`questions.${at}.choices.${place}.id`, id] as const)
      : [],
  )
  return [...ids, ...choices].flatMap(([path, id]) =>
    isReserved(id)
      ? [{ path, message: `“${id}” is a name that Throughline needs itself. Choose another.` }]
      : [],
  )
}

function constructFaults(instrument: Instrument): InstrumentFault[] {
  return instrument.constructs.flatMap(({ id, name }, at) => {
    const items = likertItems(instrument).filter(({ construct }) => construct === id)
    const faults: InstrumentFault[] = []
    if (isEmpty(name)) faults.push({ path: `constructs.${at}.name`, message: "Give this topic a name." })
    if (items.length === 0) {
      faults.push({
        path: `constructs.${at}`,
        message: "No statement belongs to this topic. Add one, or remove the topic.",
      })
    }
    if (new Set(items.map((item) => item.audience)).size > 1) {
      faults.push({
        path: `constructs.${at}`,
        message:
          "Some statements of this topic are for everybody, some for people with reports only: their results could not be compared. Give the latter a topic of their own.",
      })
    }
    const [only] = items
    if (items.length === 1 && only?.reverse) {
      faults.push({
        path: `constructs.${at}`,
        message:
          "The only statement of this topic is reversed: people who overlook that would turn the result round. Add a statement that is not reversed.",
      })
    }
    return faults
  })
}

function questionFaults(instrument: Instrument, question: Question, at: number): InstrumentFault[] {
  const faults: InstrumentFault[] = []
  const say = (field: string, message: string) => faults.push({ path: `questions.${at}${field}`, message })
  if (question.type === "likert") {
    if (question.construct === "") say(".construct", "Choose the topic that this statement belongs to.")
    else if (!instrument.constructs.some(({ id }) => id === question.construct)) {
      say(".construct", "The topic of this statement does not exist any more. Choose another.")
    }
  } else if (!instrument.pages.some(({ questions }) => questions.includes(question.id))) {
    say("", "This question is on no page. Put it on one, so that it has a heading.")
  }
  if ("choices" in question) {
    if (question.choices.length < 2) say(".choices", "Give at least two choices.")
    else if (question.type === "ranking" && question.pick > question.choices.length) {
      say(".pick", `There are only ${question.choices.length} choices to put in order.`)
    }
  }
  const unless = "unless" in question ? question.unless : undefined
  if (unless !== undefined) {
    const place = instrument.questions.findIndex(({ id }) => id === unless.question)
    const asked = instrument.questions[place]
    if (asked?.type !== "choice") say(".unless", "It depends on a question with choices that does not exist.")
    else if (!asked.choices.some(({ id }) => id === unless.choice)) {
      say(".unless", "It depends on a choice that does not exist any more.")
    } else if (place >= at) {
      say(".unless", "It depends on a question that is asked later. Move that one up, or this one down.")
    }
  }
  return faults
}

function pageFaults({ pages, questions }: Instrument): InstrumentFault[] {
  const known = new Set<string>(questions.map(({ id }) => id))
  const placed = new Set<string>()
  return pages.flatMap((page, at) => {
    const faults = page.questions.flatMap((id, place) => {
      const path = `pages.${at}.questions.${place}`
      if (!known.has(id))
        return [{ path, message: "This question does not exist any more. Take it off the page." }]
      if (placed.has(id)) return [{ path, message: "This question stands on a page already." }]
      placed.add(id)
      return []
    })
    if (page.questions.length > 0) return faults
    return [
      { path: `pages.${at}`, message: "Nothing is asked on this page. Put a question on it, or remove it." },
    ]
  })
}

function compositeFaults({ composites, constructs }: Instrument): InstrumentFault[] {
  const known = new Set(constructs.map(({ id }) => id))
  return composites.flatMap((composite, at) => {
    const path = `composites.${at}`
    return [
      ...(isEmpty(composite.name) ? [{ path: `${path}.name`, message: "Give this summary a name." }] : []),
      ...(composite.constructs.length === 0
        ? [{ path: `${path}.constructs`, message: "Choose the topics that this summary is made of." }]
        : []),
      ...composite.constructs.flatMap((id, place) =>
        known.has(id) && composite.constructs.indexOf(id) === place
          ? []
          : [
              {
                path: `${path}.constructs.${place}`,
                message: known.has(id)
                  ? "This topic is in the summary twice."
                  : "This topic does not exist any more. Take it out of the summary.",
              },
            ],
      ),
    ]
  })
}

function textFaults(instrument: Instrument, language: Language): InstrumentFault[] {
  const missing = missingTexts(instrument, language).map(({ path }) => ({
    path: `${path}.${language}`,
    message: `The ${inEnglish[language]} text is missing.`,
  }))
  const texts = respondentsRead(instrument)
  const long = texts.flatMap(({ path, kind, wording }) => {
    const { length } = wording[language] ?? ""
    if (length <= LONGEST[kind]) return []
    const message = `This has ${length} characters; at most ${LONGEST[kind]} can be read well on a phone.`
    return [{ path: `${path}.${language}`, message }]
  })
  const asked = texts.filter(({ kind }) => kind === "statement" || kind === "question")
  const choices = instrument.questions.map((_, at) =>
    texts.filter(({ path }) => path.startsWith(`questions.${at}.choices.`)),
  )
  const twice = [asked, ...choices].flatMap((group) => duplicates(group, language))
  return [...missing, ...long, ...twice]
}

function duplicates(group: readonly PlacedText[], language: Language): InstrumentFault[] {
  const seen = new Set<string>()
  return group.flatMap(({ path, wording }) => {
    const same = tidy(wording[language] ?? "")
      .toLowerCase()
      .replace(/[.!?。؟…]+$/u, "")
    if (same === "") return []
    if (seen.has(same))
      return [{ path: `${path}.${language}`, message: "This says the same as another one." }]
    seen.add(same)
    return []
  })
}
