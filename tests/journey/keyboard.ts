import type { Page } from "playwright-core"

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

/** Presses Tab until that has focus, round the page once at the most. */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const passed: string[] = []
  for (let presses = 0; presses < 400; presses++) {
    await page.keyboard.press("Tab")
    const here = (await focused(page)).name
    if (typeof name === "string" ? here === name : name.test(here)) return
    passed.push(here)
  }
  throw new Error(`Tab never comes to ${name}; it passes ${[...new Set(passed)].join(" | ")}`)
}
