// A file of KPI values through the API of a running server, with both databases, from the bytes to the commit: 200 KPIs ×
// 36 periods × 2,000 units ≤ 10 s on PostgreSQL. Then the same again, a correction of every value, and the undo of it.
import { randomBytes } from "node:crypto"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { findPostgres, startPostgres } from "../packages/db/src/testing-postgres.ts"
import { startThroughline, throughline } from "../tests/journey/server.ts"

const sizes = [
  { kpis: 20, periods: 12, units: 200 },
  { kpis: 200, periods: 36, units: 2_000 },
]
const table: Record<string, string | number>[] = []

if (findPostgres()) await measure("postgresql")
await measure("embedded")
console.table(table)

async function measure(database: "embedded" | "postgresql"): Promise<void> {
  const place = mkdtempSync(join(tmpdir(), "throughline-kpis-"))
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
    for (const size of sizes) {
      const first = fileOf(size, 1)
      const steps: [string, () => Promise<void>][] = [
        ["new", () => upload(call, first)],
        ["the same again", () => upload(call, first)],
        ["every value corrected", () => upload(call, fileOf(size, 2))],
        ["taken back", () => done(call("/api/kpis/imports/undo", { method: "POST" }))],
        ["listed", () => done(call("/api/kpis"))],
      ]
      for (const [what, work] of steps) {
        const measured = await watched(call, server.pid, work)
        const { kpis, periods, units } = size
        const values = kpis * periods * units
        table.push({ database, values, "file (MB)": Math.round(first.length / 1e6), what, ...measured })
      }
    }
  } finally {
    await server.stop()
    postgres?.stop()
    rmSync(place, { recursive: true, force: true })
  }
}

/** One row a unit and period, one column a KPI: Unit 17;2024-05;512.25;… */
function fileOf({ kpis, periods, units }: (typeof sizes)[number], seed: number): Uint8Array<ArrayBuffer> {
  let state = seed
  const figure = () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff
    return `${state % 1000}.${10 + (state % 90)}`
  }
  const columns = Array.from({ length: kpis }, (_, kpi) => `KPI ${kpi} of ${kpis}`)
  const pages: Uint8Array[] = [new TextEncoder().encode(`Unit;Period;${columns.join(";")}\n`)]
  for (let period = 0; period < periods; period++) {
    const when = `${2024 + Math.floor(period / 12)}-${String((period % 12) + 1).padStart(2, "0")}`
    let page = ""
    for (let unit = 0; unit < units; unit++) {
      page += `Unit ${unit};${when}`
      for (let kpi = 0; kpi < kpis; kpi++) page += `;${figure()}`
      page += "\n"
    }
    pages.push(new TextEncoder().encode(page))
  }
  return Uint8Array.from(Buffer.concat(pages))
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

async function upload(call: Call, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const body = new FormData()
  body.set("file", new Blob([bytes]))
  body.set("fileName", "kpis.csv")
  await done(call("/api/kpis/imports", { method: "POST", body }))
}

async function done(asked: Promise<Response>): Promise<void> {
  const answer = await asked
  const text = await answer.text()
  if (answer.status !== 200) throw new Error(`The server answers ${answer.status}: ${text.slice(0, 500)}`)
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
