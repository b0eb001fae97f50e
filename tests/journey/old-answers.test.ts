// HR brings in the answers of an earlier survey: says what the columns mean, looks before it counts, sees the results under
// their label on the screens, and takes all of it out again.
import { randomBytes } from "node:crypto"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Browser } from "playwright-core"
import { afterAll, beforeAll, describe, expect } from "vitest"
import { chromiumPath, type Device, launchChromium, look, openDevice } from "./browser.ts"
import { buildPages, startThroughline, throughline } from "./server.ts"
import { stepsOn } from "./steps.ts"

const hr = { email: "helen.rowe@example.org", name: "Helen Rowe", password: randomBytes(12).toString("hex") }
const labels = ["Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree"]

/** An export as LimeSurvey writes it: whole questions as headers, answers in words. */
function limeSurveyFile(): string {
  const row = (at: number) => {
    const level = at % 10 === 0 ? "Manager" : "Staff"
    const answer = (by: number) => labels[(at * by + (level === "Manager" ? 4 : 1)) % 5]
    return `"${at}","2019-05-${10 + (at % 20)}","2","en","${level}","${["North", "South", "West"][at % 3]}","${answer(1)}","${answer(2)}"`
  }
  const header = `"id","submitdate","lastpage","startlanguage","Level","Division","G1Q1. I know what we are here for.","G1Q2. I know our priorities."`
  return [
    header,
    ...Array.from({ length: 600 }, (_, at) => row(at)),
    `"900","","1","en","Intern","North","Agree","Agree"`,
  ].join("\n")
}

/** Made up, as public services publish theirs; the last row has no respondents. */
const publishedTable = `year,group,level,level_order,respondents,code,question,percent_positive
2019,grade,Staff,1,20000,Q1,The vision is clear,36
2019,grade,Heads,2,9000,Q1,The vision is clear,41
2019,grade,Top,3,1000,Q1,The vision is clear,63
2020,grade,Staff,1,20000,Q7,The vision is clear,34
2020,grade,Heads,2,9000,Q7,The vision is clear,40
2020,grade,Top,3,1000,Q7,The vision is clear,61
2020,grade,Staff,1,20000,Q8,Pay is fair,30
2020,grade,Heads,2,,Q8,Pay is fair,31
`

