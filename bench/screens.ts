/**
 * `npm run bench screens [-- --release FILE] [--shots DIR]`: the results screens of an organization of about 100,000 people in
 * 2,000 units, 27 questions in nine constructs, made up and analysed by the product, in the built pages (npm run build) and a
 * Chromium without a window: what crosses the wire, how long from the navigation to the first chart, and how long from an
 * action to the next painted frame. The API's compression and what it keeps packed are the product's (with
 * --unpacked nothing is kept); its database is left out.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { get } from "node:http"
import { join } from "node:path"
import { parseArgs } from "node:util"
import type { Page } from "playwright-core"
import { createPacks } from "../apps/api/src/releases/packs.ts"
import { serveRelease } from "../apps/api/src/releases/testing-serve-release.ts"
import { analyse } from "../packages/analysis/src/analyse.ts"
import type { Release } from "../packages/analysis/src/release.ts"
import { synthetic } from "../packages/analysis/src/synthetic.ts"
import { launchChromium } from "../tests/journey/browser.ts"

const { values } = parseArgs({
  options: {
    release: { type: "string" },
    shots: { type: "string" },
    pages: { type: "string" },
    unpacked: { type: "boolean" },
  },
})
const megabyte = 1_000_000

const release = values.release && existsSync(values.release) ? read(values.release) : made()
if (values.release && !existsSync(values.release)) writeFileSync(values.release, JSON.stringify(release))
const server = await serveRelease(release, values.unpacked ? undefined : createPacks(), values.pages)
const browser = await launchChromium()
try {
  const sizes = []
  for (const [what, query] of [
    ["before the first chart", "?without=units"],
    ["the units", "?without=items"],
    ["questions of a construct", "?items=c0"],
    ["everything (for programs)", ""],
  ] as const) {
    const url = `${server.url}/api/surveys/survey/release${query}`
    const { sent, took } = await transferred(url)
    sizes.push({
      "release as sent": what,
      "gzip MB": (sent / megabyte).toFixed(2),
      goal: what === "the units" ? "≤ 1.5" : "",
      "API, ms": took.toFixed(0),
      "again, ms": (await transferred(url)).took.toFixed(0),
    })
  }
  console.table(sizes)
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage()
  const times: { what: string; ms: string; goal: string }[] = []
  const first = async (what: string, path: string, chart: string) => {
    const runs: number[] = []
    for (let run = 0; run < 3; run++) runs.push(await firstPaint(page, `${server.url}${path}`, chart))
    times.push({ what, ms: runs.map((ms) => ms.toFixed(0)).join(" / "), goal: "≤ 1000" })
  }
  const act = async (what: string, action: Action, ready = "body") => {
    const ms = await painted(page, action, ready)
    times.push({ what, ms: ms.toFixed(0), goal: "≤ 100" })
  }
  await first("layers: navigation to first chart", "/results/survey", ".app-figure svg.tl-chart")
  await page.getByText("by unit and layer").first().waitFor()
  await act("layers: open the list of measures", { on: "input", text: "Measure" }, '[role="option"]')
  await act("layers: choose a construct", { on: '[role="option"]', text: "Mission clarity" })
  await act("layers: open the list of 2,000 units", { on: "input", text: "Group" }, '[role="option"]')
  await act("layers: choose a unit", { on: '[role="option"]', text: "Sales 1" })
  await first("heat map: navigation to first chart", "/results/survey/heat-map", '[role="grid"] td a')
  const head = '[role="grid"] thead button'
  await act("heat map: sort by a construct", { on: head, text: "Mission clarity" })
  await act("heat map: turn the order round", { on: head, text: "Mission clarity" })
  await act("heat map: sort by name", { on: head, text: "Unit" })
  const scroll = (to: number): Action => ({ on: 'section:has(> [role="grid"])', do: { scroll: to } })
  await act("heat map: scroll 20,000 px", scroll(20_000))
  await act("heat map: scroll to the end", scroll(1e9))
  await act("heat map: filter by name", { on: 'input[type="search"]', do: { value: "sales 2" } })
  await act("heat map: table in place of the picture", { on: 'input[value="table"]' }, ".app-table")
  console.table(times)
  if (values.shots) await shoot(page, values.shots, server.url)
} finally {
  await browser.close()
  await server.close()
}

function read(file: string): Release {
  return JSON.parse(readFileSync(file, "utf8"))
}

function made(): Release {
  const shape = { functions: 8, departments: 10, teams: 24, constructs: 9, items: 3, k: 5 }
  const input = synthetic({ ...shape, seed: 1, respondents: [12, 38], missing: 0.02 })
  const names = [
    ...["Mission clarity", "Vision clarity", "Strategy clarity", "Goals and priorities", "Leadership"],
    ...["Information down and across", "Collaboration", "Participation", "Commitment"],
  ]
  const branches = ["Sales", "Operations", "Research", "Finance", "Service", "Purchasing", "Logistics", "IT"]
  let unit = 0
  const release = analyse({
    ...input,
    measures: {
      ...input.measures,
      constructs: input.measures.constructs.map((one, at) => ({ ...one, name: names[at] ?? one.name })),
    },
    groupings: input.groupings.map((one) =>
      one.kind === "unit" ? { ...one, name: `${branches[unit++ % branches.length]} ${unit}` } : one,
    ),
  })
  const units = release.groups.filter(({ kind }) => kind === "unit").length
  console.log(`${release.survey.invited} invited, ${release.survey.respondents} answered, ${units} units`)
  return release
}

/** Bytes of the answer's body on the wire, and ms until it had come. */
function transferred(url: string): Promise<{ sent: number; took: number }> {
  return new Promise((done, failed) => {
    const start = performance.now()
    get(url, { headers: { "accept-encoding": "gzip, deflate, br" } }, (answer) => {
      let sent = 0
      answer.on("data", (part: Buffer) => {
        sent += part.length
      })
      answer.on("end", () => done({ sent, took: performance.now() - start }))
    }).on("error", failed)
  })
}

