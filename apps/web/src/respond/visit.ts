import { formatMoment, type Language, type Notice, type PageTexts } from "@throughline/instrument"
import {
  type Draft,
  fingerprint,
  isUntouched,
  type Progress,
  progressOf,
  removeDraft,
  removeUnsent,
  saveDraft,
  startOver,
  withoutAnswers,
} from "./draft.ts"
import { element } from "./element.ts"
import { fetchInvitation, type Invitation, type OpenInvitation, type SurveyFacts } from "./invitation.ts"
import { type Action, actionRow, confirmed, noticePage } from "./notice-page.ts"
import { endings, type Failure, outcomeNotice } from "./outcome-notice.ts"
import { addPage, enterHow, enterPages, isHowInHistory, leavePages, pageInHistory } from "./page-history.ts"
import { preferredLanguage } from "./preferred-language.ts"
import { promisePage } from "./promise-page.ts"
import { type QuestionsPage, questionsPage } from "./questions-page.ts"
import { promisesSeen, remember } from "./remember.ts"
import { createSaver } from "./saver.ts"
import { type Kept, memoryShelf, type Shelf } from "./shelf.ts"
import type { Shell } from "./shell.ts"
import { createSixWords } from "./six-words.ts"
import { learn, pageTexts, pageWords } from "./speech.ts"
import { thanksPage } from "./thanks-page.ts"

