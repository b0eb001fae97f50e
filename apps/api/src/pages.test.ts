import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Hono } from "hono"
import { afterAll, expect, test } from "vitest"
import type { Env } from "./deps.ts"
import { permission } from "./may.ts"
import { pages } from "./pages.ts"

const directory = mkdtempSync(join(tmpdir(), "throughline-pages-"))
mkdirSync(join(directory, "assets"))
for (const name of ["index", "respond", "gallery", "questionnaire-preview"])
  writeFileSync(join(directory, `${name}.html`), `<p>${name}</p>`)
writeFileSync(join(directory, "respond.html.br"), "compressed")
writeFileSync(join(directory, "assets/a-1b2c.js"), "1")
writeFileSync(join(directory, "secret.env"), "no")
afterAll(() => rmSync(directory, { recursive: true, force: true }))
const served = (from: string) =>
  new Hono<Env>()
    .use(async (c, next) => {
      c.set("permission", permission)
      await next()
    })
    .route("/", pages(from))
const app = served(directory)
const text = async (path: string, headers = {}) => (await app.request(path, { headers })).text()

test("every path is a screen of HR, a link is the respondent's page", async () => {
  expect(await text("/")).toContain("index")
  expect(await text("/surveys/1/results")).toContain("index")
  expect(await text("/s/abc")).toContain("respond")
  expect(await text("/gallery")).toContain("gallery")
  expect(await text("/questionnaire-preview")).toContain("questionnaire-preview")
  expect(await text("/s/abc", { "Accept-Encoding": "br, gzip" })).toBe("compressed")
})

test("a link and the page about its survey get the page that the survey has promised, as long as it is there", async () => {
  const kept = "k".repeat(43)
  writeFileSync(join(directory, "assets", `page-${kept}.html`), "<p>the promised one</p>")
  const asked: unknown[] = []
  const serving = (promised: string | undefined) =>
    new Hono<Env>()
      .use(async (c, next) => {
        c.set("permission", permission)
        await next()
      })
      .route(
        "/",
        pages(directory, async (of) => {
          asked.push(of)
          return promised
        }),
      )
  const get = async (promised: string | undefined, path: string) =>
    (await serving(promised).request(path)).text()
  expect(await get(kept, "/s/abc")).toContain("the promised one")
  expect(await get(kept, "/p/one/two")).toContain("the promised one")
  expect(asked).toEqual([{ secret: "abc" }, { organization: "one", survey: "two" }])
  for (const other of [undefined, "n".repeat(43)]) expect(await get(other, "/s/abc")).toContain("respond")
})

test("assets are kept for ever, missing ones are not a page, other files are not served", async () => {
  const asset = await app.request("/assets/a-1b2c.js")
  expect(asset.headers.get("cache-control")).toContain("immutable")
  expect((await app.request("/assets/old-9999.js")).status).toBe(404)
  expect(await text("/secret.env")).toContain("index")
  expect(await text("/assets/../secret.env")).not.toBe("no")
  expect(await text("/assets/%2e%2e/secret.env")).not.toBe("no")
})

test("without built pages it says what to do", async () => {
  const response = await served(join(directory, "nowhere")).request("/")
  expect(response.status).toBe(503)
  expect(await response.text()).toContain("npm run build")
})
