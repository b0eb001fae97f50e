import {
  CANNOT_SAY,
  type Choice,
  type Instrument,
  type Language,
  type Question,
  type Unless,
  type Wording,
  word,
} from "./instrument.ts"
import { literal } from "./literal.ts"
import { pagesOf } from "./pages-of.ts"
import type { Option, Questionnaire } from "./questionnaire.ts"
import { attributeTexts } from "./texts/attribute-texts.ts"
import { type QuestionTexts, questionTexts } from "./texts/question-texts.ts"

/**
 * The questionnaire as JSON for survey-core 3.0.0: one radio group an item (a grid of radio buttons cannot be read on a
 * phone), nothing that must be dragged, no property that takes HTML, every text literal. The page around it draws
 * progress, buttons, promise and thanks itself, and sets the direction of writing. Question names are our question ids.
 *
 * A ranking is a checkbox with `renderAs: "tap-rank"`. SurveyJS keeps a checkbox's value as an array in the order in
 * which its choices were ticked, so that the data of a ranking are ids, first comes first. Who draws the page registers
 * a component of that name (`RendererFactory.Instance.registerRenderer("checkbox", "tap-rank", …)`) that shows each
 * choice's place in `question.value` and sets that value; without one SurveyJS shows plain boxes, and the data are the
 * same.
 */
export function toSurveyJs(
  questionnaire: Questionnaire,
  language: Language,
  options: { hasReports: boolean },
): object {
  return {
    locale: language,
    showTitle: false,
    showProgressBar: false,
    showCompletePage: false,
    showQuestionNumbers: false,
    autoFocusFirstQuestion: false,
    clearInvisibleValues: "onHidden",
    textUpdateMode: "onTyping",
    pages: pages(questionnaire, language, questionTexts(language), options.hasReports),
  }
}

/** Leaves out a page on which this respondent is asked nothing. */
function pages(
  questionnaire: Questionnaire,
  language: Language,
  texts: QuestionTexts,
  hasReports: boolean,
): object[] {
  const { instrument } = questionnaire
  return pagesOf(instrument).flatMap(({ id, title, questions }) => {
    const asked = questions.filter(
      (question) => question.type !== "likert" || question.audience === "everyone" || hasReports,
    )
    if (asked.length === 0) return []
    const scalesOnly = asked.every(({ type }) => type === "likert")
    return {
      name: id,
      title: literal(headingOf(title, instrument, language)),
      ...(scalesOnly ? { description: texts.prompt } : {}),
      elements: asked.map((question, at) => ({
        ...element(question, questionnaire, language, texts),
        // Among other questions each run of statements says for itself what is to be done with it.
        ...(!scalesOnly && question.type === "likert" && asked[at - 1]?.type !== "likert"
          ? { description: texts.prompt }
          : {}),
      })),
    }
  })
}

function headingOf(title: Wording, instrument: Instrument, language: Language): string {
  return word(title, language) || word(instrument.name, language)
}

function element(
  question: Question,
  { missionOptions, priorityOptions, attribute }: Questionnaire,
  language: Language,
  texts: QuestionTexts,
): object {
  const named = { name: question.id, title: literal(word(question.text, language)) }
  switch (question.type) {
    case "likert":
      return {
        ...named,
        type: "radiogroup",
        choices: [
          ...texts.scale.map((text, at) => ({ value: at + 1, text })),
          { value: CANNOT_SAY, text: texts.cannotSay },
        ],
      }
    case "priorities":
      return {
        ...named,
        type: "checkbox",
        description: texts.pickUpTo(question.pick),
        choices: asChoices(priorityOptions),
        maxSelectedChoices: question.pick,
        // SurveyJS makes this choice exclusive; `answersFromSurveyJs` reads its value "none" as "cannot-say".
        showNoneItem: true,
        noneText: texts.cannotSay,
      }
    case "mission":
      return {
        ...named,
        type: "radiogroup",
        description: texts.pickOne,
        choices: [...asChoices(missionOptions), { value: CANNOT_SAY, text: texts.cannotSay }],
      }
    case "choice":
      return {
        ...named,
        type: "radiogroup",
        ...(question.id === attribute?.question
          ? { description: attributeTexts(language).why(attribute.k) }
          : {}),
        choices: asChoices(worded(question.choices, language)),
        ...visibility(question.unless),
      }
    case "ranking":
      return {
        ...named,
        type: "checkbox",
        renderAs: "tap-rank",
        description: texts.ranking.prompt(question.pick),
        choices: asChoices(worded(question.choices, language)),
        maxSelectedChoices: question.pick,
        ...visibility(question.unless),
      }
    case "text":
      return {
        ...named,
        type: "comment",
        description: texts.optional,
        maxLength: question.maxLength,
        rows: question.lines,
        autoGrow: true,
        allowResize: false,
        ...visibility(question.unless),
      }
  }
}

export function visibility(unless: Unless | undefined): object {
  if (unless === undefined) return {}
  return { visibleIf: `{${unless.question}} notempty and {${unless.question}} != '${unless.choice}'` }
}

function worded(choices: readonly Choice[], language: Language): Option[] {
  return choices.map(({ id, text }) => ({ id, text: word(text, language) }))
}

function asChoices(options: readonly Option[]): object[] {
  return options.map(({ id, text }) => ({ value: id, text: literal(text) }))
}
