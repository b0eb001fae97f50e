import type { Notice } from "@throughline/instrument"
import { element } from "./element.ts"
import type { Page } from "./shell.ts"

export interface Action {
  label: string
  act(): void
  kind?: "second" | "quiet"
}

/** A page that says one thing and offers the way on. */
export function noticePage(notice: Notice, actions: Action[] = [], below: Node[] = []): Page {
  return {
    title: notice.title,
    content: [
      element("h1", {}, notice.title),
      element("p", { class: "lead" }, notice.text),
      ...actionRow(actions),
      ...below,
    ],
  }
}

export function actionRow(actions: Action[]): Node[] {
  return actions.length === 0 ? [] : [element("div", { class: "actions" }, ...actions.map(actionButton))]
}

export function actionButton({ label, act, kind }: Action): HTMLButtonElement {
  return element("button", { type: "button", class: kind ? `button ${kind}` : "button", onclick: act }, label)
}

/** A step that cannot be taken back: first what it does, then the button. */
export function confirmed(offer: string, consequence: string, action: Action): Node {
  return element(
    "details",
    { class: "words" },
    element("summary", {}, offer),
    element("p", {}, consequence),
    ...actionRow([{ ...action, kind: "second" }]),
  )
}
