// From an empty installation to a launched survey, by one person of HR who has read no manual and uses no mouse: a
// dirty people file is repaired, the questionnaire is changed in two languages, a test mail is read, mails go out.
import { randomBytes } from "node:crypto"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Browser } from "playwright-core"
import { afterAll, beforeAll, describe, expect } from "vitest"
import { chromiumPath, type Device, launchChromium, look, openDevice } from "./browser.ts"
import { openLink } from "./cast.ts"
import { words } from "./company.ts"
import { dirtyFile } from "./dirty-file.ts"
import { catchMails, linkIn } from "./mail-sink.ts"
import { takeRecoveryShares } from "./recovery.ts"
import { buildPages, startThroughline, throughline } from "./server.ts"
import { stepsOn } from "./steps.ts"
import { withoutMouse } from "./without-mouse.ts"

const hr = { email: "hanna.beck@example.org", name: "Hanna Beck", password: randomBytes(12).toString("hex") }
const organization = "Wasserwerk Süd"
const surveyName = "Frühjahr 2027"
const file = dirtyFile()
const own = {
  en: "I can say what our waterworks is there for.",
  de: "Ich kann sagen, wofür unser Wasserwerk da ist.",
}

describe.skipIf(!chromiumPath)(
  chromiumPath ? "the first survey, by keyboard" : "chromium (not installed)",
  () => {
    const devices: Device[] = []
    const step = stepsOn(devices)
    let browser: Browser
    let place = ""
    let sink: Awaited<ReturnType<typeof catchMails>>
    let server: Awaited<ReturnType<typeof startThroughline>>
    let page: Device["page"]
    let keys: ReturnType<typeof withoutMouse>

    beforeAll(async () => {
      await buildPages()
      browser = await launchChromium()
      place = mkdtempSync(join(tmpdir(), "throughline-first-"))
      sink = await catchMails()
      const settings = {
        KEY_SECRET: randomBytes(32).toString("base64url"),
        AUTH_SECRET: randomBytes(32).toString("base64url"),
        DATA_DIRECTORY: join(place, "database"),
        KEY_DIRECTORY: join(place, "keys"),
        SMTP_URL: sink.url,
        MAIL_FROM: "Wasserwerk Süd <umfrage@example.org>",
      }
      const who = ["--organization", organization, "--email", hr.email, "--name", hr.name]
      expect(await throughline(["create-admin", ...who], settings, hr.password)).toMatchObject({ code: 0 })
      server = await startThroughline(settings)
    }, 180_000)
    afterAll(async () => {
      for (const device of devices) await device.page.context().close()
      await browser?.close()
      await server?.stop()
      await sink?.close()
      if (place) rmSync(place, { recursive: true, force: true })
    })

    const button = (name: string | RegExp) => page.getByRole("button", { name })
    const link = (name: string | RegExp) => page.getByRole("link", { name }).first()
    const headline = (name: string | RegExp) => page.getByRole("heading", { level: 1, name }).waitFor()

    step("an empty installation greets with four steps", async () => {
      const device = await openDevice(browser, {
        baseURL: server.url,
        viewport: { width: 1440, height: 900 },
        timezoneId: "Europe/Berlin",
      })
      devices.push(device)
      page = device.page
      keys = withoutMouse(page)
      await page.goto("/")
      await keys.type(page.getByLabel("Work e-mail"), hr.email)
      await keys.type(page.getByLabel("Password", { exact: true }), hr.password)
      await page.keyboard.press("Enter")
      await headline("Four steps to your first results")
    })

    step("the file with five kinds of dirt is read, and every problem is named", async () => {
      await keys.press(link("Import people"))
      await headline("Bring your people in")
      const chooser = page.waitForEvent("filechooser")
      await keys.press(button("Choose a file"))
      await (await chooser).setFiles({ name: "personal.csv", mimeType: "text/csv", buffer: file.bytes })
      await headline("Look before you import")
      await page
        .getByText("personal.csv cannot be imported yet: 3 problems have to be mended first.")
        .waitFor()
      for (const told of [
        /2 people report to each other in a circle/,
        /“Jürgen Größ”, who is not in the file/,
      ])
        await page.getByText(told).first().waitFor()
      expect(await button(`Import ${file.rows} people`).isDisabled()).toBe(true)
      await look(page, "people-dirty")
    })

    step("single clicks and one for the rest repair it; what is imported is what was shown", async () => {
      await keys.press(button("Keep “Jürgen Größ” as a vacant post"))
      await page.getByText("2 problems have to be mended first").waitFor()
      expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true)
      await keys.press(button("Repair everything as proposed"))
      await page.getByText(/^personal\.csv can be imported: \d+ people\.$/).waitFor()
      await look(page, "people-repaired")
      await keys.press(button(/^Import \d+ people$/))
      // The doubled row and the leaver are gone, the absent manager's post is there.
      await headline(new RegExp(`^${file.people} people on \\d+ layers$`))
      await keys.press(link("write down mission and priorities"))
    })

    step("mission, vision and priorities are written down", async () => {
      const fill = (label: string, text: string) => keys.type(page.getByLabel(label, { exact: true }), text)
      await fill("Our mission", words.mission)
      for (const [at, text] of words.missionDecoys.entries()) await fill(`Other statement ${at + 1}`, text)
      await fill("Our vision", words.vision)
      for (const [at, text] of words.priorities.entries()) await fill(`Priority ${at + 1}`, text)
      for (const [at, text] of words.priorityDecoys.entries()) await fill(`Other priority ${at + 1}`, text)
      await keys.press(button("Save"))
      await page.getByText(/^Saved\./).waitFor()
    })

    step("the questionnaire becomes the organization's own, in two languages", async () => {
      await keys.press(link("Questionnaires"))
      await keys.press(button("Use as a start: Alignment"))
      await keys.type(page.getByLabel("Name of your questionnaire"), "Unser Fragebogen")
      await page.keyboard.press("Enter")
      await headline("Unser Fragebogen")
      const item = (language: string) =>
        page
          .locator("textarea", { hasText: language === "English" ? /mission is\.$/ : /Mission .* ist\.$/ })
          .first()
      await keys.type(item("English"), own.en)
      await keys.choose(page.getByLabel("You write in"), "German")
      await page.getByText(own.en).first().waitFor()
      const german = page.getByRole("textbox", { name: /German$/ })
      const place = await german.evaluateAll((fields) =>
        fields.findIndex((field) => /Mission/.test((field as HTMLTextAreaElement).value)),
      )
      await keys.type(german.nth(place), own.de)
      await page
        .getByText(/^(All changes are saved|Saved)/)
        .first()
        .waitFor()
      await look(page, "questionnaire-editor")
      await keys.press(button("Publish version 1"))
      await page.getByText("Version 1 is published.").waitFor()
    })

    step("the survey asks it, in both languages", async () => {
      await keys.press(link("Surveys"))
      await keys.type(page.getByLabel("Name", { exact: true }), surveyName)
      await page.keyboard.press("Enter")
      await headline(`Set up “${surveyName}”`)
      await look(page, "set-up")
      await keys.press(button(/^Questionnaire/))
      // The list as it was before publishing stands here until the new one is loaded.
      const questionnaires = page.getByLabel("Questionnaire", { exact: true })
      await questionnaires.getByText("Unser Fragebogen").waitFor({ state: "attached" })
      await keys.choose(questionnaires, "Unser")
      await page.getByText(/^Unser Fragebogen: /).waitFor()
      await keys.press(button(/^Languages/))
      const german = page.getByRole("checkbox", { name: /German/ })
      if (!(await german.isChecked())) await keys.toggle(german)
      await page.getByText("All changes are saved.").waitFor()
      await look(page, "set-up-languages")
    })

    step("a test mail arrives in each language, and its link opens nothing", async () => {
      await keys.press(button(/^Test mail/))
      await keys.press(button(/^Send it in English/))
      await expect.poll(() => sink.mails.length).toBe(1)
      await keys.press(button(/^Send it in German/))
      await expect.poll(() => sink.mails.length).toBe(2)
      const [english, german] = sink.mails.splice(0)
      expect(english?.to).toBe(hr.email)
      expect(english?.subject).toContain(organization)
      expect(german?.subject).not.toBe(english?.subject)
      expect((await openLink(linkIn(english) ?? "")).status).toBe(404)
    })

    step("three people get a share of the key, and two shares are tried", async () => {
      await keys.press(button(/^Keys and recovery/))
      await takeRecoveryShares(page, {
        press: (name) => keys.press(button(name)),
        type: (label, text) => keys.type(page.getByLabel(label, { exact: true }), text),
      })
    })

    step("after the launch everybody with an address gets a link to the changed questionnaire", async () => {
      await keys.press(button(/^Launch/).first())
      await keys.press(button("Launch…"))
      const dialog = page.getByRole("dialog", { name: `Launch “${surveyName}”?` })
      await keys.press(dialog.getByRole("button", { name: "Launch and send the mails" }))
      await headline(new RegExp(`^(?!Set up).*“${surveyName}”`))
      await look(page, "first-survey-open")
      await page.getByText(`All ${file.addresses.length} mails have been sent.`).waitFor({ timeout: 60_000 })
      expect(sink.mails.map(({ to }) => to).sort()).toEqual(file.addresses)
      const { invitation } = await openLink(linkIn(sink.mails[0]) ?? "")
      const texts = JSON.stringify(invitation)
      expect(texts).toContain(own.en)
      expect(texts).toContain(own.de)
    })
  },
)
