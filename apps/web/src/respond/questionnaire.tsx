import { type Language, type Questionnaire, toSurveyJs } from "@throughline/instrument"
import { createRoot } from "react-dom/client"
import { Model, settings } from "survey-core"
import { Survey } from "survey-react-ui"
import "survey-core/survey-core.fontless.min.css"
import "virtual:survey-base-theme.css"
import "./survey.css"
import { alsoLearn } from "./speech.ts"
import { surveyLocale } from "./survey-locale.ts"
import { registerTapRank } from "./tap-rank.tsx"

registerTapRank()
settings.animationEnabled = false
alsoLearn(surveyLocale)

/** The questions on screen. The frame around them (heading, progress, back, next, send) is the page's own. */
export interface Questions {
  pages(): number
  page(): number
  heading(): string
  /** What is asked of everything on the page; "" when nothing is. */
  prompt(): string
  /** Whether nothing but free text is asked on the page. */
  ownWordsOnly(): boolean
  counts(): { answered: number; asked: number }
  /** Whether the page shown may be left; if not, SurveyJS says why beside the question and moves focus there. */
  valid(): boolean
  go(page: number): void
  /** Same answers, same page, other language. */
  speak(language: Language): void
  close(): void
}

export function showQuestions(
  host: HTMLElement,
  input: {
    questionnaire: Questionnaire
    hasReports: boolean
    language: Language
    data: Record<string, unknown>
    page: number
    onAnswer(data: Record<string, unknown>): void
  },
): Questions {
  const root = createRoot(host)
  const scales = new Set(
    input.questionnaire.instrument.questions.filter(({ type }) => type === "likert").map(({ id }) => id),
  )
  let model = draw(input.language, input.data, input.page)

  function draw(language: Language, data: Record<string, unknown>, page: number): Model {
    const made = new Model(toSurveyJs(input.questionnaire, language, { hasReports: input.hasReports }))
    made.applyTheme({ themeName: "throughline", colorPalette: "light", isPanelless: true })
    made.locale = language
    made.showPageTitles = false
    made.showNavigationButtons = false
    made.widthMode = "responsive"
    made.onUpdateQuestionCssClasses.add((_, { question, cssClasses }) => {
      if (scales.has(question.name)) cssClasses.mainRoot = `${cssClasses.mainRoot} scale`
    })
    made.data = data
    made.currentPageNo = page
    made.onValueChanged.add((changed) => input.onAnswer(changed.data))
    root.render(<Survey key={language} model={made} />)
    return made
  }

  return {
    pages: () => model.visiblePages.length,
    page: () => model.currentPageNo,
    heading: () => model.currentPage?.processedTitle ?? "",
    prompt: () => model.currentPage?.description ?? "",
    ownWordsOnly: () =>
      model.currentPage?.questions.every(
        (question: { getType(): string }) => question.getType() === "comment",
      ) ?? false,
    counts() {
      const asked = model.getAllQuestions(true)
      return { answered: asked.filter((question) => !question.isEmpty()).length, asked: asked.length }
    },
    valid: () => model.validateCurrentPage() === true,
    go(page) {
      model.currentPageNo = page
    },
    speak(language) {
      const before = model
      model = draw(language, before.data, before.currentPageNo)
      before.dispose()
    },
    close() {
      root.unmount()
      model.dispose()
    },
  }
}
