// Brings a fresh clone to life on any Node ≥ 20: installs what the lock file names, once, and finds a Node ≥ 24
// (the project brings its own as an optional dependency). No dependency of its own: it runs before there are any.
import { spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { delimiter, dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
const bin = join(root, "node_modules", ".bin")
/** Makes an empty embedded database at the directory it is given, unless there is one. */
export const embeddedTemplate = join(root, "packages", "db", "src", "embedded-template.ts")
const mark = join(root, "node_modules", ".throughline-installed")

export function install() {
  const lock = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex")
  if (existsSync(mark) && readFileSync(mark, "utf8") === lock) return
  console.error("Installing packages (once) …")
  const npm = spawnSync(
    "npm",
    ["ci", "--include=dev", "--include=optional", "--no-audit", "--no-fund", "--loglevel=error"],
    {
      cwd: root,
      stdio: ["ignore", 2, 2],
      shell: process.platform === "win32",
    },
  )
  if (npm.status !== 0) process.exit(npm.status ?? 1)
  // A new embedded database takes seconds to make, a copy of a new one does not.
  if (run("node", [embeddedTemplate]) !== 0) process.exit(1)
  writeFileSync(mark, lock)
}

/** The path of a Node ≥ 24: this one if it is new enough, else the project's own. */
export function node() {
  if (Number(process.versions.node.split(".")[0]) >= 24) return process.execPath
  const own = join(bin, process.platform === "win32" ? "node.cmd" : "node")
  if (existsSync(own)) return own
  console.error(
    `Throughline needs Node 24 or newer; this is ${process.version} and no build of Node 24 came with the packages for ${process.platform} ${process.arch}. Install Node 24 and run the command again.`,
  )
  process.exit(2)
}

/** The environment in which every tool below finds the right Node first. */
export function environment(extra = {}) {
  return {
    ...process.env,
    PATH: [dirname(node()), bin, process.env.PATH].join(delimiter),
    TURBO_TELEMETRY_DISABLED: "1",
    DO_NOT_TRACK: "1",
    ...extra,
  }
}

/** Runs a tool of node_modules/.bin (or `node`) from the root and returns its exit code. */
export function run(command, args, extra = {}) {
  const done = spawnSync(command === "node" ? node() : command, args, {
    cwd: root,
    stdio: "inherit",
    env: environment(extra),
    shell: process.platform === "win32",
  })
  return done.status ?? 1
}
