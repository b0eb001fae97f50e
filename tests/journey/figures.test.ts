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

    step("KPIs says what goes with alignment over units, and of what that cannot be told", async () => {
      page = await signedIn("hr")
      await follow("KPIs")
      await headline(/on time/i)
      const pairs = page.getByRole("group", { name: "Pairs of a topic and a KPI" })
      await pairs.waitFor()
      await look(page, "kpis-links")
      await withoutMouse(page).press(pairs.getByRole("button").nth(2))
      await expect.poll(() => page.url()).toContain("pair=")
      // What is left out is named: a department of several functions, and a label that nobody knows.
      await page
        .getByText(/Retrofit Launch/)
        .first()
        .waitFor()
      await page
        .getByText(/Partner installers/)
        .first()
        .waitFor()
      // By function there are eight units, of which nothing can be told.
      await page.getByRole("combobox", { name: "KPI" }).selectOption({ label: "People who left" })
      await page
        .getByRole("heading", { name: /cannot tell|cannot be told/ })
        .first()
        .waitFor()
    })

    step("a unit's profile sets its scores beside its figures", async () => {
      await page.goto("/kpis/profile")
      await page.getByRole("combobox", { name: "Unit" }).waitFor()
      await page.getByRole("region", { name: / over time$/ }).waitFor()
      await look(page, "kpis-profile")
    })

    step("the stored figures are shown as what they are", async () => {
      await page.goto("/kpis/figures")
      await headline(/^\d+ KPIs under \d+ labels$/)
      await page.getByText(/^The same value everywhere and always/).waitFor()
      await look(page, "kpis-figures")
    })

    const bring = async (special: number) => {
      const rows = ["Engineering", "Sales", "Special Projects"].flatMap((unit, at) =>
        ["2026-Q1", "2026-Q2"].map((period, nth) =>
          [unit, period, at === 2 && nth === 1 ? special : 70 + 3 * at + nth].join(","),
        ),
      )
      await page.goto("/kpis/import")
      await page.locator('input[type="file"]').setInputFiles({
        name: "complaints.csv",
        mimeType: "text/csv",
        buffer: Buffer.from(["Unit,Period,Complaints closed in time", ...rows].join("\r\n")),
      })
    }

    step("a file is looked at, taken in by keyboard, and a label nobody knows is mapped", async () => {
      await bring(61)
      await headline(/^1 KPI of 3 units: 6 values are new$/)
      await look(page, "kpis-import")
      await withoutMouse(page).press(page.getByRole("button", { name: "Import 6 values" }))
      await page.getByRole("heading", { name: "6 values are stored" }).waitFor()
      await follow("Say which units they are")
      await page.getByRole("button", { name: "Choose… what Special Projects stands for" }).click()
      await page.getByRole("combobox", { name: "What Special Projects stands for" }).fill("Marketing")
      await page
        .getByRole("option", { name: /Marketing/ })
        .first()
        .click()
      await page
        .getByRole("status")
        .getByText(/^Special Projects: /)
        .waitFor()
      await look(page, "kpis-units")
    })

    step("a value that is corrected is kept with what it was", async () => {
      await bring(64)
      await headline(/1 corrects another/)
      await page
        .getByRole("button", { name: /^Import/ })
        .first()
        .click()
      await page.getByText(/1 corrected/).waitFor()
      await page.goto("/kpis/figures")
      await follow(/^Complaints closed in time/)
      const corrections = page.getByRole("region", { name: "Corrections", exact: true })
      await corrections.getByRole("row", { name: /Special Projects.*61.*64/ }).waitFor()
      await look(page, "kpi")
    })

    step("a program pushes a value with a key made under Settings, and it is there", async () => {
      await page.goto("/settings")
      const keys = page.getByRole("region", { name: "Keys for programs" })
      await keys.getByLabel("Which program is it for?").fill("Nightly export")
      await withoutMouse(page).press(keys.getByRole("button", { name: "Make a key" }))
      await keys.getByText(/^Copy this key now/).waitFor()
      const secret = await keys.locator("code").first().innerText()
      const send = (key: string) =>
        fetch(`${server.url}/api/kpis/values`, {
          method: "POST",
          headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
          body: JSON.stringify({
            values: [
              { kpi: "Complaints closed in time", unit: "Special Projects", period: "2026-Q3", value: 88.5 },
            ],
          }),
        })
      expect((await send(secret.split("").toReversed().join(""))).status).toBe(401)
      const sent = await send(secret)
      expect([sent.status, await sent.text()]).toEqual([200, expect.stringContaining('"added":1')])
      await keys.getByRole("button", { name: "I have it" }).click()
      await expect.poll(() => keys.getByText(secret).count()).toBe(0)
      await look(page, "settings-keys")
      await page.goto("/kpis/figures")
      await follow(/^Complaints closed in time/)
      await page.getByRole("cell", { name: "88.5" }).first().waitFor()
    })

    step(
      "the list of drivers says what will likely be missed, and why another foretells nothing",
      async () => {
        await follow("Drivers")
        await headline("1 driver foretells that a plan will likely be missed")
        await page.getByText(/^Refused, so it foretells nothing: needs 30 unit-quarters, has 18/).waitFor()
        await look(page, "drivers")
      },
    )

    step("a driver: what is about to happen, unit by unit, and how past predictions fared", async () => {
      await follow(/^Training before the release/)
      await headline(
        /^Sales of the retrofit kit: likely \d+ to \d+% under plan in Q\d \d{4} in \d+ of 22 units$/,
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
