// Two reviewers of the demo company code what people call the most important priority: one on a phone and without a
// mouse. They see each other's choices only when both are done, settle where they differ, and publish the shares.
import { randomBytes } from "node:crypto"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect } from "vitest"
import { demoAccounts, demoReviewers } from "../../apps/api/src/demo/accounts.ts"
import type { CodingView } from "../../apps/api/src/reviews/coding/schemas.ts"
import type { Review, ReviewPage } from "../../apps/api/src/reviews/schemas.ts"
import { chromiumPath, type Device, launchChromium, look, openDevice } from "./browser.ts"
import { buildPages, startThroughline } from "./server.ts"
import { stepsOn } from "./steps.ts"
import { withoutMouse } from "./without-mouse.ts"

describe.skipIf(!chromiumPath)(
  chromiumPath ? "priorities in own words are coded by two" : "chromium (not installed)",
  () => {
    const devices: Device[] = []
    const step = stepsOn(devices)
    let browser: Browser
    let place = ""
    let server: Awaited<ReturnType<typeof startThroughline>>
    let survey = ""
    let deputy: Page
    let analyst: Page
    let texts: ReviewPage["comments"] = []

    beforeAll(async () => {
      await buildPages()
      browser = await launchChromium()
      place = mkdtempSync(join(tmpdir(), "throughline-coding-"))
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

    async function signedIn(email: string, viewport: { width: number; height: number }): Promise<Page> {
      const made = await openDevice(browser, { baseURL: server.url, viewport, colorScheme: "light" })
      devices.push(made)
      const account = demoAccounts.find((one) => one.email === email)
      await made.page.goto("/")
      await made.page.getByLabel("Work e-mail").fill(email)
      await made.page.getByLabel("Password", { exact: true }).fill(account?.password ?? "")
      await made.page.getByRole("button", { name: "Sign in", exact: true }).click()
      await made.page
        .getByRole("button", { name: /^(Sign out|Menu)/ })
        .first()
        .waitFor()
      return made.page
    }
    /** As the page itself asks: with its cookie and from its own origin. */
    const ask = <Answer>(page: Page, method: string, path: string, json?: unknown): Promise<Answer> =>
      page.evaluate(
        async ({ method, path, json }) => {
          const answer = await fetch(path, {
            method,
            ...(json === undefined
              ? {}
              : { headers: { "Content-Type": "application/json" }, body: JSON.stringify(json) }),
          })
          if (!answer.ok) throw new Error(`${path} answered ${answer.status}`)
          return await answer.json()
        },
        { method, path, json },
      )
    const at = (path = "") => `/api/surveys/${survey}/comments${path}`
    const view = (page: Page) => ask<CodingView>(page, "GET", at("/coding"))
    const codeAll = async (page: Page, code: (index: number) => string, from = 0) => {
      for (const [index, { id }] of texts.entries())
        if (index >= from) await ask(page, "PUT", at(`/${id}/code`), { code: code(index) })
    }
    const question = (page: Page) => page.getByRole("combobox", { name: "Question", exact: true })

    step(
      "on a phone and without a mouse a text is coded by its number, and the other's choice is nowhere",
      async () => {
        const [first = "", second = ""] = demoReviewers
        deputy = await signedIn(first, { width: 1440, height: 900 })
        analyst = await signedIn(second, { width: 390, height: 844 })
        const { surveys } = await ask<{ surveys: { id: string; outcome: string | null }[] }>(
          ...([analyst, "GET", "/api/results"] as const),
        )
        survey = surveys.find(({ outcome }) => outcome === "released")?.id ?? ""
        texts = (await ask<ReviewPage>(deputy, "GET", at())).comments.filter(
          (one) => one.question === "top-priority",
        )
        expect(texts.length).toBeGreaterThan(40)
        await codeAll(deputy, (index) => (index % 5 === 0 ? "other" : "p1"))

        await analyst.goto(`/surveys/${survey}/comments`)
        const keys = withoutMouse(analyst)
        await keys.choose(question(analyst), "In your own words")
        await keys.choose(analyst.getByLabel("Text 1 names"), "1")
        await keys.choose(analyst.getByLabel("Text 2 names"), "2")
        await analyst.getByText(`2 of ${texts.length} coded by you.`).waitFor()
        const { mine, differences, other } = await view(analyst)
        expect(mine.map(({ code }) => code).sort()).toEqual(["p1", "p2"])
        expect([other?.done, differences]).toEqual([texts.length, []])
        await look(analyst, "coding-table")
      },
    )

    step("both done, they settle where they differ; who decided is named", async () => {
      await codeAll(analyst, () => "p1", 2)
      await analyst.reload()
      const keys = withoutMouse(analyst)
      await keys.choose(question(analyst), "In your own words")
      await analyst.getByText(/^Of \d+ texts you coded \d+% alike/).waitFor()
      await look(analyst, "coding-settle")
      await keys.choose(analyst.getByLabel("What stands of text 1", { exact: true }), "1")
      await analyst.getByText("Settled by Ines Vogt").first().waitFor()
      for (const { comment, settled } of (await view(deputy)).differences)
        if (settled === null)
          await ask(deputy, "PUT", at(`/${comment}/settled-code`), { code: "p1", revision: 0 })
      expect((await view(deputy)).state).toBe("ready")
    })

    step("the shares are published by keyboard, and leave without a word", async () => {
      await analyst.reload()
      const keys = withoutMouse(analyst)
      await keys.toggle(analyst.getByLabel(/^Also publish how many/))
      await keys.press(analyst.getByRole("button", { name: "Publish the comments" }))
      await keys.press(analyst.getByRole("button", { name: "Publish", exact: true }))
      await analyst.getByText(/^0 comments are published/).waitFor()
      const release = await ask<{
        codedPriorities?: { whole: { texts: number }; groups: { texts: number }[] }
      }>(...([analyst, "GET", `/api/surveys/${survey}/release`] as const))
      expect(release.codedPriorities?.whole.texts).toBe(texts.length)
      for (const { texts } of release.codedPriorities?.groups ?? []) expect(texts).toBeGreaterThanOrEqual(20)
      for (const { text } of texts) expect(JSON.stringify(release)).not.toContain(`"${text}"`)
    })

    step("how many named an official priority stands on Knowing, with how alike the two coded", async () => {
      await deputy.goto(`/results/${survey}/knowing`)
      await deputy.getByRole("heading", { name: /^In their own words/ }).waitFor()
      await deputy.getByText(/^Of \d+ who wrote one, .* coded each text apart from each other/).waitFor()
      await look(deputy, "coded-shares")
    })

    step("a suggested topic is taken by a press, and topics stand by layer under Results", async () => {
      await deputy.goto(`/surveys/${survey}/comments`)
      const { comments, questions } = await ask<ReviewPage>(deputy, "GET", at())
      const hinders = questions.find(({ id }) => id === "comment-hinders")
      await question(deputy).selectOption({ value: hinders?.id ?? "" })
      const card = deputy
        .getByRole("article")
        .filter({ has: deputy.getByRole("button", { name: /^Goals and priorities\?/ }) })
        .first()
      const name = (await card.getAttribute("aria-label")) ?? ""
      const taken = deputy.getByRole("article", { name, exact: true })
      await taken.getByRole("button", { name: /^Goals and priorities\?/ }).click()
      await taken.getByText(/^Saved, last by/).waitFor()
      expect(await taken.getByLabel("Topic").inputValue()).toBe("Goals and priorities")
      await look(deputy, "topic-cards")

      const { reviews } = await ask<{ reviews: Review[] }>(deputy, "GET", at("/reviews"))
      let changes = 0
      for (const { id, question, suggestions } of comments) {
        if (question === "top-priority") continue
        const revision = reviews.find(({ comment }) => comment === id)?.revision ?? 0
        const topic = suggestions[0]?.topic ?? null
        await ask(deputy, "PUT", at(`/${id}/review`), {
          ...{ revision, decision: "release", topic, redactions: [] },
        })
        changes += revision + 1
      }
      await ask(deputy, "POST", at("/releases"), { changes })
      await deputy.goto(`/results/${survey}/comments`)
      await deputy
        .getByText(/^Comments passed on by the reviewers/)
        .first()
        .waitFor()
      await deputy.getByText("“Goals and priorities”", { exact: false }).first().waitFor()
      await look(deputy, "topics-by-layer")
    })
  },
)