const answering = () => import("./answering.ts")
const sealing = () => import("./sealing.ts")

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
  /** What the newest ballot from here says: answers, or that none count. */
  let says: Kept["says"] = "answers"
  /** Whether this tab has sent, or was told to change what was sent: else it leaves alone what another one keeps of it. */
  let correcting = false
  /** What was signed blindly in this visit: shown by "How do I know?", and kept nowhere. */
  let blinded: string | undefined
  const words = createSixWords()
  /** Draws the page from which "How do I know?" was opened. */
  let behindHow: (() => void) | undefined
  let asking = true
  let shared = false
  /** Nothing more can be sent from here. */
  let over = false
  let questions: QuestionsPage | undefined
  let prepared: { draft: Draft; page: QuestionsPage } | undefined
  /** The page that lies before the questionnaire: the promise, or the word that an answer is in. */
  let front: () => void = () => {}
  const saver = createSaver(
    () => (draft ? { shelf, id, draft: worthKeeping(draft), correcting } : undefined),
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

  /** Once sent, the answers themselves are no longer kept: only what corrects, withdraws and finds the ballot. */
  function worthKeeping(held: Draft): Draft {
    return progress === "sent" && !questions ? withoutAnswers(held) : held
  }

  async function remembered() {
    const found = await remembering
    if (!asking) return
    asking = false
    id = found.id
    lasting = found.lasting
    shelf = lasting ?? memory
    draft = found.kept?.draft
    progress = found.kept?.progress ?? "writing"
    says = found.kept?.says ?? "answers"
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
        if (draft && (await fingerprint(draft.invitation.manifest)) !== (await fingerprint(found.manifest))) {
          return end((language) => outcomeNotice("changed", language))
        }
        if (draft) draft.invitation = found
        beginWith(found)
        // A printed code opens the same whether it has been used or not; this browser knows.
        if (progress === "sent") front = () => answered(found)
        return resumeOrFront()
      case "answered":
        if (!draft || progress === "writing") return say((texts) => texts.states.answeredElsewhere)
        front = progress === "sending" ? unconfirmed : () => answered(found)
        lookAtPromise(draft.invitation)
        return resumeOrFront()
      case "closed":
        // Whatever may have arrived may have been counted, and its receipt is here and nowhere else.
        if (draft && progress !== "writing") return closed(found)
        if (draft) await removeUnsent(shelf, id)
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
    lookAtPromise(open)
    answering()
      .then(() => whenIdle(() => prepare(open)))
      .catch(() => {}) // asked for again when it is needed
  }

  /** Works out the six words, and whether the promise holds; where it does not, this page goes no further. */
  function lookAtPromise(open: OpenInvitation) {
    sealing()
      .then(async ({ checkPromise, sixWords }) => {
        const verdict = await checkPromise(open, lasting ? await promisesSeen(lasting, open.survey.id) : [])
        if (verdict !== "kept" && verdict !== "unreachable") {
          return end((language) => outcomeNotice(verdict, language))
        }
        words.tell(await sixWords(open.manifest))
      })
      .catch(() => {}) // asked for again before anything is sent
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
    return { data: { ...open.filledIn }, page: 0, pages: 1, language, invitation: open }
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
        stopped: draft && !isUntouched(draft) ? { page: draft.page + 1, pages: draft.pages } : undefined,
        lasting: asking || lasting !== undefined,
        shared,
        maySayShared: !draft,
        onShared(chosen) {
          shared = chosen
        },
        onBegin: (button) => begin(open, button),
        async onStartOver() {
          draft = draft && (await startOver(shelf, id, draft))
          if (draft) await learnProgress()
          else progress = "writing"
          front()
        },
        onDecline: progress === "writing" ? () => sendNothing(open) : undefined,
        onHow: () => how(front),
        words,
      }),
    )
  }

  async function begin(open: OpenInvitation, button: HTMLButtonElement) {
    if (button.getAttribute("aria-disabled") === "true") return
    button.setAttribute("aria-disabled", "true")
    button.textContent = pageWords(shell.language()).loadingQuestions
    try {
      const [{ checkPromise }] = await Promise.all([sealing(), answering(), remembered()])
      const verdict = await checkPromise(open, lasting ? await promisesSeen(lasting, open.survey.id) : [])
      if (verdict === "unreachable") return notice((language) => pageWords(language).unreachable, reload)
      if (verdict !== "kept") return end((language) => outcomeNotice(verdict, language))
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
    if (progress !== "writing") correcting = true
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
      below: (language) => [words.draw(language, { brief: true })],
    })
  }

  function goTo(page: number) {
    questions?.go(page)
    saver.save()
  }

  async function onSend() {
    if (!draft || !questions) return
    const asked = questions
    const before = progress
    correcting = true
    asked.tell()
    asked.sending(true)
    await saver.settled()
    const kept = await shelf.read(id).catch(() => undefined)
    // A ballot key that is kept already must be used again, or the box would not know the same hand.
    if (!kept?.sealed || (saver.lost() && !kept.ballotKey)) {
      shelf = memory // the browser has no room; the answers in memory are sent all the same
      await saver.settled()
    }
    const outcome = await seal(draft)
    asked.sending(false)
    if (outcome === "sent") {
      progress = "sent"
      says = "answers"
      thanks(draft.invitation)
      // Where there was no room for the newest answers, older ones may lie.
      if (shelf !== lasting && lasting) removeUnsent(lasting, id).catch(() => {})
      return saver.save()
    }
    if (outcome !== "empty" && outcome !== "unfit") await learnProgress()
    // This one came too late; an earlier one may be in the box.
    if (outcome === "closed" && before !== "writing") return closed(draft.invitation)
    const told = (language: Language) => outcomeNotice(outcome, language)
    if (endings.includes(outcome)) return end(told)
    asked.tell(told, (language) => {
      const texts = pageTexts(language)
      if (outcome === "refused") return reload(texts)
      return outcome === "busy" || outcome === "no-reply" ? [{ label: texts.buttons.retry, act: onSend }] : []
    })
  }

  async function seal(current: Draft): Promise<Failure | "sent"> {
    try {
      const [{ checkedAnswers }, { send }] = await Promise.all([answering(), sealing()])
      const answers = checkedAnswers(current)
      if (typeof answers === "string") return answers
      return await send({ shelf, id, secret, draft: current, answers, onBlinded })
    } catch {
      return "no-reply" // the part of this page that seals could not be loaded, or the browser keeps it from working
    }
  }

  function onBlinded(message: string) {
    blinded = message
  }

  /** Sends an empty ballot: nobody takes part, or what was sent is taken back. The server cannot tell it from answers. */
  async function sendNothing(open: OpenInvitation) {
    notice((language) => ({ title: pageTexts(language).busy.sending, text: "" }))
    let outcome: Failure | "sent" = "no-reply"
    let before = progress
    try {
      await remembered()
      before = progress
      correcting = true
      if (!draft) shelf = lasting && !shared ? lasting : memory
      draft ??= newDraft(open)
      // A ballot key that is kept already must be used again, however little room there is.
      if (!(await shelf.read(id))?.ballotKey) {
        await saveDraft(shelf, id, draft).catch(async () => {
          shelf = memory
          if (draft) await saveDraft(shelf, id, draft)
        })
      }
      const { send } = await sealing()
      outcome = await send({ shelf, id, secret, draft, answers: null, onBlinded })
    } catch {
      // "no-reply": the part that seals could not be loaded. Nothing is lost, and asking again goes on.
    }
    if (outcome === "sent") {
      progress = "sent"
      says = "nothing"
      draft = draft && withoutAnswers(draft)
      front = () => answered(open)
      saver.save()
      return front()
    }
    await learnProgress()
    const failed = outcome
    if (failed === "closed" && before !== "writing") return closed(open)
    if (endings.includes(failed)) return end((language) => outcomeNotice(failed, language))
    notice(
      (language) => outcomeNotice(failed, language),
      (texts) => [{ label: texts.buttons.retry, act: () => sendNothing(open) }],
    )
  }

  /** Whether the link is bound to this browser by now, or still free for any other. */
  async function learnProgress() {
    const kept = await shelf.read(id).catch(() => undefined)
    if (!kept?.pass) return
    progress = progressOf(kept)
    says = kept.says
  }

  function thanks(open: OpenInvitation) {
    front = () => answered(open)
    leaveQuestions()
    shell.show((language) =>
      thanksPage(language, open, { lasting: shelf.lasting, below: afterwards(language, open) }),
    )
  }

  function answered({ survey }: SurveyFacts) {
    const open = draft?.invitation
    shell.show((language) => {
      const { states } = pageTexts(language)
      const said = says === "nothing" ? states.withdrawn(survey) : states.answered(survey)
      return noticePage(said, [], open ? afterwards(language, open) : [])
    })
  }

  /** After the close a receipt is of use, and nothing else that was kept. */
  function closed(facts: SurveyFacts) {
    over = true
    front = () => closed(facts)
    leaveQuestions()
    if (draft) {
      draft = withoutAnswers(draft)
      correcting = true
      saver.save()
    }
    shell.show((language) => {
      const { title, text } = pageTexts(language).states.closed(facts.survey)
      const whole = progress === "sending" ? `${text} ${pageWords(language).maybeArrived}` : text
      return noticePage({ title, text: whole }, [why(language)], forgetting(language))
    })
  }

  /** What can be done once a ballot is in. */
  function afterwards(language: Language, open: OpenInvitation): Node[] {
    const { withdraw } = pageTexts(language)
    return [
      ...actionRow([correct(language), why(language)]),
      words.draw(language, { group: open.leaf.id }),
      ...(says === "nothing"
        ? []
        : [
            confirmed(withdraw.offer, withdraw.consequence, {
              label: withdraw.button,
              act: () => sendNothing(open),
            }),
          ]),
      ...forgetting(language),
    ]
  }

  function why(language: Language): Action {
    return { label: pageTexts(language).how, kind: "quiet", act: () => how(front) }
  }

  /** "How do I know?", with what this browser sent; back leads to where it was asked. */
  function how(from: () => void) {
    behindHow = from
    enterHow()
    showHow()
  }

  function showHow() {
    import("./how-page.ts")
      .then(async ({ openHowPage }) => {
        const kept = await shelf.read(id).catch(() => undefined)
        const open = draft?.invitation ?? (invitation.state === "open" ? invitation : undefined)
        if (open && behindHow) {
          await openHowPage(shell, { open, secret, kept, blinded, lasting: shelf.lasting, words })
        }
      })
      .catch(() => notice((language) => pageWords(language).unreachable, reload))
  }

  /** The link counts as used, and the confirmation of our own cast never came: sending again makes certain. */
  function unconfirmed() {
    notice(
      (language) => pageWords(language).unconfirmed,
      (texts) => [
        { label: texts.buttons.retry, act: sendAgain },
        ...(says === "nothing" ? [] : [correct(texts.language)]),
      ],
    )
  }

  async function sendAgain() {
    if (!draft) return
    if (says === "nothing") return sendNothing(draft.invitation)
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
      if (isHowInHistory()) return behindHow && showHow()
      if (behindHow) {
        const back = behindHow
        behindHow = undefined
        return back()
      }
      if (over) return
      const page = pageInHistory()
      if (page !== undefined && questions) return goTo(page)
      if (page !== undefined && draft && progress !== "sent") return ask(draft, page).catch(front)
      if (questions) {
        leaveQuestions()
        front()
      }
    })
    // A tab that shows no questions has nothing new, and another one may have.
    const saveAnswers = () => questions && saver.save()
    addEventListener("pagehide", saveAnswers)
    document.addEventListener("visibilitychange", saveAnswers)
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
