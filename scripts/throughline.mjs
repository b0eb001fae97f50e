#!/usr/bin/env node
// npx throughline …: brings a fresh clone to life, finds a Node ≥ 24 (this one, or the project's own) and runs the
// command with it. No dependency of its own; standard output belongs to the command. Files stay relative to where the
// caller is.
import { spawn } from "node:child_process"
import { existsSync } from "node:fs"
import { isAbsolute, join, relative } from "node:path"
import { install, node, root } from "./installed.mjs"

// Only when they are missing: an image has what it needs, and was not installed by this.
if (!existsSync(join(root, "node_modules", "hono"))) install()

const program = node()
const child = spawn(program, [join(root, "apps/api/src/cli.ts"), ...process.argv.slice(2)], {
  cwd: callersFolder(),
  stdio: "inherit",
  shell: program.endsWith(".cmd"),
})
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal))
child.on("exit", (code, signal) => process.exit(code ?? (signal === null ? 0 : 130)))

/** npx goes up to the nearest package before it runs anything; where it was called from, it says in INIT_CWD. */
function callersFolder() {
  const here = process.cwd()
  const from = process.env.INIT_CWD
  if (process.env.npm_command !== "exec" || !from || !existsSync(from)) return here
  const down = relative(here, from)
  return down.startsWith("..") || isAbsolute(down) ? here : from
}
