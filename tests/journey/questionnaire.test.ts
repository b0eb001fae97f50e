// HR makes a questionnaire its own: copies a ready-made one, words it anew in two languages with nothing but the
// keyboard, sees it on the phone beside it, publishes it, and meets somebody who edits the same text at the same time.
import { randomBytes } from "node:crypto"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Instrument } from "@throughline/instrument"
import type { Browser } from "playwright-core"
import { afterAll, beforeAll, describe, expect } from "vitest"
import { chromiumPath, type Device, expectAccessible, launchChromium, look, openDevice } from "./browser.ts"
import { buildPages, startThroughline, throughline } from "./server.ts"
import { stepsOn } from "./steps.ts"
import { focused, withoutMouse } from "./without-mouse.ts"

const hr = { email: "helen.rowe@example.org", name: "Helen Rowe", password: randomBytes(12).toString("hex") }
const wordings = {
  en: "I could tell a friend what we are here for.",
  de: "Ich könnte Freunden sagen, wozu es uns gibt.",
}

describe.skipIf(!chromiumPath)(
  chromiumPath ? "a questionnaire of one's own" : "chromium (not installed)",
  () => {
    const devices: Device[] = []
    const step = stepsOn(devices)
    let browser: Browser
    let place = ""
    let server: Awaited<ReturnType<typeof startThroughline>>
    let page: Device["page"]

    beforeAll(async () => {
      await buildPages()
      browser = await launchChromium()
      place = mkdtempSync(join(tmpdir(), "throughline-questionnaire-"))
      const settings = {
        DATA_DIRECTORY: join(place, "database"),
        KEY_DIRECTORY: join(place, "keys"),
        KEY_SECRET: randomBytes(32).toString("base64url"),
        AUTH_SECRET: randomBytes(32).toString("base64url"),
        SMTP_URL: "smtp://127.0.0.1:9",
        MAIL_FROM: "Meridian <survey@example.org>",
      }
      const who = ["--organization", "Meridian", "--email", hr.email, "--name", hr.name]
      const made = await throughline(["create-admin", ...who], settings, hr.password)
      expect(made.code, made.stderr).toBe(0)
      server = await startThroughline(settings)
    }, 180_000)
    afterAll(async () => {
      await browser?.close()
      await server?.stop()
      if (place) rmSync(place, { recursive: true, force: true })
    })

    async function signedIn(colorScheme: "light" | "dark") {
      const made = await openDevice(browser, {
        baseURL: server.url,
        viewport: { width: 1440, height: 900 },
        colorScheme,
      })
      devices.push(made)
      await made.page.goto("/")
      await made.page.getByLabel("Work e-mail").fill(hr.email)
      await made.page.getByLabel("Password", { exact: true }).fill(hr.password)
      await made.page.getByRole("button", { name: "Sign in" }).click()
      await made.page.getByRole("button", { name: "Sign out" }).waitFor()
      return made.page
    }
    const keys = () => withoutMouse(page)
    const saved = (on = page) => on.getByText("All changes are saved", { exact: false }).waitFor()
    const phone = () => page.frameLocator('iframe[title^="The questionnaire on a phone"]')
    const draft = async (): Promise<Instrument> => {
      const id = page.url().split("/").at(-1)
      return (await (await page.request.get(`${server.url}/api/instruments/${id}`)).json()).body
    }

    step("three ready-made ones are offered, and one is copied by keyboard", async () => {
      page = await signedIn("light")
      await keys().to(page.getByRole("link", { name: "Questionnaires" }).first())
      await page.keyboard.press("Enter")
      await page.getByRole("heading", { level: 1, name: "Ask what is ready, or make it your own" }).waitFor()
      expect(await page.getByRole("button", { name: /^Use as a start: / }).count()).toBe(3)
      await look(page, "questionnaires")
      await keys().to(page.getByRole("button", { name: /^Use as a start: Alignment/ }))
      await page.keyboard.press("Enter")
      expect((await focused(page)).name).toMatch(/^Name of your questionnaire/)
      await page.keyboard.type(" (2027)")
      await page.keyboard.press("Enter")
      await page.getByRole("heading", { level: 1, name: /2027/ }).waitFor()
    })

    step(
      "a statement is worded anew in English and in German by keyboard, and the phone shows it",
      async () => {
        for (const [language, name] of [
          ["en", "English"],
          ["de", "German"],
        ] as const) {
          await keys().choose(page.getByLabel("You write in"), name)
          await keys().type(
            page.getByLabel(`Statement 1, ${name}`, { exact: true }).first(),
            wordings[language],
          )
          await saved()
          await phone().getByText(wordings[language]).waitFor()
        }
        expect((await draft()).questions[0]?.text).toMatchObject(wordings)
        await look(page, "questionnaire-editor")
        await page.emulateMedia({ colorScheme: "dark" })
        await expectAccessible(page)
        await page.emulateMedia({ colorScheme: "light" })
      },
    )

    step("a statement is moved down and up; the buttons keep focus and its place is said", async () => {
      await keys().to(page.getByRole("button", { name: "Move Statement 1 down" }).first())
      await page.keyboard.press("Enter")
      await page.getByText("Moved to place 2 of 4.").waitFor()
      expect((await focused(page)).name).toBe("Move Statement 2 down")
      await page.keyboard.press("Enter")
      await page.getByText("Moved to place 3 of 4.").waitFor()
      expect((await focused(page)).name).toBe("Move Statement 3 down")
      await saved()
      expect((await draft()).questions[2]?.text).toMatchObject(wordings)
    })

    step("what is removed comes back, with focus on the way", async () => {
      const before = await draft()
      await keys().to(page.getByRole("button", { name: "Remove Statement 3" }).first())
      await page.keyboard.press("Enter")
      expect((await focused(page)).name).toBe("Undo")
      await saved()
      expect((await draft()).questions).toHaveLength(before.questions.length - 1)
      await page.keyboard.press("Enter")
      expect((await focused(page)).name).toBe("Statement 3, German")
      await saved()
      await expect.poll(async () => (await draft()).questions).toEqual(before.questions)
    })

    step(
      "a question of one's own is missing in five languages until it is worded; Arabic is read from the right",
      async () => {
        await page.getByLabel("You write in").selectOption("en")
        await page.getByRole("button", { name: "Add a statement to Mission clarity" }).click()
        expect((await focused(page)).name).toBe("Statement 5, English")
        await page.keyboard.type("Our mission helps me to decide.")
        await page
          .getByRole("button", { name: /^1 text missing/ })
          .first()
          .waitFor()
        await page
          .getByRole("listitem")
          .filter({ hasText: "Arabic" })
          .getByRole("button", { name: /^1 text missing/ })
          .click()
        await expect.poll(async () => (await focused(page)).name).toBe("Statement 5, Arabic")
        await page.keyboard.type("رسالتنا تعينني على أن أقرر.")
        await saved()
        await phone().getByText("رسالتنا تعينني على أن أقرر.").waitFor()
        expect(await phone().locator("html").getAttribute("dir")).toBe("rtl")
        await look(page, "questionnaire-arabic")
      },
    )

    step("a version is published, and the next one says what is new in it", async () => {
      await page.getByRole("button", { name: "Publish version 1" }).click()
      await page.getByText("Version 1 is published.").waitFor()
      await page.getByRole("link", { name: "Version 1", exact: true }).waitFor()
      await page.getByLabel("You write in").selectOption("en")
      await page
        .getByLabel("Statement 1, English")
        .first()
        .fill("I know what our mission means for what I decide.")
      await page.getByText("is worded differently in English.").waitFor()
      await page.getByText("35 questions stand as before").waitFor()
      await page.getByRole("link", { name: "Version 1", exact: true }).click()
      await page.getByRole("heading", { level: 1, name: /version 1$/ }).waitFor()
      await page.getByText(wordings.en).first().waitFor()
      await look(page, "questionnaire-version")
      await page.goBack()
      await saved()
    })

    step("two people word the same text at once: nobody is overwritten", async () => {
      const other = await signedIn("dark")
      await other.goto(new URL(page.url()).pathname)
      const field = (on: Device["page"]) => on.getByLabel("Statement 1, English").first()
      await field(other).fill("Theirs.")
      await saved(other)
      await expect.poll(async () => (await draft()).questions[0]?.text.en).toBe("Theirs.")
      await field(page).fill("Mine.")
      await page.getByText("Not saved: somebody else changed the same.").waitFor()
      expect(await field(page).inputValue()).toBe("Mine.")
      await expectAccessible(page)
      expect((await draft()).questions[0]?.text.en).toBe("Theirs.")
      await page.getByRole("button", { name: "Take theirs" }).first().click()
      await saved()
      expect(await field(page).inputValue()).toBe("Theirs.")
      // The one answer of 400 and above that this was about.
      const [met] = devices
      expect(met?.faults.splice(0)).toEqual([expect.stringContaining("409 (Conflict)")])
    })
  },
)
