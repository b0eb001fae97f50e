import { spawnSync } from "node:child_process"
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { delimiter, join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, describe, expect, test } from "vitest"

const scripts = fileURLToPath(new URL("../../../scripts", import.meta.url))
let clone = ""

/** A clone with the launcher as it is, a command that tells where it runs, and an npm that only leaves a mark. */
beforeAll(() => {
  clone = realpathSync(mkdtempSync(join(tmpdir(), "throughline clone ")))
  for (const folder of ["scripts", "apps/api/src", "apps/web/src/app", "bin"])
    mkdirSync(join(clone, folder), { recursive: true })
  for (const name of ["throughline.mjs", "installed.mjs"])
    cpSync(join(scripts, name), join(clone, "scripts", name))
  mkdirSync(join(clone, "packages/db/src"), { recursive: true })
  writeFileSync(join(clone, "packages/db/src/embedded-template.ts"), "")
  writeFileSync(join(clone, "package.json"), '{"type":"module"}')
  writeFileSync(join(clone, "package-lock.json"), "{}")
  writeFileSync(
    join(clone, "apps/api/src/cli.ts"),
    "console.log(JSON.stringify({ cwd: process.cwd(), args: process.argv.slice(2) }))\nprocess.exit(1)\n",
  )
  writeFileSync(
    join(clone, "bin/npm"),
    '#!/bin/sh\necho "added 1 package"\nmkdir -p node_modules/hono\necho "$@" >> node_modules/calls\n',
  )
  chmodSync(join(clone, "bin/npm"), 0o755)
})
afterAll(() => rmSync(clone, { recursive: true, force: true }))

function launch(cwd: string, env: Record<string, string> = {}) {
  const { npm_command: _, INIT_CWD: __, ...rest } = process.env
  const PATH = [join(clone, "bin"), process.env.PATH].join(delimiter)
  return spawnSync(process.execPath, [join(clone, "scripts/throughline.mjs"), "people", "check", "a b.csv"], {
    cwd: join(clone, cwd),
    env: { ...rest, PATH, ...env },
    encoding: "utf8",
  })
}

describe.skipIf(process.platform === "win32")("npx throughline", () => {
  test("installs what is missing once, without a word on standard output, and hands on the exit code", () => {
    for (const once of [true, false]) {
      const { stdout, stderr, status } = launch(".")
      expect(JSON.parse(stdout)).toEqual({ cwd: clone, args: ["people", "check", "a b.csv"] })
      expect(status).toBe(1)
      expect(stderr.includes("Installing packages")).toBe(once)
    }
    expect(readFileSync(join(clone, "node_modules/calls"), "utf8").trim().split("\n")).toHaveLength(1)
  })

  test("reads files from where it was called, though npx goes up to the package", () => {
    const deep = join(clone, "apps/web/src/app")
    const cwd = (from: string, env: Record<string, string>) => JSON.parse(launch(from, env).stdout).cwd
    expect(cwd("apps/web", { npm_command: "exec", INIT_CWD: deep })).toBe(deep)
    expect(cwd("apps/web", { npm_command: "exec", INIT_CWD: clone })).toBe(join(clone, "apps/web"))
    expect(cwd("apps/web", { npm_command: "run-script", INIT_CWD: deep })).toBe(join(clone, "apps/web"))
    expect(cwd("apps/web", { npm_command: "exec", INIT_CWD: join(clone, "apps/web-gone") })).toBe(
      join(clone, "apps/web"),
    )
  })
})
