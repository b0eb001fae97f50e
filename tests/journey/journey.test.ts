// The main job from end to end, as its people would do it: an operator starts the product, HR goes from a people file
// to a launched survey in a browser, mails go over SMTP, employees answer, HR closes and reads at which layer the
// message is lost. Each test is a step of one journey and stands on the steps before it.
import { randomBytes } from "node:crypto"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Release } from "@throughline/analysis"
import { eachDatabase } from "@throughline/db/testing"
import type { Browser } from "playwright-core"
import { afterAll, beforeAll, describe, expect } from "vitest"
import { chromiumPath, type Device, expectAccessible, launchChromium, look, openDevice } from "./browser.ts"
import { answersOf, cast, type Invited, invitedBy, lastAgreeing, openLink, scoreOf } from "./cast.ts"
import { peopleFile, words } from "./company.ts"
import { answerInArabic, answerWithKeyboard, expectFits, phone } from "./employee.ts"
import { type Cohort, expectRelease, layersOf, stepsOf } from "./expect-release.ts"
import { catchMails, linkIn } from "./mail-sink.ts"
import { takeRecoveryShares } from "./recovery.ts"
import { buildPages, startThroughline, throughline } from "./server.ts"
import { stepsOn } from "./steps.ts"

const company = peopleFile()
const hr = { email: "helen.rowe@example.org", name: "Helen Rowe", password: randomBytes(12).toString("hex") }
const deputy = {
  email: "dan.okoro@example.org",
  name: "Dan Okoro",
  password: randomBytes(12).toString("hex"),
}
const organization = "Meridian"
const surveyName = "Spring 2027"
const finding = `The message falls most from layer ${lastAgreeing} to layer ${lastAgreeing + 1}`

