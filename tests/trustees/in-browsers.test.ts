// Three trustees with a browser each and no mouse, from the naming by HR to the release.
import { oneDatabase } from "@throughline/db/testing"
import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect } from "vitest"
import { closeSurvey } from "../../apps/api/src/surveys/close-survey.ts"
import { inHours, moveSurvey, readyDraft } from "../../apps/api/src/surveys/testing.ts"
import { openTestApp, type TestApp } from "../../apps/api/src/testing.ts"
import { listen } from "../../apps/api/src/testing-listen.ts"
import { chromiumPath, type Device, launchChromium, look, openDevice } from "../journey/browser.ts"
import { freePort } from "../journey/mail-sink.ts"
import { buildPages } from "../journey/server.ts"
import { stepsOn } from "../journey/steps.ts"
import { withoutMouse } from "../journey/without-mouse.ts"
import { answer } from "./company.ts"
import { linkTo, three } from "./seats.ts"

const passphrase = "kettle orbit lantern moss"

// What differs between the databases is tried without a browser.
oneDatabase((open) => {
  describe.skipIf(!chromiumPath)(
    chromiumPath ? "three browsers" : "three browsers (chromium is not installed)",
    () => {
      const devices: Device[] = []
      const step = stepsOn(devices)
      const files: string[] = []
      let browser: Browser
      let api: TestApp
      let url = ""
      let stop = async () => {}
      let hr: Awaited<ReturnType<typeof readyDraft>>["hr"]
      let surveyId = ""

      beforeAll(async () => {
        await buildPages()
        const port = await freePort()
        url = `http://127.0.0.1:${port}`
        api = await openTestApp(await open(), { demo: true, publicUrl: url })
        stop = (await listen(api.app, port)).close
        browser = await launchChromium()
        const ready = await readyDraft(api)
        hr = ready.hr
        surveyId = ready.survey.id
      }, 180_000)
      afterAll(async () => {
        await browser?.close()
        await stop()
        api?.remove()
      })

      async function device(path: string): Promise<Page> {
        const made = await openDevice(browser, { baseURL: url, viewport: { width: 1440, height: 900 } })
        devices.push(made)
        await made.page.goto(path)
        return made.page
      }
      const h1 = (page: Page, text: string) => page.getByRole("heading", { level: 1, name: text }).waitFor()
      const button = (page: Page, text: string) => page.getByRole("button", { name: text })
      const trustee = (at: number) => devices[at + 1]?.page as Page

      /** The file is chosen by the browser's own dialogue, which opens from the keyboard. */
      async function giveFile(page: Page, at: number): Promise<void> {
        const keys = withoutMouse(page)
        const chooser = page.waitForEvent("filechooser")
        await keys.to(page.getByLabel("Your key file"))
        await page.keyboard.press("Space")
        await (await chooser).setFiles(files[at] ?? "")
        await keys.type(page.getByLabel("Its passphrase"), passphrase)
      }

      step("HR names three people on the checklist", async () => {
        const page = await device("/")
        const keys = withoutMouse(page)
        await keys.type(page.getByLabel("Work e-mail"), hr.email)
        await keys.type(page.getByLabel("Password", { exact: true }), hr.password)
        await page.keyboard.press("Enter")
        await page.getByRole("link", { name: "Surveys" }).first().waitFor()
        await page.goto(`/surveys/${surveyId}#keys`)
        await keys.to(page.getByRole("radio", { name: /This server/ }))
        await page.keyboard.press("ArrowDown")
        for (const [at, ordinal] of ["First", "Second", "Third"].entries()) {
          const seat = page.getByRole("group", { name: `${ordinal} trustee` })
          await keys.type(seat.getByLabel("Name"), three[at]?.name ?? "")
          await keys.type(seat.getByLabel("Mail address"), three[at]?.email ?? "")
        }
        await look(page, "trustees-form")
        await keys.press(button(page, "Name these three"))
        await page.getByText("Has not made a key yet.").nth(2).waitFor()
        await look(page, "trustees-named")
      })

      step("each makes a key and keeps it as a file; the last one deals at once", async () => {
        for (const at of [0, 1, 2]) {
          const page = await device(`/trustee/${linkTo(api, three[at]?.email ?? "")}`)
          const keys = withoutMouse(page)
          await h1(page, "Make your key")
          if (at === 0) await look(page, "trustee-key")
          await keys.type(page.getByLabel("A passphrase for the file"), passphrase)
          await keys.type(page.getByLabel("The passphrase again"), passphrase)
          const saved = page.waitForEvent("download")
          await keys.press(button(page, "Make my key and save the file"))
          files.push(await (await saved).path())
          await h1(page, at < 2 ? "Your key is made" : "You have dealt your part")
        }
        await look(trustee(1), "trustee-wait")
      })

      step(
        "the others deal, with the key that their browser keeps; the last to deal tries at once",
        async () => {
          for (const at of [0, 1]) {
            const page = trustee(at)
            await page.reload()
            await h1(page, "Deal your part of the key")
            if (at === 0) await look(page, "trustee-deal")
            await withoutMouse(page).press(button(page, "Deal my part"))
            await h1(page, at === 0 ? "You have dealt your part" : "Try your share")
          }
          await trustee(1)
            .getByRole("heading", { name: /Now compare six words/ })
            .waitFor()
          await look(trustee(1), "trustee-last")
        },
      )

      step(
        "each tries the share with file and passphrase, and all three see the same six words",
        async () => {
          const words = new Set<string>()
          for (const at of [0, 1, 2]) {
            const page = trustee(at)
            await page.reload()
            await h1(page, "Try your share")
            await giveFile(page, at)
            await withoutMouse(page).press(button(page, "Try my share"))
            await page.getByRole("heading", { name: /Now compare six words/ }).waitFor()
            words.add((await page.locator(".compare-words").textContent()) ?? "")
            if (at === 0) await look(page, "trustee-try")
            await withoutMouse(page).press(button(page, "The words are the same"))
            await h1(page, "Your share works")
          }
          expect([...words].map((text) => text.split(" ").length)).toEqual([6])
          await look(trustee(0), "trustee-ready")
        },
      )

      step("the survey is launched, answered and closed, and waits", async () => {
        expect((await hr.call("POST", `/api/surveys/${surveyId}/launch`)).status).toBe(200)
        await answer(api, hr, surveyId, 0.8)
        await moveSurvey(api, hr.organizationId, surveyId, { closes_at: inHours(-1) })
        await closeSurvey(api.deps, hr.organizationId, surveyId)
        const page = devices[0]?.page as Page
        await page.goto(`/surveys/${surveyId}`)
        await page.getByText("Waiting for two trustees").waitFor()
        await page.getByText("Has not handed their share on.").nth(2).waitFor()
        await look(page, "trustees-waiting")
      })

      step(
        "one, on a new device with the file, hands the share over; another opens and the results are there",
        async () => {
          const giver = await device(`/trustee/${linkTo(api, three[0]?.email ?? "")}`)
          await h1(giver, "The survey has closed")
          await giveFile(giver, 1)
          await withoutMouse(giver).press(button(giver, "Hand my share to Theo Trust"))
          await giver.getByText("This file holds another key").waitFor()
          await giveFile(giver, 0)
          await withoutMouse(giver).type(giver.getByLabel("Its passphrase"), "not this one")
          await withoutMouse(giver).press(button(giver, "Hand my share to Theo Trust"))
          await giver.getByText("The passphrase does not open this file").waitFor()
          await look(giver, "trustee-hand")
          await withoutMouse(giver).type(giver.getByLabel("Its passphrase"), passphrase)
          await withoutMouse(giver).press(button(giver, "Hand my share to Theo Trust"))
          await h1(giver, "Your share is handed over")
          await look(giver, "trustee-handed")

          const opens = trustee(1)
          await opens.reload()
          await h1(opens, "Open the answers")
          await look(opens, "trustee-open")
          // Whoever was handed a share can hand over as well: junk of one blocks nobody.
          await withoutMouse(opens).to(opens.getByText("Hand my share over instead"))
          await opens.keyboard.press("Enter")
          await button(opens, "Hand my share to Tess Trust").waitFor()
          await withoutMouse(opens).press(button(opens, "Open the answers"))
          await h1(opens, "The answers are counted")
          await look(opens, "trustee-counted")
          await withoutMouse(opens).press(button(opens, "Remove my key from this browser"))
          await opens.getByText("Your key is not in this browser any more").waitFor()

          const page = devices[0]?.page as Page
          await page.getByRole("link", { name: "See the results by layer" }).waitFor()
        },
      )
    },
  )
})
