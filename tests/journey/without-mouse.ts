import type { Locator, Page } from "playwright-core"

/** What has focus, by its role and the name that a screen reader would say. */
export async function focused(page: Page): Promise<{ role: string; name: string }> {
  return page.evaluate(() => {
    const element = document.activeElement
    if (!(element instanceof HTMLElement)) return { role: "", name: "" }
    const labels = "labels" in element ? [...((element as HTMLInputElement).labels ?? [])] : []
    const said = element.getAttribute("aria-label") ?? (labels[0] ?? element).textContent ?? ""
    return { role: element.getAttribute("role") ?? element.localName, name: said.replace(/\s+/g, " ").trim() }
  })
}

/** More stops than any screen of ours has; a list that never ends would not be reached the end of. */
const MOST_STOPS = 400

/** Somebody without a mouse: Tab, Enter, Space, arrows and letters. */
export function withoutMouse(page: Page) {
  /** Tabs on or back from where the focus is, whichever way the target lies. */
  async function to(target: Locator): Promise<void> {
    await target.waitFor()
    for (let stops = 0; stops < MOST_STOPS; stops++) {
      const way = await target.evaluate((found) => {
        const from = document.activeElement ?? document.body
        if (found === from) return "here"
        return from.compareDocumentPosition(found) & Node.DOCUMENT_POSITION_PRECEDING ? "back" : "on"
      })
      if (way === "here") return
      await page.keyboard.press(way === "back" ? "Shift+Tab" : "Tab")
    }
    throw new Error(`${target} cannot be reached with the Tab key`)
  }
  return {
    to,
    async press(target: Locator): Promise<void> {
      await to(target)
      await page.keyboard.press("Enter")
    },
    async type(target: Locator, text: string): Promise<void> {
      await to(target)
      await page.keyboard.press("Control+a")
      await page.keyboard.insertText(text)
    },
    /** Turns a checkbox, radio or switch on or off. */
    async toggle(target: Locator): Promise<void> {
      await to(target)
      await page.keyboard.press("Space")
    },
    /** Chooses in a native list, where letters lead to what begins with them. */
    async choose(target: Locator, text: string): Promise<void> {
      await to(target)
      await page.keyboard.type(text)
    },
  }
}
