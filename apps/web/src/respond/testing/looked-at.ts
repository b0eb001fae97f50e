import { AxeBuilder } from "@axe-core/playwright"
import type { Page } from "playwright-core"

/** What is wrong with the page as it stands: axe's findings, scrolling sideways, small targets, broken words. */
export async function lookedAt(page: Page, width: number): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return [
    ...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`),
    ...(await sideways(page, width)),
    ...(await tooSmall(page)),
    ...(await broken(page)),
  ]
}

/** What reaches beyond the width of the screen. */
export async function sideways(page: Page, width: number): Promise<string[]> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth)
  if (wide <= width) return []
  const what = await page.evaluate(
    (most) =>
      [...document.querySelectorAll("body *")]
        .filter((part) => part.getBoundingClientRect().right > most || part.getBoundingClientRect().left < 0)
        .map((part) => `${part.tagName}.${part.className}: ${part.textContent?.slice(0, 40)}`)
        .slice(-3),
    width,
  )
  return [`${wide} px wide: ${what.join("; ")}`]
}

/** Everything that can be pressed and is smaller than a thumb: 44 px in both directions. */
function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("button, summary, textarea, select, input[type=text], label:has(input)")]
      .map((target) => ({ target, box: target.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.width < 44 || box.height < 44))
      .map(({ target, box }) => `${target.textContent?.trim()} ${box.width}×${box.height}`),
  )
}

/** Words under the scale that break where no hyphen may stand. */
function broken(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll(".scale .sv-string-viewer")].flatMap((label) => {
      const text = label.firstChild
      if (!(text instanceof Text)) return []
      return [...text.data.matchAll(/[^\s\u00ad]+/gu)].flatMap(({ 0: word, index }) => {
        const range = document.createRange()
        const tops = [...word].map((_, at) => {
          range.setStart(text, index + at)
          range.setEnd(text, index + at + 1)
          return [...range.getClientRects()].at(-1)?.top
        })
        return new Set(tops).size > 1 ? [`broken: ${word}`] : []
      })
    }),
  )
}