/** ms from the start of the navigation until what `selector` names has been painted; nothing is in a cache. */
async function firstPaint(page: Page, url: string, selector: string): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send("Network.setCacheDisabled", { cacheDisabled: true })
  await page.goto(url, { waitUntil: "commit" })
  return await page.evaluate(
    (wanted) =>
      new Promise<number>((done, failed) => {
        setTimeout(() => failed(new Error(`${wanted} has not come.`)), 30_000)
        const look = () => {
          if (document.querySelector(wanted)) requestAnimationFrame(() => done(performance.now()))
          else requestAnimationFrame(look)
        }
        look()
      }),
    selector,
  )
}

interface Action {
  /** of the elements, the first whose text or label begins with `text` */
  on: string
  text?: string
  /** left out: it is clicked */
  do?: { value: string } | { scroll: number }
}

/** ms from an action inside the page until the frame after it, and after `ready` has come, has been painted. */
async function painted(page: Page, action: Action, ready: string): Promise<number> {
  await page.waitForTimeout(500)
  return await page.evaluate(
    ([{ on, text = "", do: doing }, wanted]) =>
      new Promise<number>((done, failed) => {
        const named = (one: Element) =>
          (one.textContent || (one as HTMLInputElement).labels?.[0]?.textContent || "").startsWith(text)
        const element = [...document.querySelectorAll<HTMLElement>(on)].find(named)
        if (!element) return failed(new Error(`There is no ${on} ${text}.`))
        setTimeout(() => failed(new Error(`${wanted} has not come.`)), 30_000)
        const start = performance.now()
        if (doing === undefined) element.click()
        else if ("scroll" in doing) element.scrollTop = doing.scroll
        else {
          const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value") ?? {}
          set?.call(element, doing.value)
          element.dispatchEvent(new Event("input", { bubbles: true }))
        }
        const look = () => {
          if (document.querySelector(wanted)) requestAnimationFrame(() => done(performance.now() - start))
          else requestAnimationFrame(look)
        }
        requestAnimationFrame(look)
      }),
    [action, ready] as const,
  )
}

async function shoot(page: Page, folder: string, url: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  for (const [screen, path] of [
    ["layers", "/results/survey"],
    ["heat-map", "/results/survey/heat-map"],
  ] as const)
    for (const width of [390, 1440])
      for (const colorScheme of ["light", "dark"] as const) {
        await page.setViewportSize({ width, height: 900 })
        await page.emulateMedia({ colorScheme })
        await page.goto(`${url}${path}`)
        await page.waitForSelector(".app-figure svg.tl-chart")
        await page.waitForTimeout(400)
        await page.screenshot({ path: join(folder, `${screen}-${width}-${colorScheme}.png`), fullPage: true })
      }
}
