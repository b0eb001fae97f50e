import "../respond/respond.css"
import { showQuestions } from "../respond/questionnaire.tsx"
import { questionsPage } from "../respond/questions-page.ts"
import { createShell, type Shell } from "../respond/shell.ts"
import { learn, pageTexts } from "../respond/speech.ts"
import { type PreviewRequest, READY } from "./message.ts"
import { answersThatAsk, pageOf } from "./page-of.ts"

/** The respondent's own page with the respondent's own style sheet, in a frame, fed by HR's page around it. */
let shell: Shell | undefined
let shown: ReturnType<typeof questionsPage> | undefined
let data: Record<string, unknown> = {}
let page = 0
let turns = 0
/** Around the question that is being worked on; only HR sees it. */
const mark = new CSSStyleSheet()
document.adoptedStyleSheets.push(mark)
const notSent = {
  title: "This is a preview.",
  text: "Respondents send their sealed answer here. Nothing is sent from this page.",
}

async function show({ questionnaire, language, question }: PreviewRequest) {
  const turn = ++turns
  const { instrument } = questionnaire
  await learn(language)
  shell ??= createShell({ language, languageLabel: () => "" })
  await shell.introduce({ organization: questionnaire.organization, languages: [language], language })
  // Something newer may have been asked for in the meantime.
  if (turn !== turns) return
  if (question !== undefined) {
    data = { ...data, ...answersThatAsk(instrument, question) }
    page = pageOf(instrument, question, data)
  }
  shown?.close()
  const draft = { data, page, pages: 0, language, invitation: { questionnaire, hasReports: true } }
  const made = questionsPage(showQuestions, draft, {
    correcting: () => false,
    lasting: () => true,
    onAnswer: () => {
      data = draft.data
    },
    onBack: () => go(draft.page - 1),
    onNext: (next) => go(next),
    onSend: () => made.tell(() => notSent),
  })
  shown = made
  function go(next: number) {
    if (next < 0) return
    made.go(next)
    page = next
  }
  const { content } = made.draw(language)
  const main = document.querySelector("main")
  main?.replaceChildren(...content)
  // The page around has a main part and a header of its own.
  for (const part of [main, document.querySelector("header")])
    part?.setAttribute("aria-label", pageTexts(language).windowTitle)
  document.title = `${pageTexts(language).windowTitle} · Throughline`
  if (question !== undefined) follow(question)
}

/** Keeps the question in sight as soon as it is drawn; without motion, for it is drawn again with every word typed. */
function follow(question: string, tries = 20) {
  const drawn = document.querySelector<HTMLElement>(`.questions [data-name="${CSS.escape(question)}"]`)
  if (!drawn) {
    if (tries > 0) requestAnimationFrame(() => follow(question, tries - 1))
    return
  }
  // A rule instead of a class: SurveyJS sets the classes of its elements anew.
  mark.replaceSync(
    `.questions [data-name="${CSS.escape(question)}"] { outline: 2px dashed var(--line); outline-offset: 0.625rem; border-radius: 0.125rem }`,
  )
  drawn.scrollIntoView({ block: "center", behavior: "instant" })
}

window.addEventListener("message", ({ origin, source, data: message }: MessageEvent<PreviewRequest>) => {
  if (origin !== location.origin || source !== window.parent || message?.kind !== "throughline:preview")
    return
  void show(message)
})
if (window.parent !== window) window.parent.postMessage({ kind: READY }, location.origin)
