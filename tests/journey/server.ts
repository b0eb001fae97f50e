import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { fileURLToPath } from "node:url"
import { freePort } from "./mail-sink.ts"

const root = fileURLToPath(new URL("../..", import.meta.url))

/** Starts the product as an operator would and resolves when it answers. */
export async function startThroughline(environment: Record<string, string>) {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, ["apps/api/src/server.ts"], {
    cwd: root,
    env: { ...process.env, PORT: String(port), PUBLIC_URL: url, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  })
  let log = ""
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (log += chunk))
  const until = Date.now() + 60_000
  while (!(await answers(url))) {
    if (child.exitCode !== null || Date.now() > until) throw new Error(`The server did not start:\n${log}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return { url, child, log: () => log, stop: () => stop(child) }
}

/** Runs `throughline …` as an operator would. */
export async function throughline(args: string[], environment: Record<string, string>, input = "") {
  const child = spawn(process.execPath, ["scripts/throughline.mjs", ...args], {
    cwd: root,
    env: { ...process.env, ...environment },
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

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  child.kill("SIGTERM")
  await once(child, "exit")
}
