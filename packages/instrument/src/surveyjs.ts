import { CANNOT_SAY, type Language, likertItems, type Question } from "./instrument.ts"
import type { Option, Questionnaire } from "./questionnaire.ts"
import { type RespondentTexts, respondentTexts } from "./texts/respondent-texts.ts"

/**
 * The questionnaire as JSON for survey-core 3.0.0: one construct a page, one radio group an item (a grid of radio
 * buttons cannot be read on a phone), nothing that must be dragged, no property that takes HTML. The page around it
 * draws progress, promise and thanks itself, and sets the direction of writing. Question names are our question ids.
 */
export function toSurveyJs(
  questionnaire: Questionnaire,
  language: Language,
  options: { hasReports: boolean },
): object {
  const texts = respondentTexts(language)
  return {
    locale: language,
    showTitle: false,
    showProgressBar: false,
    showCompletePage: false,
    showQuestionNumbers: false,
    autoFocusFirstQuestion: false,
    clearInvisibleValues: "onHidden",
    textUpdateMode: "onTyping",
    pageNextText: texts.buttons.next,
    pagePrevText: texts.buttons.back,
    completeText: texts.buttons.send,
    pages: [
      ...constructPages(questionnaire, language, texts, options.hasReports),
      ...furtherPages(questionnaire, language, texts),
    ],
  }
}

/** Leaves out a page on which this respondent is asked nothing. */
function constructPages(
  { instrument }: Questionnaire,
  language: Language,
  texts: RespondentTexts,
  hasReports: boolean,
): object[] {
  const asked = likertItems(instrument).filter(({ audience }) => audience === "everyone" || hasReports)
  const choices = [
    ...texts.questions.scale.map((text, at) => ({ value: at + 1, text })),
    { value: CANNOT_SAY, text: texts.questions.cannotSay },
  ]
  return instrument.constructs.flatMap(({ id, page }) => {
    const items = asked.filter(({ construct }) => construct === id)
    if (items.length === 0) return []
    return {
      name: id,
      title: page[language],
      description: texts.questions.prompt,
      elements: items.map((item) => ({
        type: "radiogroup",
        name: item.id,
        title: item.text[language],
        choices,
      })),
    }
  })
}

function furtherPages(questionnaire: Questionnaire, language: Language, texts: RespondentTexts): object[] {
  const { instrument } = questionnaire
  return instrument.pages.map(({ id, title, questions }) => ({
    name: `page-${id}`,
    title: title[language],
    elements: questions.flatMap((name) => {
      const question = instrument.questions.find((candidate) => candidate.id === name)
      return question ? [element(question, questionnaire, language, texts)] : []
    }),
  }))
}

function element(
  question: Question,
  { missionOptions, priorityOptions }: Questionnaire,
  language: Language,
  { questions }: RespondentTexts,
): object {
  const named = { name: question.id, title: question.text[language] }
  switch (question.type) {
    case "priorities":
      return {
        ...named,
        type: "checkbox",
        description: questions.pickThree,
        choices: asChoices(priorityOptions),
        maxSelectedChoices: question.pick,
        // SurveyJS makes this choice exclusive; `fromSurveyJs` reads its value "none" as "cannot-say".
        showNoneItem: true,
        noneText: questions.cannotSay,
      }
    case "mission":
      return {
        ...named,
        type: "radiogroup",
        description: questions.pickOne,
        choices: [...asChoices(missionOptions), { value: CANNOT_SAY, text: questions.cannotSay }],
      }
    case "choice": {
      const choices = question.choices.map(({ id, text }) => ({ value: id, text: text[language] }))
      return { ...named, type: "radiogroup", choices, ...visibility(question.unless) }
    }
    case "text":
      return {
        ...named,
        type: "comment",
        description: questions.optional,
        maxLength: question.maxLength,
        rows: question.lines,
        autoGrow: true,
        allowResize: false,
      }
    case "likert":
      return { ...named, type: "radiogroup" } // Likert items have pages of their own
  }
}

function visibility(unless: { question: string; choice: string } | undefined): object {
  if (unless === undefined) return {}
  return { visibleIf: `{${unless.question}} notempty and {${unless.question}} != '${unless.choice}'` }
}

function asChoices(options: readonly Option[]): object[] {
  return options.map(({ id, text }) => ({ value: id, text }))
}
