import { type ChildProcess, execFile, spawn } from "node:child_process"
import { once } from "node:events"
import { existsSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { promisify } from "node:util"
import { freePort } from "./mail-sink.ts"

const root = fileURLToPath(new URL("../..", import.meta.url))

/** What an operator's shell has, and nothing of what the test runner sets. */
const shell = Object.fromEntries(
  ["PATH", "HOME", "LANG", "TMPDIR", "SystemRoot"].flatMap((name) =>
    process.env[name] === undefined ? [] : [[name, process.env[name]]],
  ),
)

/** Builds the pages if nobody has yet; `npm test` builds them before it runs the tests. */
export async function buildPages(): Promise<void> {
  if (existsSync(join(root, "apps/web/dist/index.html"))) return
  const vite = join(root, "node_modules/vite/bin/vite.js")
  await promisify(execFile)(process.execPath, [vite, "build"], { cwd: join(root, "apps/web"), env: shell })
}

/** Starts the product as an operator would and resolves when it answers. */
export async function startThroughline(settings: Record<string, string>) {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, ["apps/api/src/server.ts"], {
    cwd: root,
    env: { ...shell, PORT: String(port), PUBLIC_URL: url, ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  })
  let log = ""
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (log += chunk))
  const until = Date.now() + 120_000
  while (!(await answers(url))) {
    if (child.exitCode !== null || Date.now() > until) {
      child.kill("SIGKILL")
      throw new Error(`The server did not start:\n${log}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return { url, pid: child.pid, log: () => log, stop: () => stop(child) }
}

/** Runs `throughline …` as an operator would, with `input` on standard input. */
export async function throughline(args: string[], settings: Record<string, string>, input = "") {
  const child = spawn(process.execPath, ["scripts/throughline.mjs", ...args], {
    cwd: root,
    env: { ...shell, ...settings },
  })
  let stdout = ""
  let stderr = ""
  child.stdout.on("data", (chunk) => (stdout += chunk))
  child.stderr.on("data", (chunk) => (stderr += chunk))
  child.stdin.end(input)
  const [code] = await once(child, "close")
  return { code, stdout, stderr }
}

async function answers(url: string): Promise<boolean> {
  return fetch(`${url}/api/health`).then(
    (response) => response.ok,
    () => false,
  )
}

/** @returns the exit code; a server that does not end within 20 seconds is killed and answers null */
async function stop(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  child.kill("SIGTERM")
  const impatient = setTimeout(() => child.kill("SIGKILL"), 20_000)
  const [code] = await once(child, "exit")
  clearTimeout(impatient)
  return code
}
