import { canonicalJson } from "@throughline/ballot"
import { type Language, type Notice, type RespondentTexts, respondentTexts } from "@throughline/instrument"
import { type Draft, draftId, loadDraft, newReceipt, type Progress, removeDraft } from "./draft.ts"
import { element } from "./element.ts"
import { indexedDbShelf } from "./indexeddb-shelf.ts"
import { fetchInvitation, type Invitation, type OpenInvitation, type SurveyFacts } from "./invitation.ts"
import { type Action, confirmed, noticePage } from "./notice-page.ts"
import { pageWords } from "./page-words.ts"
import { promisePage } from "./promise-page.ts"
import { type QuestionsPage, questionsPage } from "./questions-page.ts"
import { createSaver } from "./saver.ts"
import type { Outcome } from "./send.ts"
import { memoryShelf, type Shelf } from "./shelf.ts"
import type { Shell } from "./shell.ts"

const answering = () => import("./answering.ts")

/** One visit of one personal link, from opening it to the thanks. */
export async function openLink(shell: Shell, secret: string): Promise<void> {
  const opening = fetchInvitation(secret)
  const remembering = remember(secret)
  shell.show((language) => ({
    title: respondentTexts(language).windowTitle,
    content: [element("p", { role: "status", class: "lead" }, respondentTexts(language).busy.loading)],
  }))

  let id = ""
  /** Where a draft may be kept; undefined where this browser keeps nothing, and until it has been asked. */
  let lasting: Shelf | undefined
  let shelf: Shelf = memoryShelf()
  let draft: Draft | undefined
  let progress: Progress = "writing"
  let asking = true
  let shared = false
  let over = false
  let questions: QuestionsPage | undefined
  let prepared: { draft: Draft; page: QuestionsPage } | undefined
  /** The page that lies before the questionnaire: the promise, or the word that an answer is in. */
  let front: () => void = () => {}
  const saver = createSaver(() => (draft ? { shelf, id, draft } : undefined))

  const invitation = await opening
  if ("organization" in invitation) introduce(invitation)
  listen()
  const early = invitation.state === "open" && pageInHistory() === undefined
  // Most people open their link for the first time: the promise need not wait for the browser's storage.
  if (early) promise(invitation)
  await remembered()
  if (!early || draft || !lasting) await arrive(invitation)
  else beginWith(invitation, false)

  async function remembered() {
    if (!asking) return
    const memory = await remembering
    if (!asking) return
    asking = false
    id = memory.id
    lasting = memory.lasting
    shelf = lasting ?? shelf
    draft = memory.kept?.draft
    progress = memory.kept?.progress ?? "writing"
    if (draft) introduce(draft.invitation)
  }

  function introduce({ organization, ...facts }: SurveyFacts & Partial<OpenInvitation>) {
    const { languages, language } = facts
    shell.introduce({ organization: organization.name, languages, language: draft?.language ?? language })
  }

  /** What the link's state and this browser's memory together mean. */
  async function arrive(found: Invitation) {
    switch (found.state) {
      case "open":
        if (draft && canonicalJson(draft.invitation.manifest) !== canonicalJson(found.manifest))
          return broken()
        if (draft) draft.invitation = found
        return beginWith(found)
      case "answered":
        if (!draft || progress === "writing") return say((texts) => texts.states.answeredElsewhere, forget)
        if (progress === "sending") {
          front = unconfirmed
          return resumeOr(front)
        }
        front = () => answered(found)
        return resumeOr(front)
      case "closed":
        if (lasting) await removeDraft(lasting, id)
        return say((texts) => texts.states.closed(found.survey))
      case "unknown":
        return say((texts) => texts.states.unknown)
      default:
        // The server cannot be asked; what was begun here can go on until it is to be sent.
        if (draft) return beginWith(draft.invitation)
        return showNotice((language) => pageWords(language).unreachable, reload)
    }
  }

  function beginWith(open: OpenInvitation, show = true) {
    front = () => promise(open)
    if (show) resumeOr(front)
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
    return {
      data: {},
      page: 0,
      pages: 1,
      language: shell.language(),
      invitation: open,
      receipt: newReceipt(),
    }
  }

  /** A page that was reloaded in the middle of the questionnaire stays there. */
  function resumeOr(otherwise: () => void) {
    const at = pageInHistory()
    if (draft && at !== undefined) return ask(draft, at).catch(otherwise)
    history.replaceState(null, "")
    otherwise()
  }

  /** The link counts as used, and the confirmation of our own cast never came: sending again makes certain. */
  function unconfirmed() {
    showNotice(
      (language) => pageWords(language).unconfirmed,
      (texts) => [{ label: texts.buttons.retry, act: sendAgain }, correct(texts.language)],
    )
  }

  async function sendAgain() {
    if (!draft) return
    const last = Math.max(draft.pages - 1, 0)
    try {
      enterHistory(last)
      await ask(draft, last)
      await onSend()
    } catch {
      showNotice((language) => pageWords(language).unreachable, reload)
    }
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
    const language = shell.language()
    const label = button.textContent
    button.setAttribute("aria-disabled", "true")
    button.textContent = pageWords(language).loadingQuestions
    try {
      const { keepsPromise } = await answering()
      if (!(await keepsPromise(open))) return broken()
      await remembered()
      shelf = lasting && !shared ? lasting : memoryShelf()
      draft ??= prepared?.draft ?? newDraft(open)
      enterHistory(draft.page)
      await ask(draft, draft.page)
    } catch {
      button.setAttribute("aria-disabled", "false")
      button.textContent = label
      showNotice(
        (spoken) => pageWords(spoken).unreachable,
        (texts) => [{ label: texts.buttons.reload, act: front }],
      )
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
    return questionsPage(showQuestions, current, {
      correcting: () => progress !== "writing",
      lasting: () => shelf.lasting,
      onAnswer: saver.save,
      onBack,
      onNext,
      onSend,
    })
  }

  function onNext(page: number) {
    history.pushState({ page }, "")
    goTo(page)
  }

  function onBack() {
    history.back()
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
    if (!(await shelf.read(id))?.sealed) {
      shelf = memoryShelf() // the browser has no room; the answers in memory are sent all the same
      await saver.settled()
    }
    const { send } = await answering()
    const outcome = await send({ shelf, id, secret, draft })
    if (outcome !== "empty" && outcome !== "unfit") progress = outcome === "sent" ? "sent" : "sending"
    asked.sending(false)
    conclude(outcome, asked)
  }

  function conclude(outcome: Outcome, asked: QuestionsPage) {
    const again = (texts: RespondentTexts): Action[] => [{ label: texts.buttons.retry, act: onSend }]
    const tell = (
      notice: (texts: RespondentTexts) => Notice,
      actions?: (texts: RespondentTexts) => Action[],
    ) =>
      asked.tell(
        (language) => notice(respondentTexts(language)),
        (language) => actions?.(respondentTexts(language)) ?? [],
      )
    switch (outcome) {
      case "sent":
        return thanks()
      case "empty":
        return tell((texts) => texts.nothingAnswered)
      case "unfit":
        return tell((texts) => texts.states.invalid)
      case "busy":
        return tell((texts) => texts.states.retry, again)
      case "no-reply":
        return tell((texts) => (navigator.onLine ? texts.states.retry : texts.states.offline), again)
      case "refused":
        return asked.tell(
          (language) => pageWords(language).refused,
          (language) => reload(respondentTexts(language)),
        )
      case "elsewhere":
        return end((texts) => texts.states.otherDevice)
      case "closed":
        return end((texts) => texts.states.closedWhileAnswering)
      case "withdrawn":
        return end((texts) => texts.states.expired)
      case "broken-promise":
        return broken()
    }
  }

  function thanks() {
    if (!draft) return
    const { organization, survey, manifest } = draft.invitation
    front = () => answered(draft?.invitation ?? { organization, survey })
    leaveQuestions()
    shell.show((language) => {
      const texts = respondentTexts(language)
      const { title, paragraphs } = texts.thanks({
        organization: organization.name,
        k: manifest.k,
        closesAt: survey.closesAt,
      })
      const said = shelf.lasting ? paragraphs : paragraphs.slice(0, -1)
      const below = said.map((text) => element("p", {}, text))
      return {
        title,
        content: [
          element("div", { class: "arrived", "aria-hidden": "true" }),
          element("h1", {}, title),
          ...below,
          ...noticeActions(language),
        ],
      }
    })
  }

  function noticeActions(language: Language): Node[] {
    return noticePage({ title: "", text: "" }, [correct(language)], [forgetting(language)]).content.slice(2)
  }

  function answered({ survey }: SurveyFacts) {
    shell.show((language) =>
      noticePage(
        respondentTexts(language).states.answered(survey),
        [correct(language)],
        [forgetting(language)],
      ),
    )
  }

  function correct(language: Language): Action {
    const { buttons } = respondentTexts(language)
    return {
      label: buttons.correct,
      kind: "second",
      act() {
        if (!draft) return
        enterHistory(0)
        ask(draft, 0).catch(() => showNotice((spoken) => pageWords(spoken).unreachable, reload))
      },
    }
  }

  /** The words by which this browser forgets what it holds about the link. */
  function forgetting(language: Language): Node {
    const { offer, consequence, button } = pageWords(language).remove
    return confirmed(offer, consequence, { label: button, act: remove })
  }

  async function remove() {
    await saver.settled()
    await removeDraft(shelf, id)
    draft = undefined
    front = () => showNotice((language) => pageWords(language).remove.done)
    front()
  }

  function forget(language: Language): Node[] {
    return draft ? [forgetting(language)] : []
  }

  function broken() {
    over = true
    say((texts) => texts.states.mismatch)
    leaveQuestions()
  }

  function end(notice: (texts: RespondentTexts) => Notice) {
    over = true
    front = () => say(notice, forget)
    leaveQuestions()
    front()
  }

  function leaveQuestions() {
    questions?.close()
    questions = undefined
    history.replaceState(null, "")
  }

  function say(notice: (texts: RespondentTexts) => Notice, below?: (language: Language) => Node[]) {
    shell.show((language) => noticePage(notice(respondentTexts(language)), [], below?.(language)))
  }

  function showNotice(
    notice: (language: Language) => Notice,
    actions?: (texts: RespondentTexts) => Action[],
  ) {
    shell.show((language) => noticePage(notice(language), actions?.(respondentTexts(language))))
  }

  function reload(texts: RespondentTexts): Action[] {
    return [{ label: texts.buttons.reload, act: () => location.reload() }]
  }

  /** The browser's own back and forward walk through the pages; the way out leads over the promise. */
  function listen() {
    addEventListener("popstate", () => {
      if (over) return
      const page = pageInHistory()
      if (page !== undefined && questions) return goTo(page)
      if (page === undefined && questions) {
        questions.close()
        questions = undefined
        return front()
      }
      if (page !== undefined && draft && progress !== "sent") ask(draft, page).catch(front)
    })
    addEventListener("pagehide", saver.save)
    document.addEventListener("visibilitychange", saver.save)
    addEventListener("beforeunload", (event) => {
      const unsent = questions && draft && Object.keys(draft.data).length > 0
      if (unsent && !shelf.lasting) event.preventDefault()
    })
  }
}

function whenIdle(work: () => void) {
  if ("requestIdleCallback" in globalThis) requestIdleCallback(work, { timeout: 3000 })
  else setTimeout(work, 300)
}

/** What this browser holds about the link. */
async function remember(secret: string) {
  const [lasting, id] = await Promise.all([indexedDbShelf(), draftId(secret)])
  return { lasting, id, kept: lasting && (await loadDraft(lasting, id)) }
}

function pageInHistory(): number | undefined {
  const page: unknown = history.state?.page
  return typeof page === "number" ? page : undefined
}

/** Puts every page up to this one behind it, so that going back means one page back also after a fresh start. */
function enterHistory(page: number) {
  history.replaceState(null, "")
  for (let at = 0; at <= page; at++) history.pushState({ page: at }, "")
}
