// Business figures in the demo company: which go with alignment and which cannot be told, a file brought in with a label
// that nobody knows, one unit over time, what a driver foretells, the keeper who feeds it, and a key that pushes a value.
import { randomBytes } from "node:crypto"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Browser } from "playwright-core"
import { afterAll, beforeAll, describe, expect } from "vitest"
import { demoAccounts } from "../../apps/api/src/demo/accounts.ts"
import { chromiumPath, type Device, launchChromium, look, openDevice } from "./browser.ts"
import { buildPages, startThroughline } from "./server.ts"
import { stepsOn } from "./steps.ts"
import { withoutMouse } from "./without-mouse.ts"

describe.skipIf(!chromiumPath)(
  chromiumPath ? "KPIs and drivers of the demo company" : "chromium (not installed)",
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
      place = mkdtempSync(join(tmpdir(), "throughline-figures-"))
      server = await startThroughline({
        DEMO: "1",
        DATA_DIRECTORY: join(place, "database"),
        KEY_DIRECTORY: join(place, "keys"),
        KEY_SECRET: randomBytes(32).toString("base64url"),
        AUTH_SECRET: randomBytes(32).toString("base64url"),
      })
    }, 240_000)
    afterAll(async () => {
      await browser?.close()
      await server?.stop()
      if (place) rmSync(place, { recursive: true, force: true })
    })

    async function signedIn(role: (typeof demoAccounts)[number]["role"]) {
      const made = await openDevice(browser, {
        baseURL: server.url,
        viewport: { width: 1440, height: 900 },
        colorScheme: "light",
      })
      devices.push(made)
      const account = demoAccounts.find((one) => one.role === role)
      await made.page.goto("/")
      await made.page.getByLabel("Work e-mail").fill(account?.email ?? "")
      await made.page.getByLabel("Password", { exact: true }).fill(account?.password ?? "")
      await made.page.getByRole("button", { name: "Sign in", exact: true }).click()
      await made.page.getByRole("button", { name: "Sign out" }).waitFor()
      return made.page
    }
    const headline = (words: string | RegExp, on = page) =>
      on.getByRole("heading", { level: 1, name: words }).waitFor()
    const follow = (name: string | RegExp, on = page) =>
      on
        .getByRole("link", { name, exact: typeof name === "string" })
        .first()
        .click()

    step(
      "the list of drivers says what will likely be missed, and why another foretells nothing",
      async () => {
        page = await signedIn("hr")
        await follow("Drivers")
        await headline("1 driver foretells that a plan will likely be missed")
        await page.getByText(/^Refused, so it foretells nothing: needs 30 unit-quarters, has 18/).waitFor()
        await look(page, "drivers")
      },
    )

    step("a driver: what is about to happen, unit by unit, and how past predictions fared", async () => {
      await follow(/^Training before the release/)
      await headline(
        /^Sales of the retrofit kit: likely \d+ to \d+% under plan in Q\d \d{4} in \d+ of 22 units\.$/,
      )
      await page.getByText(/^Trained before the release: .*; the target was 70% by /).waitFor()
      await page.getByRole("heading", { level: 2, name: /^Of 44 past predictions \d+ lay inside/ }).waitFor()
      await look(page, "driver")
      // Another unit is chosen by keyboard, in the picture itself.
      const shown = page.getByRole("heading", { level: 2, name: /: likely .* in Q\d \d{4}, planned/ })
      const before = await shown.innerText()
      const units = page.getByRole("group", { name: /foretold for/ }).getByRole("button")
      await withoutMouse(page).press(units.nth(3))
      await expect.poll(() => shown.innerText()).not.toBe(before)
    })

    step("a refused driver shows what is missing, and no prediction at all", async () => {
      await page.goto("/drivers")
      await follow(/^Directors on site/)
      await headline("Directors on site: nothing is foretold")
      await page.getByText("It needs 10 units, has 6.").waitFor()
      expect(await page.getByText(/likely/i).count()).toBe(0)
      await look(page, "driver-refused")
    })

    step("the alert is in the outbox of whoever is to get it", async () => {
      const { mails } = await (await page.request.get(`${server.url}/api/demo/outbox?kind=notice`)).json()
      expect(mails).toHaveLength(1)
      expect(mails[0]).toMatchObject({
        to: "deputy@northlight.example",
        subject: expect.stringMatching(/^Sales of the retrofit kit: likely .* under plan/),
      })
    })

    step("the keeper sees the own driver and nothing else, and enters the newest values", async () => {
      const keeper = await signedIn("keeper")
      await headline(/^1 driver foretells/, keeper)
      await expect
        .poll(() => keeper.getByRole("navigation").getByRole("link").allInnerTexts())
        .toEqual(expect.arrayContaining(["Drivers"]))
      for (const hidden of ["Results", "KPIs", "People", "Members"])
        expect(await keeper.getByRole("link", { name: hidden, exact: true }).count()).toBe(0)
      expect(await keeper.getByText("Directors on site").count()).toBe(0)
      await follow(/^Training before the release/, keeper)
      const form = keeper.getByRole("region", { name: "Enter trained before the release" })
      await form.waitFor()
      await look(keeper, "driver-keeper")
      const keys = withoutMouse(keeper)
      const field = form.getByRole("textbox").nth(1)
      await keys.type(field, "74")
      await keys.press(form.getByRole("button", { name: "Save 1 value" }))
      await form.getByText(/^Saved\./).waitFor()
      await form.getByText("now 74").waitFor()
      // No result of a survey is there for a keeper, whatever is asked for.
      for (const path of ["/api/results", "/api/kpis", "/api/members"])
        expect((await keeper.request.get(`${server.url}${path}`)).status()).toBe(403)
    })
  },
)
