import type { Language } from "@throughline/instrument"
import { element } from "../element.ts"
import { actionRow } from "../notice-page.ts"
import { comparePage, type PageFound } from "./compare-page.ts"
import { howTexts } from "./speech.ts"

/** @param promised fingerprint of the page as the promise names it; "" where it names none */
export function fingerprintSection(promised: string) {
  let found: PageFound | "busy" | undefined = promised === "" ? "none" : undefined
  let status = element("p", { role: "status" })
  let spoken: Language = "en"

  function show() {
    const { fingerprint } = howTexts(spoken)
    status.className = found === "differs" || found === "unreachable" ? "notice attention" : "notice"
    status.textContent = found ? fingerprint[found] : ""
  }

  async function compare() {
    found = "busy"
    show()
    found = await comparePage(promised)
    show()
  }

  return {
    draw(language: Language): HTMLElement {
      const { fingerprint } = howTexts(language)
      spoken = language
      status = element("p", { role: "status" })
      show()
      return element(
        "section",
        { class: "why-part" },
        element("h2", {}, fingerprint.title),
        element("p", {}, fingerprint.text),
        promised === "" ? null : element("p", { class: "bytes", dir: "ltr" }, promised),
        ...(promised === ""
          ? []
          : actionRow([{ label: fingerprint.button, kind: "second", act: () => void compare() }])),
        status,
      )
    },
  }
}
