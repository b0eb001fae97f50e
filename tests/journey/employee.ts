import { respondentTexts } from "@throughline/instrument"
import type { Page } from "playwright-core"
import { expect } from "vitest"

export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

/** Nothing sticks out of a phone's screen. */
export async function expectFits(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0)
}

/** Tabs to the button of that name, as long as a patient person would. */
async function tabTo(page: Page, name: string): Promise<void> {
  const button = page.getByRole("button", { name, exact: true })
  await button.waitFor()
  for (let tabs = 0; tabs < 20; tabs++) {
    await page.keyboard.press("Tab")
    if (await button.evaluate((found) => found === document.activeElement)) return
  }
  throw new Error(`“${name}” cannot be reached with the Tab key`)
}

/**
 * From the promise page to the thanks with nothing but a keyboard, every question answered.
 *
 * @param score 1 to 5, chosen on every scale
 * @returns how many questions were answered
 */
export async function answerWithKeyboard(
  page: Page,
  score: number,
  look: (page: Page) => Promise<void>,
): Promise<number> {
  const texts = respondentTexts("en")
  await tabTo(page, texts.buttons.start)
  await page.keyboard.press("Enter")
  let answered = 0
  for (let pages = 0; pages < 20; pages++) {
    const heading = page.getByRole("heading", { level: 1 })
    await expect.poll(() => heading.evaluate((found) => found === document.activeElement)).toBe(true)
    const title = (await heading.textContent()) ?? ""
    if (title === texts.thanks({ organization: "", k: 5, closesAt: "" }).title) return answered
    await expectFits(page)
    answered += await answerPage(page, score)
    if (pages === 0) await look(page)
    await page.keyboard.press("Enter")
    await expect.poll(() => heading.textContent()).not.toBe(title)
  }
  throw new Error("The questionnaire has no end")
}

/** Answers what Tab comes past; ends with focus on the button that leads on. */
async function answerPage(page: Page, score: number): Promise<number> {
  const texts = respondentTexts("en")
  const forward: string[] = [texts.buttons.next, texts.buttons.send]
  let answered = 0
  let ticked = 0
  for (let tabs = 0; tabs < 60; tabs++) {
    await page.keyboard.press("Tab")
    const { kind, name } = await focused(page)
    if (kind === "button" && forward.includes(name)) return answered
    if (kind === "radio") {
      await page.keyboard.press("Space")
      for (let step = 1; step < score; step++) await page.keyboard.press("ArrowDown")
      answered++
    } else if (kind === "checkbox") {
      if (ticked++ < 3) await page.keyboard.press("Space")
      if (ticked === 1) answered++
    } else if (kind === "textarea") {
      await page.keyboard.type("One sentence, said “often”.")
      answered++
    } else if (kind !== "button") throw new Error(`Focus went astray, to ${kind} “${name}”`)
  }
  throw new Error("The way on cannot be reached with the Tab key")
}

function focused(page: Page): Promise<{ kind: string; name: string }> {
  return page.evaluate(() => {
    const found = document.activeElement
    const kind = found instanceof HTMLInputElement ? found.type : (found?.tagName.toLowerCase() ?? "nothing")
    return { kind, name: found?.textContent ?? "" }
  })
}

/**
 * In Arabic, which was chosen before, by touch: from the promise page to the thanks. Scales are answered, everything else is left out.
 *
 * @param score 1 to 5, chosen on every scale
 */
export async function answerInArabic(
  page: Page,
  score: number,
  look: (page: Page) => Promise<void>,
): Promise<number> {
  const texts = respondentTexts("ar")
  const press = (name: string) => page.getByRole("button", { name, exact: true }).tap()
  const heading = page.getByRole("heading", { level: 1 })
  await page.getByRole("heading", { level: 1, name: "قبل أن تبدأ" }).waitFor()
  expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual([
    "ar",
    "rtl",
  ])
  await expectFits(page)
  await press(texts.buttons.start)
  let answered = 0
  for (let pages = 0; pages < 20; pages++) {
    const send = page.getByRole("button", { name: texts.buttons.send, exact: true })
    await send.or(page.getByRole("button", { name: texts.buttons.next, exact: true })).waitFor()
    const title = (await heading.textContent()) ?? ""
    await expectFits(page)
    for (const scale of await page.getByRole("radiogroup").all()) {
      const answer = scale.getByText(texts.questions.scale[score - 1] ?? "", { exact: true })
      if ((await answer.count()) === 0) continue
      await answer.tap()
      answered++
    }
    if (pages === 0) await look(page)
    const isLast = await send.isVisible()
    await press(isLast ? texts.buttons.send : texts.buttons.next)
    await expect.poll(() => heading.textContent()).not.toBe(title)
    if (isLast) {
      expect(await heading.textContent()).toBe(texts.thanks({ organization: "", k: 5, closesAt: "" }).title)
      return answered
    }
  }
  throw new Error("The questionnaire has no end")
}