describe.skipIf(!chromiumPath)(chromiumPath ? "the journey" : "chromium (not installed)", () => {
  let browser: Browser
  beforeAll(async () => {
    await buildPages()
    browser = await launchChromium()
  }, 120_000)
  afterAll(() => browser?.close())

  eachDatabase((database, open) => {
    const secret = () => randomBytes(32).toString("base64url")
    const secrets = { AUTH_SECRET: secret(), KEY_SECRET: secret() }
    const devices: Device[] = []
    const invited = new Map<string, Invited>()
    const answering: Invited[] = []
    /** What each answered on every scale, by mail address. */
    const scores = new Map<string, number>()
    let place = ""
    let survey = ""
    let cohorts: Cohort[] = []
    let release: Release
    let settings: Record<string, string> = {}
    let sink: Awaited<ReturnType<typeof catchMails>>
    let server: Awaited<ReturnType<typeof startThroughline>>
    let page: Device["page"]
    const step = stepsOn(devices)

    beforeAll(async () => {
      place = mkdtempSync(join(tmpdir(), "throughline-journey-"))
      sink = await catchMails()
      const stored: Record<string, string> =
        database === "embedded"
          ? { DATA_DIRECTORY: join(place, "database") }
          : { DATABASE_URL: (await open()).url ?? "" }
      const mail = { SMTP_URL: sink.url, MAIL_FROM: "Meridian <survey@example.org>" }
      settings = { ...stored, ...mail, ...secrets, KEY_DIRECTORY: join(place, "keys") }
    })
    afterAll(async () => {
      for (const device of devices) await device.page.context().close()
      await server?.stop()
      await sink?.close()
      if (place) rmSync(place, { recursive: true, force: true })
    })

    async function device(options: Parameters<typeof openDevice>[1]) {
      const made = await openDevice(browser, { baseURL: server.url, ...options })
      devices.push(made)
      return made.page
    }
    const headline = (name: string | RegExp) => page.getByRole("heading", { level: 1, name }).waitFor()
    const press = (name: string | RegExp) => page.getByRole("button", { name }).click()
    const follow = (name: string | RegExp) => page.getByRole("link", { name }).first().click()
    const manifestOf = async (mail: (typeof sink.mails)[number] | undefined) => {
      const { invitation } = await openLink(linkIn(mail) ?? "")
      return `${invitation.organization.id}/${invitation.survey.id}`
    }
    const get = async <T>(path: string): Promise<T> => (await page.request.get(`${server.url}${path}`)).json()

    step("an operator makes the first account and a second one of HR, and starts the product", async () => {
      const who = ["--organization", organization, "--email", hr.email, "--name", hr.name]
      const made = await throughline(["create-admin", ...who], settings, hr.password)
      expect(made).toEqual({ code: 0, stdout: "", stderr: `${hr.email} can sign in for ${organization}.\n` })
      const second = ["--organization-of", hr.email, "--email", deputy.email, "--name", deputy.name]
      const added = await throughline(["add-member", ...second, "--role", "hr"], settings, deputy.password)
      expect(added.code).toBe(0)
      server = await startThroughline(settings)
    })

    step("HR signs in and finds four steps to the first results", async () => {
      // One look in light, one in dark: axe reads the contrast of both.
      const colorScheme = database === "embedded" ? "light" : "dark"
      page = await device({
        viewport: { width: 1440, height: 900 },
        colorScheme,
        timezoneId: "America/New_York",
      })
      await page.goto("/")
      await page.getByLabel("Work e-mail").fill(hr.email)
      await look(page, "sign-in")
      await page.getByLabel("Password", { exact: true }).fill(hr.password)
      await press("Sign in")
      await headline("Four steps to your first results")
      expect(await page.getByRole("main").getByRole("listitem").count()).toBe(4)
      await look(page, "home-first")
    })

    step("HR uploads the people file, sees its layers, and imports it", async () => {
      await follow("Import people")
      await headline("Bring your people in")
      const chooser = page.waitForEvent("filechooser")
      await press("Choose a file")
      const buffer = Buffer.from(company.text)
      await (await chooser).setFiles({ name: "employees.csv", mimeType: "text/csv", buffer })
      await headline("Look before you import")
      await page.getByText(`employees.csv can be imported: ${company.people} people.`).waitFor()
      const rows = page.getByRole("table", { name: "People by layer" }).getByRole("row")
      expect(
        await rows.allInnerTexts().then((texts) => texts.map((text) => text.trim().split(/\s+/))),
      ).toEqual(company.sizes.map(([layer, people]) => ["Layer", String(layer), String(people)]))
      await look(page, "people-preview")
      await press(`Import ${company.people} people`)
      await headline(`${company.people} people on ${company.sizes.length} layers`)
      await look(page, "people")
    })

    step("HR writes down mission, vision and priorities", async () => {
      await follow("Mission and priorities")
      const fill = (label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text)
      await fill("Our mission", words.mission)
      for (const [at, text] of words.missionDecoys.entries()) await fill(`Other statement ${at + 1}`, text)
      await fill("Our vision", words.vision)
      for (const [at, text] of words.priorities.entries()) await fill(`Priority ${at + 1}`, text)
      for (const [at, text] of words.priorityDecoys.entries()) await fill(`Other priority ${at + 1}`, text)
      await press("Save")
      await page
        .getByText("Saved.", { exact: true })
        .or(page.getByText(/^Saved\. /))
        .waitFor()
      await look(page, "words")
      await follow("Home")
      await headline("Two of four steps done")
      await look(page, "home-half")
    })

    step("a screen that cannot be fetched says so, and comes when it is asked for again", async () => {
      await page.route(/\/assets\/surveys/, (route) => route.abort())
      await follow("Surveys")
      await headline("This page could not be loaded")
      await page.unroute(/\/assets\/surveys/)
      await press("Load again")
      await headline("Ask for the first time")
      await follow("Home")
      devices[0]?.faults.splice(0)
    })

    step("HR sets up a survey and sees how people will be cut, what was merged and why", async () => {
      await follow("Set up a survey")
      await page.getByLabel("Name", { exact: true }).fill(surveyName)
      await look(page, "surveys-first")
      await press("Set up")
      await headline(`Set up “${surveyName}”`)
      await page.getByText(/closes .*, 18:00 \(New York time\)/).waitFor()
      await look(page, "survey-set-up")
      await press("Who is asked")
      await page
        .getByRole("heading", { name: new RegExp(`^${company.people} people in \\d+ groups$`) })
        .waitFor()
      survey = new URL(page.url()).pathname
      cohorts = (await get<{ cohorts: Cohort[] }>(`/api${survey}/cut`)).cohorts
      const merged = cohorts.filter((cohort) => cohort.merged !== null)
      expect(merged.length).toBeGreaterThan(0)
      await page.getByRole("heading", { name: `${merged.length} groups were put together` }).waitFor()
      const told = await page.getByRole("listitem").allInnerTexts()
      expect(merged.filter(({ name, merged }) => told.includes(`${name}: ${merged}`)).length).toBeGreaterThan(
        0,
      )
      await look(page, "survey-who")
      expect(new URL(page.url()).hash).toBe("#who")
      await press("Languages")
      await page.getByRole("checkbox", { name: "Arabic" }).check()
      await page.getByText("All changes are saved.").waitFor()
    })

    step("the test mail reaches HR, and its link opens nothing", async () => {
      await press("Test mail")
      await press("Send it in English")
      await page.getByText(`Sent to ${hr.email}.`).waitFor()
      await press(/^Send it in (Arabic|العربية)/)
      await expect.poll(() => sink.mails.length).toBe(2)
      const mails = sink.mails.splice(0)
      expect(mails.map(({ to }) => to)).toEqual([hr.email, hr.email])
      expect(mails[0]?.subject).toContain(`[Test] ${organization}`)
      expect(mails[1]?.subject).toMatch(/\p{Script=Arabic}/u)
      for (const mail of mails) expect((await openLink(linkIn(mail) ?? "")).status).toBe(404)
    })

    step("HR gives three people a share of the key, and tries two of them", async () => {
      await press(/^Keys and recovery/)
      await takeRecoveryShares(page, {
        press: (name) => press(name),
        type: (label, text) => page.getByLabel(label, { exact: true }).fill(text),
      })
      await look(page, "survey-keys")
    })

    step("HR launches, and everybody gets one mail with a link of their own", async () => {
      await press(/^Launch/)
      await press("Launch…")
      const dialog = page.getByRole("dialog", { name: `Launch “${surveyName}”?` })
      await dialog.getByText(`${company.people} people get a personal mail`).waitFor()
      await look(page, "launch-dialog")
      await dialog.getByRole("button", { name: "Launch and send the mails" }).click()
      await headline(new RegExp(`^(?!Set up).*“${surveyName}”`))
      await expect
        .poll(() => page.evaluate(() => [scrollY, document.activeElement?.id]), { timeout: 5_000 })
        .toEqual([0, "main"])
      await page.getByText(`All ${company.people} mails have been sent.`).waitFor({ timeout: 120_000 })
      expect(sink.mails.map(({ to }) => to).sort()).toEqual([...company.layers.keys()].sort())
      expect(new Set(sink.mails.map(linkIn)).size).toBe(company.people)
      const { words } = await get<{ words: string[] }>(`/api/manifests/${await manifestOf(sink.mails[0])}`)
      expect(words).toHaveLength(6)
      for (const mail of sink.mails) expect(mail.text.replace(/\s+/g, " ")).toContain(words.join(" "))
      await page.getByText("The first picture comes").waitFor()
      await look(page, "survey-open")
    })

    step("opening a link many times spends nothing", async () => {
      const link = linkIn(sink.mails[0]) ?? ""
      for (let time = 0; time < 20; time++) {
        expect((await fetch(link, { method: time % 2 === 0 ? "GET" : "HEAD" })).status).toBe(200)
      }
      for (const mail of [...sink.mails.slice(0, 3), ...sink.mails]) {
        const person = await invitedBy(linkIn(mail) ?? "", mail.to, company.layers.get(mail.to) ?? 0)
        expect(person.hasReports).toBe(company.managers.has(mail.to))
        invited.set(mail.to, person)
      }
      // About three in four will answer, and in every group enough that it stays a group of its own.
      for (const { id } of cohorts) {
        const members = [...invited.values()].filter(({ cohort }) => cohort === id)
        answering.push(...members.slice(members.length < 8 ? 0 : Math.floor(members.length / 4)))
      }
      expect(answering.length / invited.size).toBeGreaterThan(0.7)
    })

    step("an employee answers on a phone with the keyboard only", async () => {
      const person = answering.find(
        ({ layer, hasReports, language }) => layer === lastAgreeing && hasReports && language === "en",
      )
      if (!person) throw new Error(`nobody on layer ${lastAgreeing} has reports and reads English`)
      const own = await device(phone)
      await own.goto(person.link)
      await own.getByRole("heading", { level: 1, name: "Before you begin" }).waitFor()
      await expectFits(own)
      await expectAccessible(own)
      const answered = await answerWithKeyboard(own, 4, expectAccessible)
      expect(answered).toBe(person.questionnaire.instrument.questions.length)
      await expectAccessible(own)
      expect((await openLink(person.link)).invitation.state).toBe("answered")
      scores.set(person.email, 4)
    })

    step("an employee answers in Arabic, chosen while the link is still being opened", async () => {
      const person = answering.find(({ layer, hasReports }) => layer === lastAgreeing + 1 && !hasReports)
      if (!person) throw new Error(`everybody on layer ${lastAgreeing + 1} has reports`)
      const own = await device(phone)
      const chosen = Promise.withResolvers<void>()
      await own.route("**/api/invitation", async (route) => {
        await chosen.promise
        await route.continue()
      })
      await own.goto(person.link)
      await own.getByRole("combobox").selectOption("ar")
      chosen.resolve()
      const scales = person.questionnaire.instrument.questions.filter(
        (question) => question.type === "likert" && question.audience === "everyone",
      )
      expect(await answerInArabic(own, 2, expectAccessible)).toBe(scales.length)
      expect((await openLink(person.link)).invitation.state).toBe("answered")
      scores.set(person.email, 2)
    })

    step("the others answer with sealed ballots, each once", async () => {
      const others = answering.filter(({ email }) => !scores.has(email))
      for (const [turn, person] of others.entries()) {
        const score = scoreOf(person, turn)
        const reply = await cast(person, answersOf(person, score))
        expect(reply).toEqual({ status: 201, body: { state: "stored" } })
        scores.set(person.email, score)
      }
      const again = await cast(answering[0] as Invited, {})
      expect(again).toMatchObject({ status: 409, body: { code: "ballot.answered" } })
    })

    step("HR asks to close early, a second person agrees, and results come out", async () => {
      await page.reload()
      await press("Ask to close early…")
      await page.getByRole("dialog").getByRole("button", { name: "Ask the others" }).click()
      await page.getByText("You asked to close this survey early.").waitFor()
      await expect.poll(() => sink.mails.length).toBe(company.people + 1)
      const [notice] = sink.mails.splice(company.people)
      expect(notice).toMatchObject({
        to: deputy.email,
        subject: `${hr.name} asks to close “${surveyName}” early`,
      })

      const second = await device({ viewport: { width: 1440, height: 900 } })
      await second.goto(notice?.text.match(/https?:\/\/\S+\/surveys\/\S+/)?.[0] ?? "")
      await second.getByLabel("Work e-mail").fill(deputy.email)
      await second.getByLabel("Password", { exact: true }).fill(deputy.password)
      await second.getByRole("button", { name: "Sign in" }).click()
      await second.getByText(`${hr.name} asks to close this survey early.`).waitFor()
      await look(second, "survey-asked")
      await second.getByRole("button", { name: "Agree and close…" }).click()
      const dialog = second.getByRole("dialog", { name: `Close “${surveyName}” now?` })
      await dialog.getByText("This cannot be taken back").waitFor()
      await dialog.getByRole("button", { name: "Agree, close and count" }).click()
      await second
        .getByRole("heading", { level: 1, name: `“${surveyName}” is closed, its results are there` })
        .waitFor()
      await page.reload()
      await headline(`“${surveyName}” is closed, its results are there`)
      await look(page, "survey-closed")
      expect((await openLink(answering[0]?.link ?? "")).invitation.state).toBe("closed")
    })

    step("the release holds what was answered on each layer, and the drop where it was planted", async () => {
      release = await get<Release>(`/api${survey}/release`)
      expect(release.survey.invited).toBe(company.people)
      expectRelease(release, cohorts, answering, scores)
    })

    step("the Layers page shows the ladder with the planted drop", async () => {
      await follow("See the results by layer")
      const size = Math.abs(Math.min(...stepsOf(release).map(({ difference }) => difference))).toFixed(1)
      await headline(`${finding}: by ${size} scale points`)
      const ladder = page.getByRole("region", { name: "The message, layer by layer" })
      await ladder.getByRole("img", { name: "The message by layer" }).waitFor()
      await look(page, "results-layers")
      await ladder.getByRole("radio", { name: "Picture" }).press("ArrowRight")
      const table = ladder.getByRole("table", { name: /by layer/ })
      for (const layer of layersOf(release)) {
        const [from, to] = layer.layers
        const row = table.getByRole("row", {
          name: from === to ? `Layer ${from}` : `Layers ${from} to ${to}`,
        })
        expect(await row.getByRole("cell").allInnerTexts()).toContain(String(layer.respondents))
      }
      await look(page, "results-layers-table")
    })

    step("Home shows the throughline", async () => {
      await follow("Home")
      await headline(new RegExp(`^${finding}`))
      await page
        .getByRole("img", { name: /falls most/ })
        .getByText("Daily work")
        .waitFor()
      await look(page, "home")
    })

    step("the log of the server holds no secret, no mail address and no link", async () => {
      await press("Sign out")
      await page.getByLabel("Work e-mail").waitFor()
      expect((await page.request.get(`${server.url}/api${survey}/release`)).status()).toBe(401)
      expect(await server.stop()).toBe(0)
      expect(sink.mails).toHaveLength(company.people)
      const log = server.log()
      const told = [
        hr.password,
        deputy.password,
        ...Object.values(secrets),
        sink.url,
        ...[...invited.values()].map(({ secret }) => secret),
      ]
      expect(told.filter((secret) => log.includes(secret))).toEqual([])
      expect(log).toContain(server.url)
      expect(log).not.toMatch(/[\w.+-]@[\w-]+\.|\/s\/|postgres(ql)?:\/\//)
    })
  })
})
