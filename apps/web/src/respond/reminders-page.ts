import { element } from "./element.ts"
import { noticePage } from "./notice-page.ts"
import type { Shell } from "./shell.ts"
import { pageTexts } from "./speech.ts"

/** Where reminders are stopped. Opening the page stops nothing: mail scanners open links too. */
export function openRemindersPage(shell: Shell, token: string): void {
  let busy = false
  let failed = false

  function draw() {
    shell.show((language) => {
      const { reminders } = pageTexts(language)
      return {
        title: reminders.title,
        content: [
          element("h1", {}, reminders.title),
          element("p", { class: "lead" }, reminders.text),
          element(
            "div",
            { class: "notice attention", role: "alert" },
            failed && element("strong", {}, reminders.failed.title),
            failed && element("p", {}, reminders.failed.text),
          ),
          element(
            "div",
            { class: "actions" },
            element(
              "button",
              { type: "button", class: "button", "aria-disabled": busy, onclick: () => void stop() },
              busy ? reminders.busy : reminders.button,
            ),
          ),
        ],
      }
    })
  }

  async function stop() {
    if (busy) return
    busy = true
    draw()
    const status = await ask(token)
    busy = false
    failed = status !== 404 && (status < 200 || status >= 300)
    if (failed) return draw()
    shell.show((language) => {
      const { done, unknown } = pageTexts(language).reminders
      return noticePage(status === 404 ? unknown : done)
    })
  }

  draw()
}

/** The status of the answer; 0 when none came. */
async function ask(token: string): Promise<number> {
  try {
    const reply = await fetch(`/api/reminders/${token}`, {
      method: "POST",
      credentials: "omit",
      referrerPolicy: "no-referrer",
    })
    return reply.status
  } catch {
    return 0
  }
}
