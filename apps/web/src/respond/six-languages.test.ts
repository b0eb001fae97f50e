import { rm } from "node:fs/promises"
import {
  alignmentCore,
  type Instrument,
  type Language,
  languageNames,
  languages,
  readyMade,
  respondentTexts,
} from "@throughline/instrument"
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core"
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest"
import { buildPage } from "./testing/build-page.ts"
import { chromiumFlags, chromiumPath } from "./testing/chromium.ts"
import { fakeApi } from "./testing/fake-api.ts"
import { hows } from "./testing/hows.ts"
import { lookedAt, sideways } from "./testing/looked-at.ts"
import { answerByKeyboard, button, heading, meant, type OnScreen } from "./testing/walk.ts"

// Whole journeys, on machines that may be busy with other suites.
vi.setConfig({ testTimeout: 240_000 })
const all: Language[] = [...languages]
const CODE = "7K3M9QWX2B4T5V6Y8Z0AHC"

/** Every kind of question there is. */
const everyKind: Instrument = {
  ...alignmentCore,
  questions: alignmentCore.questions.flatMap((question) =>
    question.id === "comment-helps" ? [...rankings(), question] : [question],
  ),
}

function rankings() {
  return readyMade.flatMap(({ questions }) => questions).filter(({ type }) => type === "ranking")
}

