import type { HowTexts, Language } from "@throughline/instrument"
import { element } from "../element.ts"
import { actionRow } from "../notice-page.ts"
import { fetchReceipts } from "../published.ts"
import { howTexts } from "./speech.ts"

type Found =
  | { state: "found" | "missing"; all: number }
  | { state: "busy" | "open" | "malformed" | "unreachable" }

/**
 * Looks for a receipt among those published after the close. The whole list is fetched, without link or cookie, so
 * that nobody learns which one is looked for.
 */
export function receiptSection(organization: string, survey: string, own: string | undefined) {
  let found: Found | undefined
  let typed = own ?? ""
  let status = element("p", { role: "status" })
  let spoken: Language = "en"

  async function search() {
    const receipt = typed.trim()
    if (!/^[\w-]{22}$/.test(receipt)) return tell({ state: "malformed" })
    tell({ state: "busy" })
    const receipts = await fetchReceipts(organization, survey)
    if (receipts === "unknown") return tell({ state: "open" })
    if (receipts === "unreachable") return tell({ state: "unreachable" })
    tell({ state: receipts.includes(receipt) ? "found" : "missing", all: receipts.length })
  }

  function tell(next: Found) {
    found = next
    show()
  }

  function show() {
    const isBad = found && found.state !== "found" && found.state !== "busy" && found.state !== "open"
    status.className = found ? (isBad ? "notice attention" : "notice") : "notice"
    status.textContent = found ? said(howTexts(spoken).receipt, found) : ""
  }

  return {
    draw(language: Language): HTMLElement {
      const { receipt } = howTexts(language)
      spoken = language
      status = element("p", { role: "status" })
      show()
      const field = element("input", {
        type: "text",
        id: "receipt",
        dir: "ltr",
        value: typed,
        autocomplete: "off",
        spellcheck: "false",
        oninput: () => {
          typed = field.value
        },
      })
      return element(
        "section",
        { class: "why-part code" },
        element("h2", {}, receipt.title),
        element("p", {}, receipt.text),
        own === undefined && element("p", { class: "note" }, receipt.none),
        element("label", { for: "receipt" }, receipt.label),
        field,
        ...actionRow([
          { label: receipt.search, kind: "second", act: () => void search() },
          ...(own === undefined
            ? []
            : [{ label: receipt.save, kind: "quiet" as const, act: () => save(receipt.file, own) }]),
        ]),
        status,
      )
    },
  }
}

function said(texts: HowTexts["receipt"], found: Found): string {
  switch (found.state) {
    case "found":
      return texts.found(found.all)
    case "missing":
      return texts.missing(found.all)
    default:
      return texts[found.state]
  }
}

/** As a file: a shared computer keeps nothing else, and paper outlives both. */
function save(line: string, receipt: string) {
  const url = URL.createObjectURL(new Blob([`${line}\n${receipt}\n`], { type: "text/plain;charset=utf-8" }))
  element("a", { href: url, download: "receipt.txt" }).click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
