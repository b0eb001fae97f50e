import {
  type Answers,
  type Choice,
  type Language,
  type Questionnaire,
  respondentTexts,
} from "@throughline/instrument"
import type { Page } from "playwright-core"

const texts = respondentTexts("en")

export const heading = (page: Page) => page.getByRole("heading", { level: 1 })
export const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true })

export async function begin(page: Page, link: string) {
  await page.goto(link)
  await button(page, texts.buttons.start).click()
  await page.locator(".questions input").first().waitFor()
}

/** Chooses, by a click on its words, an answer of the question with those words. */
export async function choose(page: Page, question: string, answer: string) {
  await page.getByRole("radiogroup", { name: question }).getByText(answer, { exact: true }).click()
}

/** Goes on to the last page without answering what is passed. */
export async function toLastPage(page: Page) {
  const send = page.getByRole("button", { name: /^Seal and send/ })
  while (!(await send.isVisible())) {
    const before = await heading(page).textContent()
    await button(page, texts.buttons.next).click()
    await page.waitForFunction((text) => document.querySelector("h1")?.textContent !== text, before)
  }
  return send
}

export interface OnScreen {
  question: string
  chosen: string[]
}

/**
 * Answers the page that is shown with nothing but the keyboard, from its heading on, and ends with focus on the
 * button that leads on. Tells what was chosen, in the words that stood on screen.
 */
export async function answerByKeyboard(
  page: Page,
  turn: number,
  language: Language = "en",
): Promise<OnScreen[]> {
  const { cannotSay } = respondentTexts(language).questions
  const given: OnScreen[] = []
  for (let at = 0; ; at++) {
    await page.keyboard.press("Tab")
    const focused = await whatIsFocused(page)
    if (focused.kind === "button") {
      if (focused.forward) return given
      const same = given.find(({ question }) => question === focused.question)
      if (focused.ranks && (same?.chosen.length ?? 0) < 3 && at % 2 === turn % 2) {
        await page.keyboard.press(at % 4 === 0 ? "Space" : "Enter")
        if (same) same.chosen.push(focused.label)
        else given.push({ question: focused.question, chosen: [focused.label] })
      }
    } else if (focused.kind === "radio") {
      const steps = (turn + at) % focused.options
      if (steps === 0) await page.keyboard.press("Space")
      for (let step = 0; step < steps; step++) await page.keyboard.press("ArrowDown")
      given.push({ question: focused.question, chosen: [(await whatIsFocused(page)).label] })
    } else if (focused.kind === "checkbox") {
      const same = given.find(({ question }) => question === focused.question)
      if ((same?.chosen.length ?? 0) < 3 && focused.label !== cannotSay && at % 2 === 0) {
        await page.keyboard.press("Space")
        if (same) same.chosen.push(focused.label)
        else given.push({ question: focused.question, chosen: [focused.label] })
      }
    } else if (focused.kind === "text") {
      const text = `Answer ${turn}: “clear”, and said twice.`
      await page.keyboard.type(text)
      given.push({ question: focused.question, chosen: [text] })
    } else throw new Error(`focus went astray after ${given.length} answers: ${JSON.stringify(focused)}`)
  }
}

function whatIsFocused(page: Page) {
  return page.evaluate(() => {
    const focused = document.activeElement
    const question = focused?.closest(".sd-question")
    const words = (element: Element | null | undefined) => element?.textContent?.trim() ?? ""
    const kind =
      focused instanceof HTMLInputElement
        ? focused.type
        : focused instanceof HTMLTextAreaElement
          ? "text"
          : focused instanceof HTMLButtonElement
            ? "button"
            : `${focused?.tagName}`
    return {
      kind,
      question: words(question?.querySelector(".sd-question__title")),
      label: words(focused?.closest("label") ?? focused?.querySelector(".wording")),
      ranks: focused?.classList.contains("choice-button") ?? false,
      options: question?.querySelectorAll("input").length ?? 0,
      forward: focused?.classList.contains("forward") ?? false,
    }
  })
}

/** The answers that somebody meant who chose these words on screen. */
export function meant(given: OnScreen[], questionnaire: Questionnaire, language: Language = "en"): Answers {
  const { questions } = questionnaire.instrument
  const { scale, cannotSay: neither } = respondentTexts(language).questions
  return Object.fromEntries(
    given.map(({ question: title, chosen }) => {
      const question = questions.find(({ text }) => text[language] === title)
      if (!question) throw new Error(`no question reads “${title}”`)
      const [first = ""] = chosen
      const cannotSay = first === neither
      switch (question.type) {
        case "likert":
          return [question.id, cannotSay ? "cannot-say" : scale.indexOf(first) + 1]
        case "choice":
          return [question.id, idOf(inWords(question.choices, language), first)]
        case "ranking":
          return [question.id, chosen.map((words) => idOf(inWords(question.choices, language), words))]
        case "mission":
          return [question.id, cannotSay ? "cannot-say" : idOf(questionnaire.missionOptions, first)]
        case "priorities":
          return [question.id, chosen.map((words) => idOf(questionnaire.priorityOptions, words))]
        default:
          return [question.id, first]
      }
    }),
  )
}

function inWords(choices: readonly Choice[], language: Language) {
  return choices.map(({ id, text }) => ({ id, text: text[language] ?? "" }))
}

function idOf(options: { id: string; text: string }[], words: string): string {
  return options.find(({ text }) => text === words)?.id ?? ""
}
