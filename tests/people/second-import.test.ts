// HR has people stored and brings the next file, by keyboard: it sees what changes before it counts, mends what is wrong
// without losing the place, takes a repair back, imports, and undoes the import.
import { randomBytes } from "node:crypto"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect } from "vitest"
import writeExcelFile from "write-excel-file/node"
import { chromiumPath, type Device, launchChromium, look, openDevice } from "../journey/browser.ts"
import { buildPages, startThroughline, throughline } from "../journey/server.ts"
import { stepsOn } from "../journey/steps.ts"
import { withoutMouse } from "../journey/without-mouse.ts"

const HEADER = ["Employee ID", "Name", "Email", "Title", "Manager ID"]
const person = (id: number, name: string, manager: number | "", title = "Clerk") => [
  ...[String(id), name, `${name.toLowerCase().replace(" ", ".")}@example.com`, title, String(manager)],
]
const first = [
  person(1, "Ada Berg", "", "Chief Executive"),
  person(2, "Ben Kay", 1, "Director"),
  person(3, "Cleo Lund", 1, "Director"),
  ...["Dan Moss", "Eva Nye", "Flo Orr", "Gus Pym"].map((name, at) => person(4 + at, name, 2)),
]
/** Gus leaves, Hal and Ida join, Flo moves; Ida's manager is not there and Hal is his own. */
const second = [
  ...first.slice(0, 5),
  person(6, "Flo Orr", 3),
  person(8, "Hal Quist", 8),
  person(9, "Ida Roth", 77),
]