describe.skipIf(!chromiumPath)(chromiumPath ? "old answers" : "chromium (not installed)", () => {
  const devices: Device[] = []
  const step = stepsOn(devices)
  let browser: Browser
  let place = ""
  let server: Awaited<ReturnType<typeof startThroughline>>
  let page: Device["page"]

  beforeAll(async () => {
    await buildPages()
    browser = await launchChromium()
    place = mkdtempSync(join(tmpdir(), "throughline-old-answers-"))
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
    const device = await openDevice(browser, {
      baseURL: server.url,
      viewport: { width: 1440, height: 900 },
      colorScheme: "light",
    })
    devices.push(device)
    page = device.page
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    if (place) rmSync(place, { recursive: true, force: true })
  })

  step("HR chooses the export of another tool, and its columns are known", async () => {
    await page.goto("/surveys")
    await page.getByLabel("Work e-mail").fill(hr.email)
    await page.getByLabel("Password", { exact: true }).fill(hr.password)
    await page.getByRole("button", { name: "Sign in" }).click()
    await page.getByRole("link", { name: "Import old answers" }).click()
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: "spring 2019.csv", mimeType: "text/csv", buffer: Buffer.from(limeSurveyFile()) })
    await page.getByRole("heading", { name: "Say what the columns mean" }).waitFor()
    const role = (header: string) => page.getByLabel(`What “${header}” is`).inputValue()
    expect(await Promise.all(["id", "Level", "Division"].map(role))).toEqual(["none", "layer", "unit"])
    expect(await page.getByLabel("Words of “G1Q2. I know our priorities.”").inputValue()).toBe(
      "I know our priorities.",
    )
  })

  step(
    "what is missing is said, the intern is taken out of the layers, and the preview names the row",
    async () => {
      const preview = page.getByRole("button", { name: "Preview" })
      expect(await preview.isDisabled()).toBe(true)
      await page.getByLabel("Last day to answer").fill("2019-05-31")
      await page.getByLabel("For all questions without a topic").selectOption({ label: "Mission clarity" })
      await page.getByRole("button", { name: "Use it" }).click()
      await page.getByRole("button", { name: "Take out “Intern”" }).click()
      await look(page, "old-answers-columns")
      await preview.click()
      await page.getByText("600 people count, in groups of at least", { exact: false }).waitFor()
      await page.getByText("“Intern” is none of the layers chosen. 1 row: 602").waitFor()
      await look(page, "old-answers-preview")
    },
  )

  step(
    "it becomes a closed survey that says what it is, on its page, in the list and under its figures",
    async () => {
      await page.getByRole("button", { name: "Import as a closed survey" }).click()
      await page.getByRole("heading", { name: "“spring 2019” was imported, its results are there" }).waitFor()
      expect(await page.getByText("What was promised").count()).toBe(0)
      await look(page, "old-answers-survey")
      await page.getByRole("link", { name: "See the results by layer" }).click()
      await page.getByText("Here layer 1 is “Manager”, layer 2 is “Staff”.", { exact: false }).waitFor()
      await page
        .getByText("No group below 10 is shown. Confidential, imported.", { exact: false })
        .first()
        .waitFor()
      await look(page, "old-answers-results")
      await page.goto("/surveys")
      await page.getByText("Confidential, imported: 600 people", { exact: false }).waitFor()
    },
  )

  step(
    "a table that others published is drawn by wave, and stands behind the layers when wanted",
    async () => {
      await page.getByRole("link", { name: "History", exact: true }).click()
      await page.getByRole("heading", { name: "No table yet" }).waitFor()
      await page
        .locator('input[type="file"]')
        .setInputFiles({ name: "civil.csv", mimeType: "text/csv", buffer: Buffer.from(publishedTable) })
      await page.getByText("7 rows count", { exact: false }).waitFor()
      await page.getByText("1 row is refused and left out").click()
      await page.getByText("Row 9 is not counted", { exact: false }).waitFor()
      const keep = page.getByRole("button", { name: "Keep this table" })
      expect(await keep.isDisabled()).toBe(true)
      await page.getByLabel("Name").fill("A civil service")
      await page.getByLabel("Source and licence").fill("Made up, no licence needed")
      await page.getByLabel("Limits").fill("Whole percents of other people.")
      await look(page, "history-add")
      await keep.click()
      await page.getByRole("heading", { level: 2, name: "A civil service" }).waitFor()
      await page.getByRole("heading", { name: "In both waves most is lost from Top to Heads" }).waitFor()
      expect(await page.getByText("Made up, no licence needed", { exact: false }).count()).toBeGreaterThan(1)
      await look(page, "history")

      await page.goto("/results")
      await page.getByRole("link", { name: "Layers", exact: true }).first().click()
      const line = page.getByRole("switch", { name: "Show a published survey behind these layers" })
      await line.waitFor()
      expect(await page.getByLabel("Their question").count()).toBe(0)
      await line.focus()
      await page.keyboard.press("Space")
      await page.getByRole("combobox", { name: "Their question" }).click()
      await page.getByRole("option", { name: "The vision is clear" }).click()
      await page.getByRole("heading", { name: "Mission clarity beside A civil service, 2020" }).waitFor()
      await page
        .getByText("Made up, no licence needed. Whole percents of other people.", { exact: false })
        .waitFor()
      await look(page, "layers-beside-published")
      await line.focus()
      await page.keyboard.press("Space")
      await page.getByRole("heading", { name: "Mission clarity beside" }).waitFor({ state: "hidden" })
    },
  )

  step("undone, nothing of it is left", async () => {
    await page.goto("/surveys")
    await page.getByRole("link", { name: "spring 2019" }).click()
    await page.getByRole("button", { name: "Delete this imported survey…" }).click()
    await page.getByRole("button", { name: "Delete it" }).click()
    await page.getByRole("heading", { name: "Ask for the first time" }).waitFor()
    await page.goto("/results")
    await page.getByRole("heading", { name: "No results yet" }).waitFor()
  })
})
