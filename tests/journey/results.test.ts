// The results of the demo company, whose seeder has planted a drop in one function: Home, Layers, Breaks and Heat map as
// HR sees them, by keyboard where it matters, what leaves as CSV and PNG, and what the leader of that function gets.
import { randomBytes } from "node:crypto"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Breaks } from "@throughline/analysis"
import type { Browser } from "playwright-core"
import { afterAll, beforeAll, describe, expect } from "vitest"
import { demoAccounts } from "../../apps/api/src/demo/accounts.ts"
import { demoBreak, demoScattered } from "../../apps/api/src/demo/company.ts"
import { chromiumPath, type Device, launchChromium, look, openDevice } from "./browser.ts"
import { buildPages, startThroughline } from "./server.ts"
import { stepsOn } from "./steps.ts"
import { withoutMouse } from "./without-mouse.ts"

describe.skipIf(!chromiumPath)(
  chromiumPath ? "the results of the demo company" : "chromium (not installed)",
  () => {
    const devices: Device[] = []
    const step = stepsOn(devices)
    const finding = new RegExp(
      `^In ${demoBreak.department}(?:, your unit)?, the message is \\d\\.\\d scale points lower`,
    )
    let browser: Browser
    let place = ""
    let server: Awaited<ReturnType<typeof startThroughline>>
    let page: Device["page"]

    beforeAll(async () => {
      await buildPages()
      browser = await launchChromium()
      place = mkdtempSync(join(tmpdir(), "throughline-results-"))
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
        acceptDownloads: true,
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
    const follow = (name: string, on = page) => on.getByRole("link", { name, exact: true }).first().click()

    step("Home says the break and how sure it is, and the line of that function breaks off", async () => {
      page = await signedIn("hr")
      await headline(finding)
      await page
        .getByText(/^(Fewer than|At most) \d+ of (100|1,000) healthy organizations would show this/)
        .waitFor()
      // The label takes as many lines as there is room for.
      const label = page.getByRole("img").locator(".tl-break-words")
      await label.first().waitFor()
      expect((await label.allTextContents()).join(" ")).toMatch(
        new RegExp(`^Break: ${demoBreak.department} from layer \\d`),
      )
      await look(page, "results-home")
    })

    step("Breaks shows it in the organization, outlined, and in a list of sentences", async () => {
      await follow("Results")
      await follow("Breaks")
      await headline(finding)
      const list = page.getByRole("region", { name: "Confirmed breaks", exact: true })
      await list.getByText(finding).waitFor()
      // The company is too small for anything of a single unit to be ruled out.
      await page.getByRole("heading", { level: 2, name: "Too few to tell" }).waitFor()
      await page.getByText(/^Break: /).waitFor()
      await look(page, "results-breaks")
    })

    step("the organization is walked through by keyboard", async () => {
      const keys = withoutMouse(page)
      await keys.to(page.getByRole("button", { name: /^Whole organization/ }))
      // Marks of a picture: not HTML elements.
      const unit = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "")
      await page.keyboard.press("ArrowDown")
      const below = await unit()
      await page.keyboard.press("ArrowRight")
      const beside = await unit()
      expect(below).toMatch(/people invited/)
      expect(below).not.toMatch(/^Whole organization/)
      expect(beside).toMatch(/people invited/)
      expect(beside).not.toBe(below)
      await page.keyboard.press("Enter")
      await page.getByRole("link", { name: /^See the layers of / }).waitFor()
    })

    step("the heat map is sorted by keyboard, and leaves whole as CSV", async () => {
      await follow("Heat map")
      const grid = page.getByRole("grid")
      await grid.waitFor()
      await look(page, "results-heat-map")
      const rows = Number(await grid.getAttribute("aria-rowcount"))
      expect(rows).toBeGreaterThan(10)
      // Under the line of everybody, which stays.
      const first = () => grid.getByRole("rowheader").nth(1).innerText()
      const inTree = await first()
      const keys = withoutMouse(page)
      const column = grid.getByRole("columnheader", { name: /Strategy/ }).getByRole("button")
      await column.focus()
      await page.keyboard.press("Enter")
      await expect.poll(first).not.toBe(inTree)
      const [file] = await Promise.all([
        page.waitForEvent("download"),
        keys.press(page.getByRole("button", { name: /^Download as CSV/ }).first()),
      ])
      const lines = readFileSync(await file.path(), "utf8")
        .trim()
        .split("\n")
      // With the line of names, as the grid counts it too.
      expect(lines).toHaveLength(rows)
    })

    step("a picture leaves as PNG, and there is something on it", async () => {
      const [file] = await Promise.all([
        page.waitForEvent("download"),
        page
          .getByRole("button", { name: /^Download the picture as PNG/ })
          .first()
          .click(),
      ])
      const png = readFileSync(await file.path())
      expect(png.subarray(1, 4).toString()).toBe("PNG")
      const colours = await page.evaluate(async (base64) => {
        const image = new Image()
        image.src = `data:image/png;base64,${base64}`
        await image.decode()
        const canvas = document.createElement("canvas")
        canvas.width = image.width
        canvas.height = image.height
        const pen = canvas.getContext("2d") as CanvasRenderingContext2D
        pen.drawImage(image, 0, 0)
        const seen = new Set<number>()
        const dots = new Uint32Array(pen.getImageData(0, 0, image.width, image.height).data.buffer)
        for (const dot of dots) seen.add(dot)
        return seen.size
      }, png.toString("base64"))
      expect(colours).toBeGreaterThan(20)
    })

    step(
      "Knowing sets what people show beside what they claim, by layer and unit, read by keyboard",
      async () => {
        // Not of the unit that was chosen under Breaks, which would go along.
        await page.goto("/results/knowing")
        await headline(
          /^They think they know: \d+% say the strategy is clear to them, \d+% name all three priorities$/,
        )
        await page.getByRole("img", { name: "Claimed and shown by layer" }).waitFor()
        await page
          .getByText(/Guessing gets \d+% right/)
          .first()
          .waitFor()
        await page.getByRole("heading", { level: 2, name: /^When did somebody last explain/ }).waitFor()
        await look(page, "results-knowing")
        const figure = page.getByRole("region", { name: "Claimed and shown, layer by layer" })
        // The radio itself is drawn by its label.
        await figure.getByRole("radio", { name: "Picture" }).focus()
        await page.keyboard.press("ArrowRight")
        const rows = figure.getByRole("row", { name: /^Layers? \d/ })
        await expect.poll(() => rows.count()).toBeGreaterThan(3)
        await page.getByRole("combobox", { name: "Group" }).fill(demoBreak.department)
        await page.getByRole("option", { name: demoBreak.department, exact: true }).click()
        await headline(new RegExp(` in ${demoBreak.department}(:|,)`))
      },
    )

    step("Across tells who is united with what comes first, and who elsewhere", async () => {
      await follow("Across")
      await headline(
        new RegExp(`^${demoBreak.department} is united, but on other things than .*${demoScattered}`),
      )
      await page.getByRole("img", { name: "Unit against unit" }).waitFor()
      await look(page, "results-across")
      const keys = withoutMouse(page)
      const [file] = await Promise.all([
        page.waitForEvent("download"),
        keys.press(page.getByRole("button", { name: /^Download as CSV/ }).first()),
      ])
      const lines = readFileSync(await file.path(), "utf8")
      expect(lines).toContain(`${demoBreak.department},united elsewhere`)
      expect(lines).toContain(`${demoScattered},scattered`)
    })

    step(
      "Engagement is set beside alignment, and who likes the work without the message is named",
      async () => {
        await follow("Engagement")
        await headline(new RegExp(`${demoBreak.department} is engaged and not aligned`))
        await page.getByRole("img", { name: "Engaged and aligned by layer" }).waitFor()
        await look(page, "results-engagement")
      },
    )

    step("Layers tells both kinds of interval apart", async () => {
      await follow("Layers")
      await page.getByRole("region", { name: "The message, layer by layer" }).waitFor()
      await look(page, "results-layers")
    })

    step("the leader of that function reads of it, and of no other branch", async () => {
      const leader = await signedIn("leader")
      await leader.goto("/results")
      await follow("Breaks", leader)
      await headline(finding, leader)
      await look(leader, "results-breaks-leader")
      // Of the new parts as well: the own unit in place of the organization.
      await follow("Knowing", leader)
      await headline(new RegExp(` in ${demoBreak.department}`), leader)
      await look(leader, "results-knowing-leader")
      await follow("Engagement", leader)
      await headline(/./, leader)
      await expect.poll(() => leader.getByText("Whole organization").count()).toBe(0)
      const { surveys } = await (await page.request.get(`${server.url}/api/results`)).json()
      const survey = surveys.find(({ outcome }: { outcome: string }) => outcome === "released").id
      const read = async (of: Device["page"]): Promise<Breaks> =>
        (await (await of.request.get(`${server.url}/api/surveys/${survey}/release`)).json()).breaks
      const [whole, part] = [await read(page), await read(leader)]
      expect(whole.findings.length).toBeGreaterThan(0)
      expect(part.whole).toBeNull()
      expect(part.units.length).toBeLessThan(whole.units.length)
    })
  },
)
