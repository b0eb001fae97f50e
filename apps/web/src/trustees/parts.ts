import { isFailure } from "../app/failure.ts"
import { failureText } from "../app/failure-texts.ts"
import { element } from "../respond/element.ts"
import { stations } from "./stage.ts"
import type { Opened3 } from "./trustee-api.ts"

export const paragraph = (text: string, kind?: string) =>
  element("p", kind === undefined ? {} : { class: kind }, text)

export function button(label: string, act: (pressed: HTMLButtonElement) => void, kind?: "second" | "quiet") {
  const made = element(
    "button",
    { type: "button", class: kind === undefined ? "button" : `button ${kind}`, onclick: () => act(made) },
    label,
  )
  return made
}

export const actions = (...buttons: Node[]) => element("div", { class: "actions" }, ...buttons)

/** Where on the way one is, in words and for screen readers. */
export function way(at: number): Node {
  return element(
    "ol",
    { class: "four-steps", "aria-label": "The four steps" },
    ...stations.map((name, place) =>
      element(
        "li",
        {
          "data-state": place < at ? "done" : place === at ? "now" : "later",
          "aria-current": place === at && "step",
        },
        element("span", { "aria-hidden": "true" }, place < at ? "✓" : String(place + 1)),
        name,
        place < at && element("span", { class: "unseen" }, " (done)"),
      ),
    ),
  )
}

/** The three, and how far each of them is. */
export function people(seen: Opened3): Node {
  const isClosing = seen.survey.state === "closing"
  const state = (one: Opened3["trustees"][number]) => {
    if (isClosing) {
      const to = seen.trustees.find(({ seat }) => seat === one.handedTo)?.name
      return to === undefined ? "has their share" : `has handed their share to ${to}`
    }
    if (!one.hasKey) return "has not made a key yet"
    if (one.hasTried) return "has tried their share"
    return one.hasDealt ? "has dealt their part" : "has made a key"
  }
  return element(
    "section",
    { class: "circle" },
    element("h2", {}, "The three trustees"),
    element(
      "ul",
      {},
      ...seen.trustees.map((one) =>
        element(
          "li",
          {},
          element("strong", {}, one.seat === seen.seat ? `${one.name} (you)` : one.name),
          ` ${state(one)}`,
        ),
      ),
    ),
  )
}

/** A labelled field with its hint. */
export function field(options: {
  label: string
  hint?: string
  type: "password" | "file"
  id: string
  autocomplete?: string
}): { node: HTMLElement; input: HTMLInputElement } {
  const { id, label, hint, type, autocomplete } = options
  const input = element("input", {
    id,
    type,
    autocomplete: autocomplete ?? "off",
    "aria-describedby": hint === undefined ? undefined : `${id}-hint`,
    accept: type === "file" ? ".json,application/json" : undefined,
  })
  const node = element(
    "div",
    { class: "field" },
    element("label", { for: id }, label),
    hint !== undefined && element("p", { class: "note", id: `${id}-hint` }, hint),
    input,
  )
  return { node, input }
}

/** Says what is going on and what went wrong; both are read out. */
export function createStatus() {
  const doing = element("div", { class: "doing", role: "status" })
  const wrong = element("div", { role: "alert" })
  return {
    nodes: [wrong, doing] as Node[],
    /** `share`: from 0 to 1; left out: nobody knows how long it takes. */
    says(text: string, share?: number) {
      wrong.replaceChildren()
      const known = doing.querySelector("progress")
      if (known !== null && text !== "" && doing.firstChild?.textContent === text) {
        if (share === undefined) known.removeAttribute("value")
        else known.value = share
        return
      }
      if (text === "") return doing.replaceChildren()
      const bar = element("progress", { max: 1, value: share, "aria-label": text })
      doing.replaceChildren(paragraph(text), bar)
    },
    fails(text: string) {
      doing.replaceChildren()
      wrong.replaceChildren(paragraph(text, "notice attention"))
    },
  }
}
export type Status = ReturnType<typeof createStatus>

export function wordsOfFailure(error: unknown): string {
  const { title, todo } = failureText(isFailure(error) ? error : undefined)
  return `${title} ${todo}`
}

/** Runs what a button starts: the button rests meanwhile, and whatever goes wrong is said. */
export async function run(
  pressed: HTMLButtonElement,
  status: Status,
  work: () => Promise<void>,
): Promise<void> {
  if (pressed.getAttribute("aria-disabled") === "true") return
  pressed.setAttribute("aria-disabled", "true")
  try {
    await work()
  } catch (error) {
    status.fails(wordsOfFailure(error))
  } finally {
    pressed.removeAttribute("aria-disabled")
  }
}

/** A button behind a sentence that says what it does and that cannot be taken back. */
export function folded(offer: string, ...content: Node[]): Node {
  return element("details", { class: "words" }, element("summary", {}, offer), ...content)
}
