import { existsSync, mkdtempSync } from "node:fs"
import { tmpdir } from "node:os"
import { delimiter, join } from "node:path"
import { AxeBuilder } from "@axe-core/playwright"
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core"
import { expect } from "vitest"

const { env } = process
const names = ["chromium", "chromium-browser", "google-chrome-stable"]

/** Path of a Chromium on this machine, or undefined. */
export const chromiumPath = [
  env.CHROMIUM ?? "",
  ...(env.PATH ?? "").split(delimiter).flatMap((place) => names.map((name) => join(place, name))),
].find((path) => path !== "" && existsSync(path))

export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  })
}

export interface Device {
  page: Page
  /** What no page of ours may cause: exceptions, complaints in the console, requests to anybody else. */
  faults: string[]
}

/** A browser of its own, with nothing kept from any other. */
export async function openDevice(browser: Browser, options: BrowserContextOptions): Promise<Device> {
  const context = await browser.newContext(options)
  context.setDefaultTimeout(45_000)
  const page = await context.newPage()
  const faults: string[] = []
  page.on("pageerror", (error) => faults.push(String(error)))
  page.on("console", (message) => {
    // Chromium reports each answer of 400 and above; screens ask whether they are signed in and whether this is the demo.
    const isAnswer = message.text().startsWith("Failed to load resource")
    const isQuestion = /\/api\/(session|demo)$/.test(message.location().url)
    if (message.type() === "error" && !(isAnswer && isQuestion)) faults.push(message.text())
  })
  page.on("request", (request) => {
    const { protocol, host } = new URL(request.url())
    const own = options.baseURL === undefined || new URL(options.baseURL).host === host
    if (!own && protocol !== "data:" && protocol !== "blob:") faults.push(`a request to ${host}`)
  })
  return { page, faults }
}

/**
 * Until what fades or slides in has come: colours on the way are nobody's. Endless ones, a spinner's, are not waited for.
 * A transition begins a frame or two after its element is there.
 */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise((drawn) => requestAnimationFrame(drawn))
    const isUnderWay = (one: Animation) =>
      one.playState === "running" && Number.isFinite(one.effect?.getComputedTiming().endTime)
    const end = performance.now() + 3_000
    for (let still = 0; still < 4 && performance.now() < end; still++) {
      await frame()
      if (document.getAnimations().some(isUnderWay)) still = -1
    }
  })
}

/** Nothing that axe finds on what is shown now. */
export async function expectAccessible(page: Page): Promise<void> {
  await settled(page)
  const { violations } = await new AxeBuilder({ page }).analyze()
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 300)}: ${failureSummary}`),
  )
  expect(found.slice(0, 10), `axe on ${page.url().replace(/\/s\/.*/, "/s/…")}`).toEqual([])
}

/**
 * A look at a screen of HR's: nothing sticks out on a phone, axe finds nothing. With PICTURES=directory its pictures
 * are kept, on a phone and wide, light and dark, for people to look at.
 */
export async function look(page: Page, name: string): Promise<void> {
  await expectAccessible(page)
  const wide = page.viewportSize() ?? { width: 1440, height: 900 }
  const directory = env.PICTURES
  await page.setViewportSize({ width: 390, height: 844 })
  const beyond = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  await expect.poll(beyond, { message: `${name} is wider than a phone`, timeout: 15_000 }).toBe(0)
  for (const colorScheme of directory ? (["light", "dark"] as const) : []) {
    await page.emulateMedia({ colorScheme })
    await page.screenshot({ path: join(directory ?? "", `${name}-390-${colorScheme}.png`), fullPage: true })
  }
  await page.setViewportSize(wide)
  for (const colorScheme of directory ? (["dark", "light"] as const) : []) {
    await page.emulateMedia({ colorScheme })
    await page.screenshot({ path: join(directory ?? "", `${name}-1440-${colorScheme}.png`), fullPage: true })
  }
}

/** Keeps a picture of the page as it is and answers where it lies. */
export async function picture(page: Page): Promise<string> {
  const path = join(mkdtempSync(join(tmpdir(), "throughline-journey-")), "page.png")
  await page.screenshot({ path, fullPage: true })
  return path
}
