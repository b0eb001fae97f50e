#!/usr/bin/env node
// npx throughline …: finds a Node ≥ 24 (this one, or the project's own) and runs the command with it. No dependency of
// its own. Files stay relative to where the caller is.
import { spawn } from "node:child_process"
import { existsSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const own = join(root, "node_modules", ".bin", process.platform === "win32" ? "node.cmd" : "node")
const isNewEnough = Number(process.versions.node.split(".")[0]) >= 24

if (!existsSync(join(root, "node_modules", "hono")))
  fail("The packages are not installed yet: run npm ci first.")
if (!isNewEnough && !existsSync(own)) fail(`Throughline needs Node 24 or newer; this is ${process.version}.`)

const child = spawn(
  isNewEnough ? process.execPath : own,
  [join(root, "apps/api/src/cli.ts"), ...process.argv.slice(2)],
  {
    stdio: "inherit",
    shell: !isNewEnough && process.platform === "win32",
  },
)
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal))
child.on("exit", (code, signal) => process.exit(code ?? (signal === null ? 0 : 130)))

function fail(message) {
  console.error(message)
  process.exit(2)
}