describe.skipIf(!chromiumPath)(
  chromiumPath ? "the page in six languages" : "chromium (not installed)",
  () => {
    let dist: string
    let api: Awaited<ReturnType<typeof fakeApi>>
    let browser: Browser
    let errors: string[] = []

    beforeAll(async () => {
      dist = await buildPage()
      api = await fakeApi(dist, everyKind)
      browser = await chromium.launch({ executablePath: chromiumPath, args: chromiumFlags })
    }, 120_000)
    afterAll(async () => {
      await browser?.close()
      await api?.close()
      if (dist) await rm(dist, { recursive: true })
    })
    beforeEach(() => {
      errors = []
      api.reset()
    })
    afterEach(async () => {
      for (const context of browser.contexts()) await context.close()
      expect(errors).toEqual([])
    })

    async function device(options: BrowserContextOptions): Promise<Page> {
      const context = await browser.newContext({ viewport: { width: 360, height: 740 }, ...options })
      const page = await context.newPage()
      page.on("pageerror", (error) => errors.push(String(error)))
      return page
    }
    const spoken = (page: Page) =>
      page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])
    const says = (page: Page, text: string) => page.getByText(text).first().waitFor()

    test.each(languages)(
      "is walked by keyboard alone from the link to the thanks without an accessibility violation (%s)",
      async (language) => {
        const at = languages.indexOf(language)
        const page = await device({ colorScheme: at % 2 === 0 ? "light" : "dark" })
        const texts = respondentTexts(language)
        const look = async () => {
          const title = (await heading(page).textContent()) ?? ""
          expect(await lookedAt(page, 360), title).toEqual([])
          expect(await spoken(page), title).toEqual([language, language === "ar" ? "rtl" : "ltr"])
        }
        // The first language of a survey is English here: any other is the people file's, English the browser's.
        await page.goto(api.invite({ hasReports: true, languages: all, language }))
        await button(page, texts.buttons.start).waitFor()
        await look()
        await button(page, texts.buttons.start).focus()
        await page.keyboard.press("Enter")
        await page.locator(".questions input").first().waitFor()
        const given: OnScreen[] = []
        for (let turn = 0; ; turn++) {
          expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H1")
          const title = await heading(page).textContent()
          given.push(...(await answerByKeyboard(page, turn, language)))
          await look()
          if (await button(page, texts.buttons.send).isVisible()) break
          await page.keyboard.press("Enter")
          await page.waitForFunction((text) => document.querySelector("h1")?.textContent !== text, title)
        }
        api.state.fault = { status: 503 }
        await page.keyboard.press("Enter")
        await page.getByRole("alert").getByText(texts.states.retry.title).waitFor()
        await look()
        api.state.fault = undefined
        await button(page, texts.buttons.retry).press("Enter")
        await page
          .getByRole("heading", { name: texts.thanks({ organization: "", k: 5, closesAt: "" }).title })
          .waitFor()
        await look()
        expect(given.length).toBe(everyKind.questions.length)
        expect(await api.opened()).toEqual([meant(given, api.questionnaire, language)])
      },
    )

    test.each(languages)("reflows at 400 % zoom on every page (%s)", async (language) => {
      const page = await device({ viewport: { width: 320, height: 256 } })
      const { buttons } = respondentTexts(language)
      await page.goto(api.invite({ hasReports: true, languages: all, language }))
      await button(page, buttons.start).waitFor()
      expect(await sideways(page, 320)).toEqual([])
      await button(page, buttons.start).click()
      await page.locator(".questions input").first().waitFor()
      for (;;) {
        const title = await heading(page).textContent()
        expect(await sideways(page, 320), `${title}`).toEqual([])
        if (await button(page, buttons.send).isVisible()) break
        await button(page, buttons.next).click()
        await page.waitForFunction((text) => document.querySelector("h1")?.textContent !== text, title)
      }
      await page.goto(`${api.origin}/code`)
      await page.locator("#code").waitFor()
      expect(await sideways(page, 320)).toEqual([])
    })

    test.each(languages)(
      "a printed code leads to the questionnaire, and its faults are said (%s)",
      async (language) => {
        const page = await device({ locale: language })
        const { code, buttons } = respondentTexts(language)
        api.invite({ code: CODE, languages: all, language })
        await page.goto(`${api.origin}${language === "fr" ? "/s/" : "/code"}`)
        const field = page.getByLabel(code.label, { exact: true })
        await field.waitFor()
        expect(await lookedAt(page, 360)).toEqual([])
        await field.press("Enter")
        await says(page, code.faults.empty)
        await field.fill("7K3M 9QWX")
        await field.press("Enter")
        await says(page, code.faults.malformed)
        expect(await lookedAt(page, 360)).toEqual([])
        await field.fill(CODE.replace("7", "8"))
        await field.press("Enter")
        await says(page, code.faults.unknown)
        expect(await page.evaluate(() => document.activeElement?.id)).toBe("code")
        await field.fill(
          ` ${CODE.toLowerCase()
            .replaceAll("0", "o")
            .replace(/(.{4})/g, "$1-")} `,
        )
        await field.press("Enter")
        await button(page, buttons.start).waitFor()
        expect(await spoken(page)).toEqual([language, language === "ar" ? "rtl" : "ltr"])
      },
    )

    test.each(languages)("reminders are stopped by a button and by nothing else (%s)", async (language) => {
      const page = await device({ locale: language, colorScheme: "dark" })
      const { reminders } = respondentTexts(language)
      const token = api.invite().split("/").at(-1)
      await page.goto(`${api.origin}/r/${token}`)
      await button(page, reminders.button).waitFor()
      expect(await lookedAt(page, 360)).toEqual([])
      expect(api.requests.filter(({ url }) => url.startsWith("/api/"))).toEqual([])
      api.state.fault = { status: 503 }
      await button(page, reminders.button).press("Enter")
      await says(page, reminders.failed.text)
      api.state.fault = undefined
      await button(page, reminders.button).press("Enter")
      await says(page, reminders.done.text)
      expect(await lookedAt(page, 360)).toEqual([])
      await page.goto(`${api.origin}/r/${"x".repeat(40)}`)
      await button(page, reminders.button).press("Enter")
      await says(page, reminders.unknown.text)
    })

    test.each(languages)(
      "notices are said in the browser's language where no link tells another (%s)",
      async (language) => {
        const page = await device({ locale: language })
        const { states } = respondentTexts(language)
        await page.goto(`${api.origin}/s/${"x".repeat(64)}`)
        await says(page, states.unknown.text)
        expect(await lookedAt(page, 360)).toEqual([])
        api.state.closed = true
        await page.goto(api.invite())
        await says(page, states.closed({ closesAt: "" }).title)
        expect(await lookedAt(page, 360)).toEqual([])
      },
    )

    test.each(languages)(
      "how one knows and what a survey promises are read without an accessibility violation, on a phone and wide (%s)",
      async (language) => {
        const at = languages.indexOf(language)
        const how = hows[language]
        const texts = respondentTexts(language)
        for (const width of [390, 1440]) {
          const colorScheme = (at + (width === 390 ? 0 : 1)) % 2 === 0 ? "light" : "dark"
          const page = await device({ locale: language, colorScheme, viewport: { width, height: 844 } })
          const link = api.invite({ languages: all, language })
          await page.goto(link)
          await page.locator(".six li[lang=en]").nth(5).waitFor()
          expect(await lookedAt(page, width)).toEqual([])
          await page.getByText(texts.decline.offer).click()
          await button(page, texts.decline.button).click()
          await says(page, texts.states.withdrawn({ closesAt: "" }).title)
          expect(await lookedAt(page, width)).toEqual([])
          await button(page, texts.how).press("Enter")
          await says(page, how.requests.nothingShared)
          expect(await spoken(page)).toEqual([language, language === "ar" ? "rtl" : "ltr"])
          expect(await lookedAt(page, width)).toEqual([])
          await button(page, how.back).press("Enter")
          await says(page, texts.states.withdrawn({ closesAt: "" }).title)
          await page.goto(api.publicPage)
          await page.locator(".six li[lang=en]").nth(5).waitFor()
          expect(await lookedAt(page, width)).toEqual([])
        }
      },
    )

    test("the browser's language decides where the people file says nothing, and the person in any case", async () => {
      const page = await device({ locale: "de-AT" })
      const link = api.invite({ languages: all })
      await page.goto(link)
      await button(page, respondentTexts("de").buttons.start).waitFor()
      await page.getByRole("combobox").selectOption({ label: languageNames.tr })
      const { buttons } = respondentTexts("tr")
      await button(page, buttons.start).waitFor()
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("SELECT")
      await button(page, buttons.start).click()
      await page.locator(".questions input").first().check({ force: true })
      await page.getByRole("combobox").selectOption({ label: languageNames.es })
      await button(page, respondentTexts("es").buttons.next).waitFor()
      expect(await page.locator(".questions input:checked").count()).toBe(1)
      await page.waitForTimeout(300)
      await page.goto("about:blank")
      await page.goto(link)
      await button(page, respondentTexts("es").buttons.resume).waitFor()
      const file = await device({ locale: "de-AT" })
      await file.goto(api.invite({ languages: all, language: "fr" }))
      await button(file, respondentTexts("fr").buttons.start).waitFor()
    })

    test("a language that cannot be loaded is not spoken, and the page goes on", async () => {
      const page = await device({})
      await page.goto(api.invite({ languages: all }))
      await button(page, respondentTexts("en").buttons.start).waitFor()
      await page.waitForLoadState("networkidle")
      await page.context().setOffline(true)
      const failed = page.waitForEvent("requestfailed")
      await page.getByRole("combobox").selectOption("tr")
      await failed
      expect(await page.getByRole("combobox").inputValue()).toBe("en")
      expect(await spoken(page)).toEqual(["en", "ltr"])
      await page.context().setOffline(false)
      await page.getByRole("combobox").selectOption("tr")
      await button(page, respondentTexts("tr").buttons.start).waitFor()
    })

    test("one language is loaded, not six, and SurveyJS speaks it too", async () => {
      const page = await device({})
      await page.goto(api.invite({ languages: all, language: "tr" }))
      await button(page, respondentTexts("tr").buttons.start).click()
      await page.locator(".questions input").first().waitFor()
      await page.waitForLoadState("networkidle")
      const chunks = api.requests
        .map(({ url }) => url.match(/^\/assets\/([a-z]+)-.*\.js$/)?.[1])
        .filter(Boolean)
      // English is what the browser asked for, before the link said who it is for.
      expect(chunks.toSorted()).toEqual(
        "answering en lists preload published respond sealing tr turkish".split(" "),
      )
    })
  },
)
