import { secretOfCode } from "./code.ts"
import { element } from "./element.ts"
import type { Shell } from "./shell.ts"
import { pageTexts } from "./speech.ts"

type Fault = "empty" | "malformed" | "unknown" | "wait" | "unreachable"

/** Where the code of a printed letter is typed; a code that is known leads to its link. */
export function openCodePage(shell: Shell): void {
  let typed = ""
  let fault: Fault | undefined
  let asking = false

  function draw() {
    shell.show((language) => {
      const { code } = pageTexts(language)
      const field = element("input", {
        type: "text",
        id: "code",
        value: typed,
        autocomplete: "off",
        autocapitalize: "characters",
        spellcheck: "false",
        dir: "ltr",
        "aria-describedby": "code-hint code-fault",
        "aria-invalid": fault !== undefined,
        oninput: () => {
          typed = field.value
        },
      })
      return {
        title: code.title,
        content: [
          element("h1", {}, code.title),
          element("p", { class: "lead" }, code.text),
          element(
            "form",
            {
              class: "code",
              novalidate: true,
              onsubmit: (event) => {
                event.preventDefault()
                void go()
              },
            },
            element("label", { for: "code" }, code.label),
            element("p", { class: "note", id: "code-hint" }, code.hint),
            field,
            element(
              "p",
              { class: "notice attention", id: "code-fault", role: "alert" },
              fault && code.faults[fault],
            ),
            element(
              "div",
              { class: "actions" },
              element(
                "button",
                { type: "submit", class: "button", "aria-disabled": asking },
                asking ? code.busy : code.button,
              ),
            ),
          ),
        ],
      }
    })
  }

  async function go() {
    if (asking) return
    const secret = secretOfCode(typed)
    if (secret === undefined) return refuse(typed.trim() === "" ? "empty" : "malformed")
    asking = true
    fault = undefined
    draw()
    const found = await ask(secret)
    asking = false
    if (found === "known") return location.assign(`/s/${secret}`)
    refuse(found)
  }

  function refuse(why: Fault) {
    fault = why
    draw()
    const field = document.querySelector<HTMLInputElement>("#code")
    field?.focus()
    field?.setSelectionRange(field.value.length, field.value.length)
  }

  draw()
}

async function ask(secret: string): Promise<"known" | "unknown" | "wait" | "unreachable"> {
  try {
    const reply = await fetch("/api/invitation", {
      headers: { Authorization: `Invitation ${secret}` },
      cache: "no-store",
      credentials: "omit",
      referrerPolicy: "no-referrer",
    })
    if (reply.ok) return "known"
    if (reply.status === 404) return "unknown"
    return reply.status === 429 ? "wait" : "unreachable"
  } catch {
    return "unreachable"
  }
}
