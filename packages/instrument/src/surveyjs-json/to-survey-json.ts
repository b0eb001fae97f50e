import {
  CANNOT_SAY,
  type Choice,
  type Instrument,
  type Language,
  languages,
  type Question,
  type Wording,
} from "../instrument.ts"
import { literal } from "../literal.ts"
import { type AskedPage, pagesOf } from "../pages-of.ts"
import { visibility } from "../surveyjs.ts"
import { questionTexts } from "../texts/question-texts.ts"

/**
 * The instrument as SurveyJS JSON in all its languages, for other programs that draw SurveyJS. What SurveyJS has no
 * word for (topics, reversed statements, who is asked, the questions about the words of the strategy) stands under
 * `throughline`, which SurveyJS passes over and `fromSurveyJson` reads again.
 */
export function toSurveyJson(instrument: Instrument): object {
  const { id, version, constructs, composites } = instrument
  return {
    title: localized(instrument.name),
    pages: pagesOf(instrument).map((page) => ({
      name: page.id,
      ...title(page.title),
      elements: page.questions.map(element),
      throughline: markerOf(page, instrument),
    })),
    throughline: { id, version, constructs, composites },
  }
}

/** On which page of ours: one of `pages`, a construct's own, or none. */
function markerOf(page: AskedPage, instrument: Instrument): object {
  const listed = instrument.pages.find(({ id }) => `page-${id}` === page.id)
  if (listed !== undefined) return { page: listed.id }
  const construct = instrument.constructs.find(({ id }) => id === page.id)
  return construct === undefined ? {} : { construct: construct.id }
}

function element(question: Question): object {
  const named = { name: question.id, ...title(question.text) }
  const unless = "unless" in question ? question.unless : undefined
  switch (question.type) {
    case "likert": {
      const { construct, audience, reverse } = question
      return {
        ...named,
        type: "radiogroup",
        choices: scale(),
        throughline: { type: "likert", construct, audience, ...(reverse ? { reverse } : {}) },
      }
    }
    case "mission":
      return { ...named, type: "radiogroup", choices: [cannotSay()], throughline: { type: "mission" } }
    case "priorities":
      return {
        ...named,
        type: "checkbox",
        choices: [cannotSay()],
        maxSelectedChoices: question.pick,
        throughline: { type: "priorities" },
      }
    case "choice":
      return {
        ...named,
        type: "radiogroup",
        choices: choices(question.choices),
        ...visibility(unless),
      }
    case "ranking":
      return {
        ...named,
        type: "ranking",
        description: localized(
          everyLanguage((language) => questionTexts(language).ranking.prompt(question.pick)),
        ),
        choices: choices(question.choices),
        selectToRankEnabled: true,
        maxSelectedChoices: question.pick,
        ...visibility(unless),
      }
    case "text":
      return {
        ...named,
        type: "comment",
        maxLength: question.maxLength,
        rows: question.lines,
        ...visibility(unless),
      }
  }
}

function choices(all: readonly Choice[]): object[] {
  return all.map(({ id, text }) => {
    const written = localized(text)
    return { value: id, ...(Object.keys(written).length === 0 ? {} : { text: written }) }
  })
}

function title(text: Wording): object {
  const written = localized(text)
  return Object.keys(written).length === 0 ? {} : { title: written }
}

/** SurveyJS calls English "default". */
function localized(wording: Wording): Record<string, string> {
  return Object.fromEntries(
    languages.flatMap((language) => {
      const text = wording[language] ?? ""
      return text === "" ? [] : [[language === "en" ? "default" : language, literal(text)]]
    }),
  )
}

function everyLanguage(say: (language: Language) => string): Wording {
  return Object.fromEntries(languages.map((language) => [language, say(language)]))
}

function scale(): object[] {
  const steps = ([0, 1, 2, 3, 4] as const).map((at) => ({
    value: at + 1,
    text: localized(everyLanguage((language) => questionTexts(language).scale[at].replaceAll("\u00ad", ""))),
  }))
  return [...steps, cannotSay()]
}

function cannotSay(): object {
  const text = localized(everyLanguage((language) => questionTexts(language).cannotSay))
  return { value: CANNOT_SAY, text }
}
