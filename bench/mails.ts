/**
 * How long invitations take from the launch to the mail server: `npm run bench mails`. 2,000 people, a real SMTP server
 * on this machine in a process of its own, both databases with every commit on disk.
 */
import { spawn } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { seededCompany } from "../apps/api/src/demo/testing.ts"
import { countInvitationMails } from "../apps/api/src/mail/address-queries.ts"
import { createCourier } from "../apps/api/src/mail/courier.ts"
import { deliverMails } from "../apps/api/src/mail/deliver-mails.ts"
import { smtpMailer } from "../apps/api/src/mail/mailer.ts"
import { openTestApp } from "../apps/api/src/testing.ts"
import { type Database, migrate, openDatabase, withOrganization } from "../packages/db/src/index.ts"
import { findPostgres, startPostgres } from "../packages/db/src/testing-postgres.ts"

const PEOPLE = 2000
const CONNECTIONS = (process.env.CONNECTIONS ?? "1,4,10").split(",").map(Number)
const place = mkdtempSync(join(tmpdir(), "throughline-bench-mails-"))

const sink = spawn(process.execPath, [fileURLToPath(new URL("sinks/mail-sink.mjs", import.meta.url))], {
  stdio: ["ignore", "pipe", "inherit"],
})
const url = await new Promise<string>((ready) =>
  sink.stdout.once("data", (line) => ready(String(line).trim())),
)

const rows: string[][] = []
for (const connections of CONNECTIONS) {
  const embedded = await openDatabase({ directory: join(place, `embedded-${connections}`) })
  rows.push(["embedded", String(connections), ...(await measure(embedded, connections))])
}
if (findPostgres()) {
  const server = await startPostgres({ durable: true })
  for (const connections of CONNECTIONS) {
    await server.psql("postgres", `create database mails${connections} owner throughline_owner`)
    const database = await openDatabase({ url: server.url(`mails${connections}`) })
    rows.push(["PostgreSQL", String(connections), ...(await measure(database, connections))])
  }
  await server.stop()
}
sink.kill()
rmSync(place, { recursive: true, force: true })
console.log(`${PEOPLE} invitations into a local SMTP server\n`)
for (const row of [["database", "connections", "sent", "seconds", "mails/s"], ...rows]) {
  console.log(row.map((cell, at) => (at === 0 ? cell.padEnd(12) : cell.padStart(12))).join(""))
}

async function measure(database: Database, connections: number): Promise<string[]> {
  await migrate(database.db)
  const mailer = smtpMailer({ url, from: "Throughline <survey@example.com>", connections })
  const api = await openTestApp(database, { demo: true, mailer })
  const { organizationId, surveyId } = await seededCompany(api.deps, { people: PEOPLE, share: 0, seed: 1 })
  const began = performance.now()
  await deliverMails(api.deps, createCourier(new Map(), connections), organizationId, surveyId)
  const took = (performance.now() - began) / 1000
  const { sent } = await withOrganization(database.db, "worker", organizationId, (tx) =>
    countInvitationMails(tx, organizationId, surveyId),
  )
  mailer.close()
  api.remove()
  await database.close()
  return [String(sent), took.toFixed(1), String(Math.round(sent / took))]
}
