/**
 * `npm run attack`: what an auditor does with an administrator's login, and everybody else's. On PostgreSQL where it is
 * installed, else on the embedded database, which takes longer.
 */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { openTestApp } from "../../apps/api/src/testing.ts"
import { migrate, openDatabase } from "../../packages/db/src/index.ts"
import { findPostgres, startPostgres } from "../../packages/db/src/testing-postgres.ts"
import { attack } from "./attack.ts"

const respondents = Number(process.env.RESPONDENTS ?? 500)
const place = mkdtempSync(join(tmpdir(), "throughline-attack-"))
const began = performance.now()
const server = findPostgres() === null ? null : await startPostgres()
await server?.psql("postgres", "create database attack owner throughline_owner")
const database = await openDatabase(
  server ? { url: server.url("attack") } : { directory: join(place, "database"), durable: false },
)
await migrate(database.db)
const api = await openTestApp(database, { demo: true })
const seconds = () => ((performance.now() - began) / 1000).toFixed(0)
try {
  const outcome = await attack(api, database.db, { respondents, seed: 4, days: 3 }, (line) =>
    console.log(`${seconds()} s  ${line}`),
  )
  const { user, system } = process.cpuUsage()
  const cpu = ((user + system) / 1e6).toFixed(0)
  console.log(
    `\n${server ? "PostgreSQL" : "The embedded database"}: ${outcome.respondents} respondents, ${outcome.requests} requests, ${outcome.figures} figures, ${seconds()} s, ${cpu} s of them computing\n`,
  )
  console.table(
    Object.entries(outcome.found).map(([way, [on, off]]) => ({ way, people: on, "with the gate off": off })),
  )
  for (const one of outcome.unread) console.log(`could not be read: ${one}`)
  console.log(`isolated people: ${outcome.isolated}`)
  console.log(`isolated people with the gate off: ${outcome.isolatedWithGateOff}`)
  console.log(
    `breaks told of: ${outcome.breaks}; isolated people with the gate off for their groups alone: ${outcome.isolatedWithBreaksOff}`,
  )
  console.log(
    `figures of links: ${outcome.linked}; isolated people with links made of what was not told: ${outcome.isolatedWithLinksOff}`,
  )
  const { isolated, isolatedWithGateOff, isolatedWithBreaksOff, isolatedWithLinksOff, unread } = outcome
  const finds = isolatedWithGateOff > 0 && isolatedWithBreaksOff > 0 && isolatedWithLinksOff > 0
  process.exitCode = isolated === 0 && finds && unread.length === 0 ? 0 : 1
} finally {
  await api.deps.jobs.stop()
  await database.close()
  api.remove()
  server?.stop()
  rmSync(place, { recursive: true, force: true })
}
