import { canonicalJson } from "@throughline/ballot"
import { formatMoment, type Language, type Notice, type PageTexts } from "@throughline/instrument"
import { type Draft, newReceipt, type Progress, removeDraft } from "./draft.ts"
import { element } from "./element.ts"
import { fetchInvitation, type Invitation, type OpenInvitation, type SurveyFacts } from "./invitation.ts"
import { type Action, actionRow, confirmed, noticePage } from "./notice-page.ts"
import { endings, outcomeNotice } from "./outcome-notice.ts"
import { addPage, enterPages, leavePages, pageInHistory } from "./page-history.ts"
import { preferredLanguage } from "./preferred-language.ts"
import { promisePage } from "./promise-page.ts"
import { type QuestionsPage, questionsPage } from "./questions-page.ts"
import { remember } from "./remember.ts"
import { createSaver } from "./saver.ts"
import { memoryShelf, type Shelf } from "./shelf.ts"
import type { Shell } from "./shell.ts"
import { learn, pageTexts, pageWords } from "./speech.ts"
import { thanksPage } from "./thanks-page.ts"

const answering = () => import("./answering.ts")

/** One visit of one personal link, from opening it to the thanks. */
export async function openLink(shell: Shell, secret: string): Promise<void> {
  const opening = fetchInvitation(secret)
  const remembering = remember(secret)
  shell.show((language) => ({
    title: pageTexts(language).windowTitle,
    content: [element("p", { role: "status", class: "lead" }, pageTexts(language).busy.loading)],
  }))

  // The first date a browser formats takes it longest; it may as well do so while the server is being asked.
  setTimeout(() => formatMoment(new Date().toISOString(), shell.language()), 30)

  const memory = memoryShelf()
  let id = ""
  /** Where a draft may be kept; undefined where this browser keeps nothing, and until it has been asked. */
  let lasting: Shelf | undefined
  let shelf = memory
  let draft: Draft | undefined
  let progress: Progress = "writing"
  let asking = true
  let shared = false
  /** Nothing more can be sent from here. */
  let over = false
  let questions: QuestionsPage | undefined
  let prepared: { draft: Draft; page: QuestionsPage } | undefined
  /** The page that lies before the questionnaire: the promise, or the word that an answer is in. */
  let front: () => void = () => {}
  const saver = createSaver(
    () => (draft ? { shelf, id, draft } : undefined),
    () => questions?.tell((language) => pageWords(language).notKept),
  )
  const keeps = () => shelf.lasting && !saver.lost()

  const invitation = await opening
  if ("organization" in invitation) await introduce(invitation)
  listen()
  const early = invitation.state === "open" && pageInHistory() === undefined
  // Most people open their link for the first time: the promise need not wait for the browser's storage.
  if (early) promise(invitation)
  await remembered()
  if (early && !draft && lasting) beginWith(invitation)
  else await arrive(invitation)

  async function remembered() {
    const found = await remembering
    if (!asking) return
    asking = false
    id = found.id
    lasting = found.lasting
    shelf = lasting ?? memory
    draft = found.kept?.draft
    progress = found.kept?.progress ?? "writing"
    if (draft) await introduce(draft.invitation)
  }

  function introduce({ organization, languages, language }: SurveyFacts & Partial<OpenInvitation>) {
    const preferred = languages && preferredLanguage(navigator.languages, languages, language)
    return shell.introduce({
      organization: organization.name,
      languages,
      language: draft?.language ?? preferred,
    })
  }

  /** What the link's state and this browser's memory together mean. */
  async function arrive(found: Invitation) {
    switch (found.state) {
      case "open":
        if (draft && canonicalJson(draft.invitation.manifest) !== canonicalJson(found.manifest)) {
          return end((language) => outcomeNotice("broken-promise", language))
        }
        if (draft) draft.invitation = found
        beginWith(found)
        return resumeOrFront()
      case "answered":
        if (!draft || progress === "writing") return say((texts) => texts.states.answeredElsewhere)
        front = progress === "sending" ? unconfirmed : () => answered(found)
        return resumeOrFront()
      case "closed":
        if (draft) await removeDraft(shelf, id)
        draft = undefined
        return say((texts) => texts.states.closed(found.survey))
      case "unknown":
        return say((texts) => (draft ? texts.states.expired : texts.states.unknown))
      default:
        if (!draft) return notice((language) => pageWords(language).unreachable, reload)
        // The server cannot be asked; what was begun here can go on until it is to be sent.
        beginWith(draft.invitation)
        return resumeOrFront()
    }
  }

  function beginWith(open: OpenInvitation) {
    front = () => promise(open)
    answering()
      .then(() => whenIdle(() => prepare(open)))
      .catch(() => {}) // asked for again when it is needed
  }

  /** Draws the first page out of sight while the promise is being read, so that Begin need not wait for it. */
  async function prepare(open: OpenInvitation) {
    if (draft || questions || prepared) return
    const begun = newDraft(open)
    prepared = { draft: begun, page: await makeQuestions(begun) }
    prepared.page.draw(begun.language)
  }

  function newDraft(open: OpenInvitation): Draft {
    const language = shell.language()
    return { data: {}, page: 0, pages: 1, language, invitation: open, receipt: newReceipt() }
  }

  /** A page that was reloaded in the middle of the questionnaire stays there. */
  function resumeOrFront() {
    const at = pageInHistory()
    if (draft && at !== undefined) return ask(draft, at).catch(front)
    leavePages()
    front()
  }

  function promise(open: OpenInvitation) {
    shell.show((language) =>
      promisePage(language, {
        invitation: open,
        stopped: draft && { page: draft.page + 1, pages: draft.pages },
        lasting: asking || lasting !== undefined,
        shared,
        onShared(chosen) {
          shared = chosen
        },
        onBegin: (button) => begin(open, button),
        async onStartOver() {
          await removeDraft(shelf, id)
          draft = undefined
          progress = "writing"
          front()
        },
      }),
    )
  }

  async function begin(open: OpenInvitation, button: HTMLButtonElement) {
    if (button.getAttribute("aria-disabled") === "true") return
    button.setAttribute("aria-disabled", "true")
    button.textContent = pageWords(shell.language()).loadingQuestions
    try {
      const { keepsPromise } = await answering()
      if (!(await keepsPromise(open))) return end((language) => outcomeNotice("broken-promise", language))
      await remembered()
      shelf = lasting && !shared ? lasting : memory
      draft ??= prepared?.draft ?? newDraft(open)
      enterPages(draft.page)
      await ask(draft, draft.page)
    } catch {
      notice((language) => pageWords(language).unreachable, reload)
    }
  }

  async function ask(current: Draft, page: number) {
    current.page = page
    const ready = prepared?.draft === current && page === 0 ? prepared.page : await makeQuestions(current)
    prepared = undefined
    questions?.close()
    questions = ready
    shell.show(questions.draw)
    saver.save()
  }

  async function makeQuestions(current: Draft): Promise<QuestionsPage> {
    const { showQuestions } = await answering()
    await learn(current.language) // what SurveyJS says in it
    return questionsPage(showQuestions, current, {
      correcting: () => progress !== "writing",
      lasting: keeps,
      onAnswer: saver.save,
      onBack: () => history.back(),
      onNext(page) {
        addPage(page)
        goTo(page)
      },
      onSend,
    })
  }

  function goTo(page: number) {
    questions?.go(page)
    saver.save()
  }

  async function onSend() {
    if (!draft || !questions) return
    const asked = questions
    asked.tell()
    asked.sending(true)
    await saver.settled()
    const kept = await shelf.read(id).catch(() => undefined)
    // A ballot key that is kept already must be used again, or the box would not know the same hand.
    if (!kept?.sealed || (saver.lost() && !kept.ballotKey)) {
      shelf = memory // the browser has no room; the answers in memory are sent all the same
      await saver.settled()
    }
    const { send } = await answering()
    const outcome = await send({ shelf, id, secret, draft })
    asked.sending(false)
    if (outcome === "sent") {
      progress = "sent"
      return thanks(draft.invitation)
    }
    if (outcome !== "empty" && outcome !== "unfit") progress = "sending"
    const told = (language: Language) => outcomeNotice(outcome, language)
    if (endings.includes(outcome)) return end(told)
    asked.tell(told, (language) => {
      const texts = pageTexts(language)
      if (outcome === "refused") return reload(texts)
      return outcome === "busy" || outcome === "no-reply" ? [{ label: texts.buttons.retry, act: onSend }] : []
    })
  }

  function thanks(open: OpenInvitation) {
    front = () => answered(open)
    leaveQuestions()
    shell.show((language) => {
      const below = [...actionRow([correct(language)]), ...forgetting(language)]
      return thanksPage(language, open, { lasting: shelf.lasting, below })
    })
  }

  function answered({ survey }: SurveyFacts) {
    shell.show((language) => {
      const { states } = pageTexts(language)
      return noticePage(states.answered(survey), [correct(language)], forgetting(language))
    })
  }

  /** The link counts as used, and the confirmation of our own cast never came: sending again makes certain. */
  function unconfirmed() {
    notice(
      (language) => pageWords(language).unconfirmed,
      (texts) => [{ label: texts.buttons.retry, act: sendAgain }, correct(texts.language)],
    )
  }

  async function sendAgain() {
    if (!draft) return
    await enter(draft.pages - 1)
    await onSend()
  }

  function correct(language: Language): Action {
    return { label: pageTexts(language).buttons.correct, kind: "second", act: () => enter(0) }
  }

  async function enter(page: number) {
    if (!draft) return
    enterPages(page)
    await ask(draft, page).catch(() => notice((language) => pageWords(language).unreachable, reload))
  }

  /** The words by which this browser forgets what it holds about the link; none when it holds nothing. */
  function forgetting(language: Language): Node[] {
    const { offer, consequence, button } = pageWords(language).remove
    return draft ? [confirmed(offer, consequence, { label: button, act: remove })] : []
  }

  async function remove() {
    await saver.settled()
    await removeDraft(shelf, id)
    draft = undefined
    over = true
    notice((language) => pageWords(language).remove.done)
  }

  function end(told: (language: Language) => Notice) {
    over = true
    leaveQuestions()
    shell.show((language) => noticePage(told(language), [], forgetting(language)))
  }

  function say(told: (texts: PageTexts) => Notice) {
    end((language) => told(pageTexts(language)))
  }

  function notice(told: (language: Language) => Notice, actions?: (texts: PageTexts) => Action[]) {
    shell.show((language) => noticePage(told(language), actions?.(pageTexts(language))))
  }

  function reload(texts: PageTexts): Action[] {
    return [{ label: texts.buttons.reload, act: () => location.reload() }]
  }

  function leaveQuestions() {
    questions?.close()
    questions = undefined
    leavePages()
  }

  /** The browser's own back and forward walk through the pages; the way out leads over the promise. */
  function listen() {
    addEventListener("popstate", () => {
      if (over) return
      const page = pageInHistory()
      if (page !== undefined && questions) return goTo(page)
      if (page !== undefined && draft && progress !== "sent") return ask(draft, page).catch(front)
      if (questions) {
        leaveQuestions()
        front()
      }
    })
    addEventListener("pagehide", saver.save)
    document.addEventListener("visibilitychange", saver.save)
    addEventListener("beforeunload", (event) => {
      const unsent = questions && draft && Object.keys(draft.data).length > 0
      if (unsent && !keeps()) event.preventDefault()
    })
  }
}

function whenIdle(work: () => void) {
  if ("requestIdleCallback" in globalThis) requestIdleCallback(work, { timeout: 3000 })
  else setTimeout(work, 300)
}
