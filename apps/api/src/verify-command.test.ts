import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { verify } from "./verify-command.ts"

// What it finds in bundles of real surveys: manifests/manifests.test.ts.

let folder = ""
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "verify-"))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function run(...args: string[]) {
  let [stdout, stderr] = ["", ""]
  const code = await verify(args, {
    stdout: { write: (text) => (stdout += text) },
    stderr: { write: (text) => (stderr += text) },
    cwd: folder,
  })
  return { code, stdout, stderr }
}

test.each([
  ["no file named", [], "Name one bundle."],
  ["two files named", ["a", "b"], "Name one bundle."],
  ["an option that is not there", ["a", "--trust"], "--trust"],
  ["five words", ["a", "--words", "one two three four five"], "six words"],
  ["a file that is not there", ["none.json"], "none.json: there is no such file."],
  ["a folder", ["."], "cannot be read"],
])("%s ends with 2, says so and prints nothing else", async (_, args, sentence) => {
  const { code, stdout, stderr } = await run(...args)
  expect([code, stdout]).toEqual([2, ""])
  expect(stderr).toContain(sentence)
})

test.each([
  ["nothing", "", "it is not JSON"],
  ["a letter", "Dear works council", "it is not JSON"],
  ["a list", "[]", "the whole file does not fit"],
  ["another version", '{"version":2}', "version does not fit"],
  ["null", "null", "the whole file does not fit"],
])("a file that holds %s ends with 2 and says what does not fit", async (_, text, sentence) => {
  writeFileSync(join(folder, "bundle.json"), text)
  const { code, stdout, stderr } = await run("bundle.json", "--json")
  expect([code, stdout]).toEqual([2, ""])
  expect(stderr).toContain(sentence)
})

test("help is printed and is no fault", async () => {
  expect(await run("--help")).toMatchObject({ code: 0, stdout: expect.stringContaining("verify BUNDLE") })
})
