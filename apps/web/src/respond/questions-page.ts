import type { Language, Notice } from "@throughline/instrument"
import type { Draft } from "./draft.ts"
import { element } from "./element.ts"
import { type Action, actionButton, actionRow } from "./notice-page.ts"
import type { Questions } from "./questionnaire.tsx"
import { focusHeading, type Page } from "./shell.ts"
import { pageTexts, pageWords } from "./speech.ts"
import { createWay } from "./way.ts"

export interface QuestionsPage {
  draw(language: Language): Page
  /** Shows that page of the questionnaire, with focus on its heading. */
  go(page: number): void
  /** Says something beside the buttons, aloud too; without a notice it falls silent. */
  tell(notice?: (language: Language) => Notice, actions?: (language: Language) => Action[]): void
  sending(busy: boolean): void
  close(): void
}

/** What this page needs of a draft, so that a preview can do without the rest. */
type Asked = Pick<Draft, "data" | "page" | "pages" | "language"> & {
  invitation: Pick<Draft["invitation"], "questionnaire" | "hasReports">
}

/** One page of questions at a time with its heading, the line that fills, and the ways back and on. */
export function questionsPage(
  showQuestions: typeof import("./questionnaire.tsx").showQuestions,
  draft: Asked,
  options: {
    correcting(): boolean
    lasting(): boolean
    onAnswer(): void
    onBack(): void
    onNext(page: number): void
    onSend(): void
    /** Under everything else. */
    below?(language: Language): Node[]
  },
): QuestionsPage {
  const host = element("div", { class: "questions" })
  const heading = element("h1")
  const whereabouts = element("p", { class: "whereabouts" })
  const prompt = element("p", { class: "lead" })
  const soFar = element("p", { class: "note" })
  const kept = element("p", { class: "note kept" })
  const message = element("div", { class: "notice attention", role: "alert" })
  const status = element("p", { class: "unseen", role: "status" })
  const steps = element("div", { class: "steps" })
  const way = createWay()
  const back = actionButton({ label: "", act: options.onBack, kind: "second" })
  const forward = actionButton({ label: "", act: goOn })
  forward.classList.add("forward")
  steps.append(back, forward)
  let language = draft.language
  let questions: Questions | undefined
  let busy = false
  let told: Parameters<QuestionsPage["tell"]> = []

  function refresh() {
    if (!questions) return
    const texts = pageTexts(language)
    const page = questions.page()
    draft.pages = questions.pages()
    const last = page === questions.pages() - 1
    const where = texts.progress(page + 1, questions.pages())
    way.show(page, questions.pages(), where)
    heading.textContent = questions.heading()
    whereabouts.textContent = where
    prompt.textContent = questions.ownWordsOnly() ? texts.comments : questions.prompt()
    prompt.hidden = prompt.textContent === ""
    count()
    const { next, send, sendCorrection } = texts.buttons
    const on = last ? (options.correcting() ? sendCorrection : send) : next
    forward.textContent = busy ? texts.busy.sending : on
    forward.setAttribute("aria-disabled", String(busy))
    back.textContent = texts.buttons.back
    status.textContent = busy ? texts.busy.sending : ""
    retell()
  }

  function count() {
    if (!questions) return
    const { answered, asked } = questions.counts()
    soFar.textContent = pageWords(language).answeredSoFar(answered, asked)
    soFar.hidden = questions.page() < questions.pages() - 1 || answered === asked
  }

  function retell() {
    const [notice, actions] = told
    const said = notice?.(language)
    kept.textContent = options.lasting() ? pageTexts(language).draftKept : pageWords(language).keepsNothing
    message.replaceChildren(
      ...(said
        ? [element("strong", {}, said.title), said.text, ...actionRow(actions?.(language) ?? [])]
        : []),
    )
  }

  function goOn() {
    if (busy || !questions?.valid()) return
    if (questions.page() === questions.pages() - 1) options.onSend()
    else options.onNext(questions.page() + 1)
  }

  return {
    draw(spoken) {
      if (!questions) {
        const { invitation, data, page } = draft
        const { questionnaire, hasReports } = invitation
        const onAnswer = (answers: Record<string, unknown>) => {
          draft.data = { ...answers }
          count()
          options.onAnswer()
        }
        questions = showQuestions(host, { questionnaire, hasReports, language: spoken, data, page, onAnswer })
      } else if (spoken !== language) {
        questions.speak(spoken)
        draft.language = spoken
        options.onAnswer() // who comes back finds the language that was chosen last
      }
      language = spoken
      draft.language = spoken
      refresh()
      return {
        title: `${heading.textContent} · ${whereabouts.textContent}`,
        content: [
          way.line,
          whereabouts,
          heading,
          prompt,
          host,
          soFar,
          message,
          steps,
          kept,
          status,
          ...(options.below?.(spoken) ?? []),
        ],
      }
    },
    go(page) {
      if (!questions || page === questions.page()) return
      questions.go(page)
      draft.page = questions.page()
      told = []
      refresh()
      document.title = `${heading.textContent} · ${whereabouts.textContent}`
      focusHeading()
    },
    tell(...next) {
      told = next
      retell()
    },
    sending(now) {
      busy = now
      refresh()
    },
    close: () => questions?.close(),
  }
}
