import { rm } from "node:fs/promises"
import { respondentTexts } from "@throughline/instrument"
import { how } from "@throughline/instrument/how/en"
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core"
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest"
import { words } from "./speech/en.ts"
import { buildPage } from "./testing/build-page.ts"
import { chromiumFlags, chromiumPath } from "./testing/chromium.ts"
import { fakeApi } from "./testing/fake-api.ts"
import {
  answerByKeyboard,
  begin,
  button,
  choose,
  heading,
  meant,
  type OnScreen,
  toLastPage,
} from "./testing/walk.ts"

const en = respondentTexts("en")
const ar = respondentTexts("ar")
// Whole journeys, on machines that may be busy with other suites.
vi.setConfig({ testTimeout: 120_000 })
const phone = { width: 390, height: 844 }
const [first, second] = [
  "I can say in my own words what our organization’s mission is.",
  "I know what our mission means for the decisions I make at work.",
]

describe.skipIf(!chromiumPath)(chromiumPath ? "the respondent page" : "chromium (not installed)", () => {
  let dist: string
  let api: Awaited<ReturnType<typeof fakeApi>>
  let browser: Browser
  let errors: string[] = []

  beforeAll(async () => {
    dist = await buildPage()
    api = await fakeApi(dist)
    browser = await chromium.launch({ executablePath: chromiumPath, args: chromiumFlags })
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await api?.close()
    if (dist) await rm(dist, { recursive: true })
  })
  beforeEach(() => {
    errors = []
    api.reset()
  })
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close()
    expect(errors).toEqual([])
  })

  /** A device of its own: nothing kept, nothing shared with another. */
  async function device(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: phone, ...options })
    const page = await context.newPage()
    page.on("pageerror", (error) => errors.push(String(error)))
    return page
  }

  const scale = (question: string, page: Page) => page.getByRole("radiogroup", { name: question })
  const chosen = (page: Page, question: string) =>
    scale(question, page).locator("label:has(input:checked)").textContent()

  /** How many drafts the page's browser keeps. */
  const drafts = (page: Page) =>
    page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const request = indexedDB.open("throughline")
          request.onsuccess = () => {
            const count = request.result.transaction("draft").objectStore("draft").count()
            count.onsuccess = () => resolve(count.result)
          }
        }),
    )

  async function sendOneAnswer(page: Page, link: string, answer: string) {
    await begin(page, link)
    await choose(page, first, answer)
    await (await toLastPage(page)).click()
  }
  const says = (page: Page, notice: { title: string }) => page.getByText(notice.title).first().waitFor()
  const thanked = (page: Page) => page.getByRole("heading", { name: /^Thank you/ }).waitFor()

  test("is walked from the link to the thanks with the keyboard alone, and what was on screen is what is opened", async () => {
    const page = await device()
    await page.goto(api.invite({ hasReports: true }))
    const startButton = button(page, en.buttons.start)
    await startButton.waitFor()
    for (
      let tabs = 0;
      tabs < 9 && !(await startButton.evaluate((it) => it === document.activeElement));
      tabs++
    )
      await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    await page.locator(".questions input").first().waitFor()
    const given: OnScreen[] = []
    for (let turn = 0; ; turn++) {
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H1")
      const title = await heading(page).textContent()
      given.push(...(await answerByKeyboard(page, turn)))
      await page.keyboard.press("Enter")
      await page.waitForFunction((text) => document.querySelector("h1")?.textContent !== text, title)
      if ((await heading(page).textContent())?.startsWith("Thank you")) break
    }
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H1")
    expect(given.length).toBe(api.questionnaire.instrument.questions.length)
    expect(await api.opened()).toEqual([meant(given, api.questionnaire)])
  })

  test("goes on at the same page with the same answers after a reload, and after opening the link anew", async () => {
    const page = await device()
    const link = api.invite()
    await begin(page, link)
    await choose(page, first, "Agree")
    await button(page, en.buttons.next).click()
    await heading(page).getByText("Our vision").waitFor()
    await page.waitForTimeout(300)
    await page.reload()
    await heading(page).getByText("Our vision").waitFor()

    const again = await page.context().newPage()
    await again.goto(link)
    await again.getByText("You stopped on page 2 of 11").waitFor()
    await button(again, en.buttons.resume).click()
    await heading(again).getByText("Our vision").waitFor()
    await button(again, en.buttons.back).click()
    await heading(again).getByText("Our mission").waitFor()
    expect(await chosen(again, first)).toBe("Agree")
  })

  test("takes the browser's back and forward as a page back and forward, and loses nothing", async () => {
    const page = await device()
    await begin(page, api.invite())
    await choose(page, first, "Disagree")
    await button(page, en.buttons.next).click()
    await heading(page).getByText("Our vision").waitFor()
    await page.goBack()
    await heading(page).getByText("Our mission").waitFor()
    expect(await chosen(page, first)).toBe("Disagree")
    await page.goBack()
    await heading(page).getByText("Before you begin").waitFor()
    await page.goForward()
    await heading(page).getByText("Our mission").waitFor()
    await page.goForward()
    await heading(page).getByText("Our vision").waitFor()
    await (await toLastPage(page)).click()
    await thanked(page)
    expect(await api.opened()).toEqual([{ "mission-clarity-1": 2 }])
  })

  test("speaks Arabic from right to left, at any time, and keeps the answers", async () => {
    const page = await device()
    await begin(page, api.invite())
    await choose(page, first, "Strongly agree")
    await button(page, "العربية").click()
    await page.getByRole("heading", { level: 1, name: "رسالتنا" }).waitFor()
    expect(await page.evaluate(() => [document.documentElement.dir, document.documentElement.lang])).toEqual([
      "rtl",
      "ar",
    ])
    expect(await chosen(page, "أستطيع أن أقول بكلماتي ما هي رسالة مؤسستنا.")).toBe(ar.questions.scale[4])
    const [one, five] = await Promise.all(
      [0, 4].map((at) => page.locator(".scale").first().locator(".sd-item").nth(at).boundingBox()),
    )
    expect(one?.x ?? 0).toBeGreaterThan(five?.x ?? Number.POSITIVE_INFINITY)
    while (!(await button(page, ar.buttons.send).isVisible())) await button(page, ar.buttons.next).click()
    await button(page, ar.buttons.send).click()
    await page.getByRole("heading", { name: /^شكرًا لك/ }).waitFor()
    expect(await api.opened()).toEqual([{ "mission-clarity-1": 5 }])
  })

  test("keeps nothing on a shared computer", async () => {
    const page = await device()
    const link = api.invite()
    await page.goto(link)
    await page.getByLabel(en.sharedComputer.label).check()
    await button(page, en.buttons.start).click()
    await choose(page, first, "Agree")
    // A device of one's own begins later and has kept its draft by then.
    const own = await device()
    await begin(own, api.invite())
    await choose(own, first, "Agree")
    await expect.poll(() => drafts(own)).toBe(1)
    expect(await drafts(page)).toBe(0)
    expect(
      await page.evaluate(() => localStorage.length + sessionStorage.length + document.cookie.length),
    ).toBe(0)
    await (await toLastPage(page)).click()
    await thanked(page)
    const next = await page.context().newPage()
    await next.goto(link)
    await says(next, en.states.answeredElsewhere)
  })

  test("lets the first of two devices win, and tells the other so", async () => {
    const [desk, pocket] = [await device(), await device()]
    const link = api.invite()
    await begin(pocket, link)
    await choose(pocket, first, "Strongly disagree")
    await sendOneAnswer(desk, link, "Agree")
    await thanked(desk)
    await (await toLastPage(pocket)).click()
    await says(pocket, en.states.otherDevice)
    expect(await api.opened()).toEqual([{ "mission-clarity-1": 4 }])
  })

  test("loses nothing when the connection goes, and sends once it is back", async () => {
    const page = await device()
    await begin(page, api.invite())
    await choose(page, first, "Agree")
    const send = await toLastPage(page)
    await page.context().setOffline(true)
    await send.click()
    await says(page, en.states.offline)
    expect(api.ballots()).toBe(0)
    await page.context().setOffline(false)
    await button(page, en.buttons.retry).click()
    await thanked(page)
    expect(await api.opened()).toEqual([{ "mission-clarity-1": 4 }])
  })

  test("counts once when the reply gets lost, also when the page is opened again before the retry", async () => {
    const page = await device()
    const link = api.invite()
    api.state.fault = { cut: "after" }
    await sendOneAnswer(page, link, "Agree")
    await says(page, en.states.retry)
    expect(api.ballots()).toBe(1)
    api.state.fault = undefined
    const again = await page.context().newPage()
    await again.goto(link)
    await says(again, words.unconfirmed)
    await button(again, en.buttons.retry).click()
    await thanked(again)
    expect(await api.opened()).toEqual([{ "mission-clarity-1": 4 }])
  })

  test("counts once when the reply gets lost on a shared computer, also after going back to the promise", async () => {
    const page = await device()
    await page.goto(api.invite())
    await page.getByLabel(en.sharedComputer.label).check()
    await button(page, en.buttons.start).click()
    await choose(page, first, "Agree")
    api.state.fault = { cut: "after" }
    await (await toLastPage(page)).click()
    await says(page, en.states.retry)
    api.state.fault = undefined
    while (!(await button(page, en.buttons.resume).isVisible())) await page.goBack()
    await button(page, en.buttons.resume).click()
    await page.locator(".questions").waitFor()
    await (await toLastPage(page)).click()
    await thanked(page)
    expect(await api.opened()).toEqual([{ "mission-clarity-1": 4 }])
  })

  test("can be corrected from the same browser until the close: filled in within the visit, empty after it", async () => {
    const page = await device()
    const link = api.invite()
    await sendOneAnswer(page, link, "Agree")
    await thanked(page)
    await button(page, en.buttons.correct).click()
    expect(await chosen(page, first)).toBe("Agree")
    await choose(page, first, "Strongly agree")
    await (await toLastPage(page)).click()
    await thanked(page)
    expect(await api.opened()).toEqual([{ "mission-clarity-1": 5 }])
    const again = await page.context().newPage()
    await again.goto(link)
    await says(again, en.states.answered({ closesAt: "" }))
    await button(again, en.buttons.correct).click()
    await scale(first, again).waitFor()
    expect(await again.locator(".questions input:checked").count()).toBe(0)
    await choose(again, first, "Disagree")
    await choose(again, second, en.questions.cannotSay)
    await (await toLastPage(again)).click()
    await thanked(again)
    expect(await api.opened()).toEqual([{ "mission-clarity-1": 2, "mission-clarity-2": "cannot-say" }])

    await again.getByText(words.remove.offer).click()
    await button(again, words.remove.button).click()
    await says(again, words.remove.done)
    await again.goto(link)
    await says(again, en.states.answeredElsewhere)
    expect(api.ballots()).toBe(1)
  })

  test.each([
    ["has closed meanwhile", 410, en.states.closedWhileAnswering.title],
    ["has withdrawn the invitation", 404, en.states.expired.title],
    ["refuses to sign", 422, words.refused.title],
    ["is overloaded", 503, en.states.retry.title],
  ])("says so in plain words when the server %s, and keeps the answers", async (_, status, title) => {
    const page = await device()
    const link = api.invite()
    api.state.signing = { status }
    await sendOneAnswer(page, link, "Agree")
    await says(page, { title })
    api.state.signing = undefined
    const again = await page.context().newPage()
    await again.goto(link)
    await button(again, en.buttons.resume).click()
    await again.locator(".questions textarea").first().waitFor()
    await (await toLastPage(again)).click()
    await thanked(again)
    expect(await api.opened()).toEqual([{ "mission-clarity-1": 4 }])
  })

  test.each([
    ["has closed meanwhile", 410, en.states.closedWhileAnswering.title],
    ["refuses the ballot", 422, words.refused.title],
    ["is overloaded", 503, en.states.retry.title],
  ])(
    "keeps the answers and the signature when the server %s after it has signed",
    async (_, status, title) => {
      const page = await device()
      const link = api.invite()
      api.state.fault = { status }
      await sendOneAnswer(page, link, "Agree")
      await says(page, { title })
      api.state.fault = undefined
      const again = await page.context().newPage()
      await again.goto(link)
      await says(again, words.unconfirmed)
      await button(again, en.buttons.retry).click()
      await thanked(again)
      expect(await api.opened()).toEqual([{ "mission-clarity-1": 4 }])
      expect(
        new Set(api.requests.filter(({ url }) => url === "/api/signatures").map(({ body }) => body)).size,
      ).toBe(1)
    },
  )

  test("says what is the matter with a link that is cut off, unknown, used or late", async () => {
    const page = await device()
    await page.goto(`${api.origin}/s/short`)
    await says(page, en.states.unknown)
    await page.goto(`${api.origin}/s/${"x".repeat(64)}`)
    await says(page, en.states.unknown)
    const link = api.invite()
    await sendOneAnswer(page, link, "Agree")
    await thanked(page)
    const other = await device()
    await other.goto(link)
    await says(other, en.states.answeredElsewhere)
    api.state.closed = true
    await page.goto(link)
    await says(page, en.states.closed({ closesAt: "" }))
    await page.goto(api.invite())
    await says(page, en.states.closed({ closesAt: "" }))
  })

  test.each([
    [
      "the questions are not those that were promised",
      { told: { texts: "0".repeat(43) } },
      en.states.mismatch,
    ],
    ["the group is not one of the promise", { leaf: { invited: 1000 } }, en.states.mismatch],
    ["this link was told another promise than everybody", { told: { k: 3 } }, en.states.otherPromise],
  ])("goes no further when %s, and sends nothing", async (_, lie, notice) => {
    const page = await device()
    Object.assign(api.state, lie)
    await page.goto(api.invite())
    await says(page, notice)
    expect(await button(page, en.buttons.start).count()).toBe(0)
    expect(api.requests.filter(({ method }) => method === "POST")).toEqual([])
  })

  test("goes no further when the promise is not the one this browser saw before, with whichever link", async () => {
    const page = await device()
    await begin(page, api.invite())
    await expect.poll(() => drafts(page)).toBe(1)
    api.state.told = { k: 4 }
    const again = await page.context().newPage()
    await again.goto(api.invite())
    await says(again, en.states.changedPromise)
    expect(api.requests.filter(({ method }) => method === "POST")).toEqual([])
  })

  test("sends no answer when the signature is not by the published key, which a key for one person is not", async () => {
    const page = await device()
    api.state.forges = true
    await sendOneAnswer(page, api.invite(), "Agree")
    await says(page, en.states.forged)
    expect(api.ballots()).toBe(0)
    expect(api.requests.filter(({ url }) => url === "/api/ballots")).toEqual([])
  })

  test("sends nothing while the published promise cannot be read, and loses nothing", async () => {
    const page = await device()
    await begin(page, api.invite())
    await choose(page, first, "Agree")
    const send = await toLastPage(page)
    api.state.hides = true
    await send.click()
    await says(page, en.states.retry)
    expect(api.requests.filter(({ method }) => method === "POST")).toEqual([])
    api.state.hides = false
    await button(page, en.buttons.retry).click()
    await thanked(page)
    expect(api.ballots()).toBe(1)
  })

  test.each([
    ["never asked for", "before"],
    ["given, and the reply lost", "after"],
  ] as const)("goes on after a reload when the signature was %s", async (_, cut) => {
    const page = await device()
    const link = api.invite()
    api.state.signing = { cut }
    await sendOneAnswer(page, link, "Agree")
    await says(page, en.states.retry)
    expect(api.ballots()).toBe(0)
    api.state.signing = undefined
    const again = await page.context().newPage()
    await again.goto(link)
    if (cut === "after") {
      await says(again, words.unconfirmed)
      await button(again, en.buttons.retry).click()
    } else {
      await button(again, en.buttons.resume).click()
      await again.locator(".questions textarea").first().waitFor()
      await (await toLastPage(again)).click()
    }
    await thanked(again)
    expect(await api.opened()).toEqual([{ "mission-clarity-1": 4 }])
  })

  test("goes on when the network went between signature and cast, after the page was closed", async () => {
    const page = await device()
    const link = api.invite()
    api.state.fault = { cut: "before" }
    await sendOneAnswer(page, link, "Agree")
    await says(page, en.states.retry)
    await page.close({ runBeforeUnload: false })
    api.state.fault = undefined
    const other = await device()
    await other.goto(link)
    await says(other, en.states.answeredElsewhere)
    const again = await (browser.contexts()[0] ?? other.context()).newPage()
    await again.goto(link)
    await says(again, words.unconfirmed)
    await button(again, en.buttons.retry).click()
    await thanked(again)
    expect(await api.opened()).toEqual([{ "mission-clarity-1": 4 }])
  })

  test("makes one ballot of two tabs that send at once", async () => {
    const page = await device()
    const link = api.invite()
    await begin(page, link)
    await choose(page, first, "Agree")
    await page.waitForTimeout(300)
    const tab = await page.context().newPage()
    await tab.goto(link)
    await button(tab, en.buttons.resume).click()
    await choose(tab, second, "Disagree")
    const [one, two] = [await toLastPage(page), await toLastPage(tab)]
    await Promise.all([one.click(), two.click()])
    await Promise.all([thanked(page), thanked(tab)])
    expect(api.ballots()).toBe(1)
    const signatures = api.requests.filter(({ url }) => url === "/api/signatures")
    expect(new Set(signatures.map(({ body }) => body)).size).toBe(1)
  })

  test("starts over with other answers and the same ballot, when the signature had come and the cast had failed", async () => {
    const page = await device()
    const link = api.invite()
    api.state.fault = { status: 503 }
    await sendOneAnswer(page, link, "Agree")
    await says(page, en.states.retry)
    api.state.fault = undefined
    while (!(await button(page, en.buttons.resume).isVisible())) await page.goBack()
    await startOver(page)
    await answerAnew(page)
    expect(new Set(signed()).size).toBe(1)
  })

  test("starts over with a printed code and the same ballot, also after a reload", async () => {
    const page = await device()
    const link = api.invite({ code: "ABCDEFGHJKLMNPQRSTUVWX" })
    api.state.fault = { status: 503 }
    await sendOneAnswer(page, link, "Agree")
    await says(page, en.states.retry)
    api.state.fault = undefined
    const again = await page.context().newPage()
    await again.goto(link)
    await startOver(again)
    // Who turns away here finds the signature again.
    await again.reload()
    expect(await again.getByLabel(en.sharedComputer.label).count()).toBe(0)
    await answerAnew(again)
    expect(new Set(signed()).size).toBe(1)
  })

  const signed = () => api.requests.filter(({ url }) => url === "/api/signatures").map(({ body }) => body)

  async function startOver(page: Page) {
    await page.locator("summary", { hasText: en.buttons.startOver }).click()
    await button(page, en.buttons.startOver).click()
    await button(page, en.buttons.start).waitFor()
  }

  async function answerAnew(page: Page) {
    await button(page, en.buttons.start).click()
    await choose(page, second, "Disagree")
    await (await toLastPage(page)).click()
    await thanked(page)
    expect(await api.opened()).toEqual([{ "mission-clarity-2": 2 }])
  }

  /** Opens the link after the close, in a tab of its own, and looks the receipt up. */
  async function lookedUp(of: Page, link: string, title: string) {
    const page = await of.context().newPage()
    await page.goto(link)
    await says(page, { title })
    await button(page, en.how).click()
    await button(page, how.receipt.search).click()
    await page.getByText(how.receipt.found(1)).waitFor()
    return page
  }

  test("keeps the receipt of a ballot whose confirmation was lost, and finds it at each visit after the close", async () => {
    const page = await device()
    const link = api.invite()
    api.state.fault = { cut: "after" }
    await sendOneAnswer(page, link, "Agree")
    await says(page, en.states.retry)
    Object.assign(api.state, { fault: undefined, closed: true })
    await lookedUp(page, link, words.maybeArrived)
    const later = await lookedUp(page, link, words.maybeArrived)
    await later.getByText(how.requests.forgotten).or(later.getByText(how.requests.before)).waitFor()
  })

  test("keeps the receipt when a correction comes after the close, and says that the answer may have been counted", async () => {
    const page = await device()
    const link = api.invite()
    await sendOneAnswer(page, link, "Agree")
    await thanked(page)
    await button(page, en.buttons.correct).click()
    await choose(page, first, "Strongly agree")
    const send = await toLastPage(page)
    api.state.closed = true
    await send.click()
    await says(page, { title: words.maybeArrived })
    const later = await lookedUp(page, link, words.maybeArrived)
    await later.getByText(how.requests.forgotten).waitFor()
  })

  test("shows the receipt that was cast when two tabs were open before the first began", async () => {
    const page = await device()
    const link = api.invite()
    await page.goto(link)
    const tab = await page.context().newPage()
    await tab.goto(link)
    await button(tab, en.buttons.start).waitFor()
    for (const either of [page, tab]) {
      await button(either, en.buttons.start).click()
      await either.locator(".questions input").first().waitFor()
    }
    await choose(page, first, "Agree")
    await (await toLastPage(page)).click()
    await thanked(page)
    await choose(tab, second, "Disagree")
    await tab.evaluate(() => document.dispatchEvent(new Event("visibilitychange")))
    await tab.waitForTimeout(300)
    const again = await page.context().newPage()
    await again.goto(link)
    await button(again, en.buttons.correct).click()
    await scale(first, again).waitFor()
    expect(await again.locator(".questions input:checked").count()).toBe(0)
    await again.close()
    api.state.closed = true
    await lookedUp(page, link, en.states.closed({ closesAt: "" }).title)
  })

  test("withdraws: an empty ballot takes the place of the answers, and they can be given anew", async () => {
    const page = await device()
    const link = api.invite()
    await sendOneAnswer(page, link, "Agree")
    await thanked(page)
    await page.getByText(en.withdraw.offer).click()
    await button(page, en.withdraw.button).click()
    await says(page, en.states.withdrawn({ closesAt: "" }))
    expect([await api.opened(), await api.empty()]).toEqual([[], 1])
    const again = await page.context().newPage()
    await again.goto(link)
    await says(again, en.states.withdrawn({ closesAt: "" }))
    await button(again, en.buttons.correct).click()
    await choose(again, first, "Disagree")
    await (await toLastPage(again)).click()
    await thanked(again)
    expect([await api.opened(), await api.empty()]).toEqual([[{ "mission-clarity-1": 2 }], 0])
  })

  test("takes no part with requests that look like an answer's", async () => {
    const page = await device()
    const link = api.invite()
    await page.goto(link)
    await page.getByText(en.decline.offer).click()
    api.state.fault = { cut: "before" }
    await button(page, en.decline.button).click()
    await says(page, en.states.retry)
    api.state.fault = undefined
    const again = await page.context().newPage()
    await again.goto(link)
    await says(again, words.unconfirmed)
    await button(again, en.buttons.retry).click()
    await says(again, en.states.withdrawn({ closesAt: "" }))
    expect([await api.opened(), await api.empty()]).toEqual([[], 1])
    const other = await device()
    await sendOneAnswer(other, api.invite(), "Agree")
    await thanked(other)
    const shapesOf = (url: string) =>
      api.requests
        .filter((request) => request.url === url)
        .map(({ body, headers }) => [
          Object.entries(JSON.parse(body)).map(([name, value]) => [name, typeof value, String(value).length]),
          Object.keys(headers).sort(),
        ])
    for (const url of ["/api/signatures", "/api/ballots"]) {
      const shapes = shapesOf(url)
      expect(shapes.length).toBeGreaterThan(1)
      expect(shapes.at(-1), url).toEqual(shapes[0])
    }
  })

  test("shows its own two requests, and finds its receipt after the close", async () => {
    const page = await device()
    const link = api.invite()
    await page.goto(link)
    const six = page.locator(".six li[lang=en]")
    await six.nth(5).waitFor()
    const promised = await six.allTextContents()
    await button(page, en.how).click()
    await page.getByText(how.requests.before).waitFor()
    await page.goBack()
    await button(page, en.buttons.start).click()
    await choose(page, first, "Agree")
    await (await toLastPage(page)).click()
    await thanked(page)
    expect(await page.locator(".six li").allTextContents()).toEqual(promised)
    await button(page, en.how).click()
    await page.getByText(how.requests.nothingShared).waitFor()
    const shown = await page.locator(".request dd").allTextContents()
    const [asked, cast] = api.requests
      .filter(({ method }) => method === "POST")
      .map(({ body }) => JSON.parse(body))
    expect(shown[1]?.split(" … ").every((part) => asked.blinded.includes(part))).toBe(true)
    expect(shown[3]?.split(" … ").every((part) => cast.ballotKey.includes(part))).toBe(true)
    await button(page, how.receipt.search).click()
    await page.getByText(how.receipt.open).waitFor()
    await button(page, how.fingerprint.button).click()
    await page.getByText(how.fingerprint.fits).waitFor()
    api.state.closed = true
    const later = await page.context().newPage()
    await later.goto(link)
    await says(later, en.states.closed({ closesAt: "" }))
    await button(later, en.how).click()
    await button(later, how.receipt.search).click()
    await later.getByText(how.receipt.found(1)).waitFor()
    await later.getByLabel(how.receipt.label).fill("A".repeat(22))
    await button(later, how.receipt.search).click()
    await later.getByText(how.receipt.missing(1)).waitFor()
    const looks = api.requests.filter(({ url }) => url.endsWith("/receipts"))
    expect(looks.length).toBeGreaterThan(0)
    for (const { headers } of looks)
      expect(Object.keys(headers).filter((name) => /cookie|authorization|referer/.test(name))).toEqual([])
  })

  test("tells anybody what a survey promises, without a link", async () => {
    const page = await device()
    await page.goto(api.publicPage)
    const six = page.locator(".six li[lang=en]")
    await six.nth(5).waitFor()
    const own = await device()
    await own.goto(api.invite())
    await own.locator(".six li[lang=en]").nth(5).waitFor()
    expect(await six.allTextContents()).toEqual(await own.locator(".six li").allTextContents())
    await page.getByText(how.survey.byServer).waitFor()
    await page.goto(api.publicPage.replace(/[^/]+$/, "none"))
    await says(page, how.survey.unknown)
  })

  test("asks for at least one answer before it sends", async () => {
    const page = await device()
    await begin(page, api.invite())
    await (await toLastPage(page)).click()
    await page.getByRole("alert").getByText(en.nothingAnswered.title).waitFor()
    expect(api.ballots()).toBe(0)
  })

  test("paints the promise from 36 kB, is complete in 17 requests, and asks no other host", async () => {
    const page = await device()
    const asked: string[] = []
    const weighed: { url: string; bytes: number }[] = []
    page.on("request", (request) => asked.push(request.url()))
    const network = await page.context().newCDPSession(page)
    await network.send("Network.enable")
    const urls = new Map<string, string>()
    network.on("Network.requestWillBeSent", ({ requestId, request }) => urls.set(requestId, request.url))
    network.on("Network.loadingFinished", ({ requestId, encodedDataLength }) =>
      weighed.push({ url: urls.get(requestId) ?? "", bytes: encodedDataLength }),
    )
    await page.goto(api.invite())
    await button(page, en.buttons.start).waitFor()
    await page.waitForLoadState("networkidle")
    const behind = weighed.filter(({ url }) => /\/(answering|sealing|published)-|\/api\/manifests/.test(url))
    const sum = (list: { bytes: number }[]) => list.reduce((total, { bytes }) => total + bytes, 0)
    expect(behind.length).toBeGreaterThan(0)
    const promise = sum(weighed) - sum(behind)
    expect(promise, JSON.stringify(weighed)).toBeLessThan(36_000)
    await button(page, en.buttons.start).click()
    await choose(page, first, "Agree")
    await (await toLastPage(page)).click()
    await thanked(page)
    expect(asked.filter((url) => !url.startsWith(api.origin))).toEqual([])
    expect(api.requests.length).toBeLessThanOrEqual(17)
    const cast = api.requests.find(({ url }) => url === "/api/ballots")
    expect(api.requests.find(({ url }) => url === "/api/signatures")?.headers).not.toHaveProperty("cookie")
    expect(cast?.headers).not.toHaveProperty("cookie")
    expect(cast?.headers).not.toHaveProperty("referer")
    expect(cast?.headers).not.toHaveProperty("authorization")
    const sealing = await page.evaluate(() => performance.getEntriesByName("throughline:seal")[0]?.duration)
    console.log(
      `promise ${promise} bytes, questions behind it ${sum(behind)} bytes, ${api.requests.length} requests, sealing ${Math.round(sealing ?? 0)} ms`,
    )
  })
})