describe.skipIf(!chromiumPath)(chromiumPath ? "a second import" : "chromium (not installed)", () => {
  const hr = { email: "hr@example.org", password: randomBytes(12).toString("hex") }
  const devices: Device[] = []
  const step = stepsOn(devices)
  let browser: Browser
  let server: Awaited<ReturnType<typeof startThroughline>>
  let page: Page
  let keys: ReturnType<typeof withoutMouse>
  let place = ""

  beforeAll(async () => {
    await buildPages()
    browser = await launchChromium()
    place = mkdtempSync(join(tmpdir(), "throughline-people-"))
    const settings = {
      ...{ DATA_DIRECTORY: join(place, "database"), KEY_DIRECTORY: join(place, "keys") },
      ...{ SMTP_URL: "smtp://mail.invalid", MAIL_FROM: "Meridian <survey@example.org>" },
      KEY_SECRET: randomBytes(32).toString("base64url"),
      AUTH_SECRET: randomBytes(32).toString("base64url"),
    }
    const who = ["--organization", "Meridian", "--email", hr.email, "--name", "Helen Rowe"]
    await throughline(["create-admin", ...who], settings, hr.password)
    server = await startThroughline(settings)
    const device = await openDevice(browser, { baseURL: server.url, viewport: { width: 1440, height: 900 } })
    devices.push(device)
    page = device.page
    keys = withoutMouse(page)
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    if (place) rmSync(place, { recursive: true, force: true })
  })

  const button = (name: string | RegExp) => page.getByRole("button", { name })
  const headline = (name: string | RegExp) => page.getByRole("heading", { level: 1, name }).waitFor()
  const said = (text: string | RegExp) => page.getByRole("status").filter({ hasText: text }).waitFor()
  const here = () => page.evaluate(() => document.activeElement?.textContent ?? "")

  async function chooseExcel() {
    const cells = [HEADER, ...second].map((row) => row.map((value) => ({ value, type: String })))
    const buffer = await writeExcelFile(cells).toBuffer()
    const mimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    const chooser = page.waitForEvent("filechooser")
    await keys.press(button("Choose a file"))
    await (await chooser).setFiles({ name: "people.xlsx", mimeType, buffer })
    await headline("Look before you import")
  }

  step("rows pasted from a spreadsheet are the first people", async () => {
    await page.goto("/people")
    await keys.type(page.getByLabel("Work e-mail"), hr.email)
    await keys.type(page.getByLabel("Password", { exact: true }), hr.password)
    await page.keyboard.press("Enter")
    await headline("Bring your people in")
    await keys.press(button("Paste from a spreadsheet"))
    const rows = [HEADER, ...first].map((row) => row.join("\t")).join("\n")
    await keys.type(page.getByLabel("Rows copied from a spreadsheet"), rows)
    await keys.press(button("Read these rows"))
    await headline("Look before you import")
    expect(await here()).toContain("pasted rows.tsv can be imported: 7 people.")
    await keys.press(button("Import 7 people"))
    await headline("7 people on 3 layers")
    await said("7 people on 3 layers are stored now.")
    expect(await here()).toContain("are stored now")
  })

  step("an Excel file says what it changes before it counts", async () => {
    await chooseExcel()
    expect(await here()).toContain("people.xlsx cannot be imported yet: 2 problems have to be mended first.")
    const changes = page.getByRole("region", { name: "What changes" })
    expect(await changes.innerText()).toContain(
      "2 people join, 1 person leaves and 1 person has another manager.",
    )
    await keys.press(changes.getByRole("button", { name: /^Another manager/ }))
    const table = page.getByRole("table", { name: "Another manager" })
    expect(await table.getByRole("row").nth(1).innerText()).toMatch(/^Flo Orr\s+Ben Kay\s+Cleo Lund/)
    await look(page, "people-second")
  })

  step("whoever leaves the file is where another one is chosen", async () => {
    await keys.press(button("Choose another file"))
    await headline("7 people on 3 layers")
    await expect.poll(here).toBe("Choose a file")
    await chooseExcel()
  })

  step("each repair says what it changed, and the next problem has the focus", async () => {
    await keys.press(button("Hal Quist reports to Ada Berg"))
    await said("Hal Quist (row 8) now reports to Ada Berg (row 2). 1 problem must still be mended.")
    await expect.poll(here).toContain("Ida Roth")
    await keys.press(button("Keep “77” as a vacant post"))
    await said("Nothing is left that must be mended.")
    await expect.poll(here).toContain("people.xlsx can be imported: 9 people.")
    const tree = page.getByRole("tree", { name: "Org chart" })
    expect(await tree.getByRole("treeitem", { name: /Hal Quist/ }).innerText()).toContain("mended")
    expect(await tree.getByRole("treeitem", { name: /Flo Orr/ }).innerText()).toContain("moves")
  })

  step("a repair that is taken back brings its problem back", async () => {
    await keys.press(button(/^Take back: Hal Quist/))
    await said("Taken back. 1 problem must still be mended.")
    await expect.poll(here).toContain("kept as a vacant post")
    expect(await button("Import 9 people").isDisabled()).toBe(true)
    await keys.press(button("Repair everything as proposed"))
    await said("1 repair was made, listed below. Nothing is left that must be mended.")
    await expect.poll(here).toContain("people.xlsx can be imported: 9 people.")
    await look(page, "people-second-repaired")
  })

  step("the import counts, stands in the list, and is undone after a question", async () => {
    await keys.press(button("Import 9 people"))
    await said("2 people joined, 1 person left and 1 person has another manager.")
    await keys.press(button("Undo this import…"))
    await look(page, "people-undo")
    await keys.press(page.getByRole("dialog").getByRole("button", { name: "Undo the import" }))
    await headline("7 people on 3 layers")
    await said("The import of people.xlsx is undone: the people are stored as they were before it.")
    const list = page.getByRole("region", { name: "Imports" }).getByRole("listitem")
    // The list is asked for anew beside the people, and may come after them.
    await expect.poll(() => list.nth(0).innerText()).toMatch(/people\.xlsx[\s\S]*Undone .*, by Helen Rowe/)
    expect(await list.nth(1).innerText()).toMatch(/pasted rows\.tsv.*: 7 people on 3 layers/)
    await expect.poll(() => button("Undo this import…").count()).toBe(0)
    await look(page, "people-history")
  })
})
