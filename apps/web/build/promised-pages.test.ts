import { createHash } from "node:crypto"
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import { keepPromisedPages } from "./keep-promised-pages.ts"
import { pageFingerprint } from "./page-fingerprint.ts"

let place: string
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), "throughline-pages-"))
})
afterEach(() => rmSync(place, { recursive: true, force: true }))

/** Builds a page of these files, as Vite would hand them over, and tells its fingerprint. */
async function built(name: string, files: Record<string, string>, environment = "respond"): Promise<string> {
  const dir = join(place, name)
  mkdirSync(join(dir, "assets"), { recursive: true })
  for (const [file, text] of Object.entries(files)) writeFileSync(join(dir, file), text)
  const bundle = Object.fromEntries(
    Object.entries(files).map(([fileName, source]) => [fileName, { type: "asset", fileName, source }]),
  )
  const { writeBundle } = pageFingerprint("respond") as unknown as {
    writeBundle(this: object, options: object, bundle: object): Promise<void>
  }
  await writeBundle.call({ environment: { name: environment } }, { dir }, bundle)
  if (!existsSync(join(dir, "page.json"))) return ""
  return JSON.parse(readFileSync(join(dir, "page.json"), "utf8")).page
}
const page = (script: string) => ({ "respond.html": `<script src=${script}>`, [`assets/${script}`]: script })
const hash = (bytes: string | Buffer) => createHash("sha256").update(bytes).digest("base64url")

test("a page is named by all its files: one byte in any of them gives another name", async () => {
  const one = await built("one", page("a.js"))
  expect(one).toMatch(/^[\w-]{43}$/)
  expect(await built("same", page("a.js"))).toBe(one)
  expect(await built("other", { ...page("a.js"), "assets/a.js": "A" })).not.toBe(one)
  const list = readFileSync(join(place, "one/assets", `page-${one}.json`))
  expect(hash(list)).toBe(one)
  expect(JSON.parse(list.toString())).toEqual({
    "assets/a.js": hash("a.js"),
    "respond.html": hash("<script src=a.js>"),
  })
  expect(readFileSync(join(place, "one/assets", `page-${one}.html`), "utf8")).toBe("<script src=a.js>")
})

test("a build of other pages names none", async () => {
  expect(await built("hr", page("a.js"), "client")).toBe("")
})

test("pages of earlier builds stay whole after new ones, until no survey can have promised them", async () => {
  const first = await built("dist", page("a.js"))
  writeFileSync(join(place, "dist/assets/hr.js"), "of another page")
  const second = await built("next", page("b.js"))
  expect(await keepPromisedPages(join(place, "dist"), join(place, "next"))).toEqual([first])
  const there = readdirSync(join(place, "next/assets")).sort()
  expect(there).toEqual(
    ["a.js", "b.js", ...[first, second].flatMap((name) => [`page-${name}.html`, `page-${name}.json`])].sort(),
  )
  await built("third", page("c.js"))
  expect((await keepPromisedPages(join(place, "next"), join(place, "third"))).sort()).toEqual(
    [first, second].sort(),
  )
  const old = new Date(Date.now() - 500 * 86_400_000)
  utimesSync(join(place, "third/assets", `page-${first}.json`), old, old)
  await built("fourth", page("d.js"))
  expect(await keepPromisedPages(join(place, "third"), join(place, "fourth"))).not.toContain(first)
})

test("the first build finds nothing to keep", async () => {
  await built("next", page("a.js"))
  expect(await keepPromisedPages(join(place, "dist"), join(place, "next"))).toEqual([])
})
