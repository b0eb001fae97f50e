import { askedOf, type Language } from "@throughline/instrument"
import { element } from "./element.ts"
import type { OpenInvitation } from "./invitation.ts"
import { actionButton, confirmed } from "./notice-page.ts"
import type { Page } from "./shell.ts"
import type { SixWords } from "./six-words.ts"
import { pageTexts, pageWords } from "./speech.ts"

export interface PromiseState {
  invitation: OpenInvitation
  /** Where an earlier visit of this browser stopped. */
  stopped: { page: number; pages: number } | undefined
  /** Whether this browser can keep a draft. */
  lasting: boolean
  shared: boolean
  /** False once anything is kept: it must be found again. */
  maySayShared: boolean
  onShared(shared: boolean): void
  onBegin(button: HTMLButtonElement): void
  onStartOver(): void
  /** Left out where no other ballot may take the place of one that is on its way. */
  onDecline: (() => void) | undefined
  onHow(): void
  words: SixWords
}

/** What is stored, who is counted together, who sees what and when, and what this does not protect from. */
export function promisePage(language: Language, state: PromiseState): Page {
  const { invitation, stopped } = state
  const texts = pageTexts(language)
  const words = pageWords(language)
  const promise = texts.promise({
    ...askedOf(invitation.questionnaire.instrument),
    organization: invitation.organization.name,
    invitedInGroup: invitation.leaf.invited,
    k: invitation.manifest.k,
    reviewers: invitation.manifest.reviewers,
    trustees: invitation.manifest.trustees,
    closesAt: invitation.survey.closesAt,
  })
  const begin = element(
    "button",
    { type: "button", class: "button", onclick: () => state.onBegin(begin) },
    stopped ? texts.buttons.resume : texts.buttons.start,
  )
  return {
    title: texts.windowTitle,
    content: [
      element("p", { class: "kicker" }, element("bdi", {}, invitation.survey.name)),
      element("h1", {}, promise.title),
      element("p", { class: "lead" }, promise.text),
      ...notices(state, language),
      element(
        "ol",
        { class: "stations" },
        ...promise.points.map(({ title, text }) =>
          element("li", {}, element("h2", {}, title), element("p", {}, text)),
        ),
      ),
      element(
        "section",
        { class: "limits" },
        element("h2", {}, promise.limits.title),
        element("ul", {}, ...promise.limits.points.map((point) => element("li", {}, point))),
      ),
      state.words.draw(language, { group: invitation.leaf.id }),
      element("p", { class: "why" }, actionButton({ label: texts.how, kind: "quiet", act: state.onHow })),
      ...(state.lasting && state.maySayShared ? [sharedComputer(state, language)] : []),
      ...(stopped
        ? [
            confirmed(texts.buttons.startOver, words.startOver.consequence, {
              label: texts.buttons.startOver,
              act: state.onStartOver,
            }),
          ]
        : []),
      ...(state.onDecline
        ? [
            confirmed(texts.decline.offer, texts.decline.consequence, {
              label: texts.decline.button,
              act: state.onDecline,
            }),
          ]
        : []),
      element("div", { class: "actions begin" }, begin),
    ],
  }
}

function notices({ stopped, lasting }: PromiseState, language: Language): Node[] {
  const words = pageWords(language)
  if (stopped) return [element("p", { class: "notice" }, words.welcomeBack(stopped.page, stopped.pages))]
  return lasting ? [] : [element("p", { class: "notice" }, words.keepsNothing)]
}

function sharedComputer(state: PromiseState, language: Language): Node {
  const { label, hint } = pageTexts(language).sharedComputer
  const box = element("input", {
    type: "checkbox",
    "aria-describedby": "shared-hint",
    checked: state.shared,
    onchange: () => state.onShared(box.checked),
  })
  return element(
    "div",
    { class: "choice" },
    element("label", {}, box, element("span", {}, label)),
    element("p", { class: "note", id: "shared-hint" }, hint),
  )
}
