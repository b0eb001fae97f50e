// A people import through the API of a running server, with both databases: a new company, the same file again, one that
// changes most rows, the undo. 2,000 people ≤ 1 s, 100,000 ≤ 10 s, memory growth ≤ 300 MB.
import { randomBytes } from "node:crypto"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { peopleFileOf } from "../apps/api/src/demo/people-file.ts"
import { findPostgres, startPostgres } from "../packages/db/src/testing-postgres.ts"
import { demoCompany } from "../packages/org/src/demo-company.ts"
import { startThroughline, throughline } from "../tests/journey/server.ts"

const sizes = [2000, 20_000, 100_000]
const table: Record<string, string | number>[] = []

await measure("embedded")
if (findPostgres()) await measure("postgresql")
console.table(table)

async function measure(database: "embedded" | "postgresql"): Promise<void> {
  const place = mkdtempSync(join(tmpdir(), "throughline-import-"))
  const postgres = database === "postgresql" ? await startPostgres() : undefined
  await postgres?.psql("postgres", "create database bench owner throughline_owner")
  const settings = {
    ...(postgres ? { DATABASE_URL: postgres.url("bench") } : { DATA_DIRECTORY: join(place, "database") }),
    KEY_DIRECTORY: join(place, "keys"),
    AUTH_SECRET: randomBytes(32).toString("base64url"),
    KEY_SECRET: randomBytes(32).toString("base64url"),
    ...{ SMTP_URL: "smtp://mail.invalid", MAIL_FROM: "Throughline <survey@example.com>" },
  }
  const hr = { email: "hr@example.com", password: randomBytes(12).toString("hex") }
  const who = ["--organization", "Bench", "--email", hr.email, "--name", "HR"]
  await throughline(["create-admin", ...who], settings, hr.password)
  const server = await startThroughline(settings)
  try {
    const call = await signIn(server.url, hr)
    for (const people of sizes) {
      const file = peopleFileOf(demoCompany({ seed: 3, people }))
      const steps: [string, string | null][] = [
        ["new", file],
        ["the same again", file],
        ["four of five changed", file.replaceAll('"en"', '"de"')],
        ["undone", null],
      ]
      for (const [what, text] of steps) {
        const done = await watched(call, server.pid, () => (text === null ? undo(call) : upload(call, text)))
        table.push({ database, people, what, ...done })
      }
    }
  } finally {
    await server.stop()
    postgres?.stop()
    rmSync(place, { recursive: true, force: true })
  }
}

type Call = (path: string, init?: RequestInit) => Promise<Response>

async function signIn(url: string, hr: { email: string; password: string }): Promise<Call> {
  const answer = await fetch(`${url}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Origin: url },
    body: JSON.stringify(hr),
  })
  const Cookie = (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? ""
  return (path, init) => fetch(`${url}${path}`, { ...init, headers: { Cookie, Origin: url } })
}

async function upload(call: Call, text: string): Promise<void> {
  const body = new FormData()
  body.set("file", new Blob([text]))
  body.set("fileName", "people.csv")
  const answer = await call("/api/people/import", { method: "POST", body })
  if (answer.status !== 200) throw new Error(`The import answers ${answer.status}: ${await answer.text()}`)
}

async function undo(call: Call): Promise<void> {
  const { imports } = (await (await call("/api/people/imports")).json()) as { imports: { id: string }[] }
  const answer = await call(`/api/people/imports/${imports[0]?.id}/undo`, { method: "POST" })
  if (answer.status !== 200) throw new Error(`The undo answers ${answer.status}: ${await answer.text()}`)
}

/** Time of the work, growth of the server's memory, and how long somebody else waited for an answer meanwhile. */
async function watched(call: Call, pid: number | undefined, work: () => Promise<void>) {
  const before = memory(pid, true)
  let isDone = false
  let waited = 0
  const others = (async () => {
    while (!isDone) {
      const asked = performance.now()
      // A connection that lay idle while the server worked may be closed under the next question.
      await call("/api/health").catch(() => {})
      waited = Math.max(waited, performance.now() - asked)
      await new Promise((later) => setTimeout(later, 20))
    }
  })()
  const started = performance.now()
  await work()
  const seconds = Number(((performance.now() - started) / 1000).toFixed(2))
  isDone = true
  await others
  const grown = before === undefined ? "–" : Math.round((memory(pid)?.peak ?? 0) - before.now)
  return { seconds, "memory growth (MB)": grown, "longest wait of others (ms)": Math.round(waited) }
}

/** In MB, where the system tells (Linux); with `reset` the peak counts from here. */
function memory(pid: number | undefined, reset = false): { now: number; peak: number } | undefined {
  try {
    if (reset) writeFileSync(`/proc/${pid}/clear_refs`, "5")
    const status = readFileSync(`/proc/${pid}/status`, "utf8")
    const of = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024
    return { now: of("VmRSS"), peak: of("VmHWM") }
  } catch {
    return undefined
  }
}
