// F9: the same job delivered five times to four workers, all of which are killed in the middle with kill -9, on each
// database. Everybody gets one mail; of those under way at the kill some may come a second time, with the same
// Message-ID, and each of them is counted.
import { type ChildProcess, spawn } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as wait } from "node:timers/promises"
import { fileURLToPath } from "node:url"
import { type Database, migrate, openDatabase, withOrganization } from "@throughline/db"
import { findPostgres, startPostgres } from "@throughline/db/testing"
import { afterAll, describe, expect, test } from "vitest"
import { seededCompany } from "../../apps/api/src/demo/testing.ts"
import { countInvitationMails } from "../../apps/api/src/mail/address-queries.ts"
import { nastySmtp } from "../../apps/api/src/mail/testing.ts"
import { openTestApp } from "../../apps/api/src/testing.ts"
import type { Delivery } from "./deliver-until-killed.ts"

const PEOPLE = 120
const CONNECTIONS = 4
/** Seconds: so long that on a busy machine too only those killed lose their claims, never those that are slow. */
const LEASE = 8
const place = mkdtempSync(join(tmpdir(), "throughline-mail-kill-"))
afterAll(() => rmSync(place, { recursive: true, force: true }))

const script = fileURLToPath(new URL("deliver-until-killed.ts", import.meta.url))
const started = (delivery: Delivery) =>
  spawn(process.execPath, [script, JSON.stringify(delivery)], { stdio: ["ignore", "ignore", "inherit"] })
const ended = (child: ChildProcess) =>
  new Promise<void>((done) => {
    if (child.exitCode !== null || child.signalCode !== null) done()
    else child.once("exit", () => done())
  })

/** `workers`: how often the job is delivered to each process. */
async function killInTheMiddle(
  name: string,
  workers: readonly number[],
  where: Delivery["database"],
  reopen: () => Promise<Database>,
): Promise<void> {
  const keyDirectory = join(place, `${name}-keys`)
  const sink = await nastySmtp()
  const first = await reopen()
  await migrate(first.db)
  const api = await openTestApp(first, { demo: true, keyDirectory })
  const { organizationId, surveyId } = await seededCompany(api.deps, { people: PEOPLE, share: 0, seed: 1 })
  await first.close()
  const delivery = (jobs: number): Delivery => ({
    database: where,
    keyDirectory,
    smtp: sink.url,
    organizationId,
    surveyId,
    jobs,
    lease: LEASE,
  })

  let kills = 0
  for (const share of [0.25, 0.6]) {
    const running = workers.map((jobs) => started(delivery(jobs)))
    while (sink.heard.length < PEOPLE * share) await wait(1)
    for (const child of running) child.kill("SIGKILL")
    await Promise.all(running.map(ended))
    kills++
    // Killed in the middle, or the test shows nothing.
    expect(new Set(sink.heard.map(({ to }) => to)).size).toBeLessThan(PEOPLE)
    await wait(LEASE * 1000 + 100)
  }
  await Promise.all(workers.map((jobs) => ended(started(delivery(jobs)))))

  const last = await reopen()
  const counts = await withOrganization(last.db, "worker", organizationId, (tx) =>
    countInvitationMails(tx, organizationId, surveyId),
  )
  await last.close()
  const received = new Map<string, string[]>()
  for (const { to, messageId } of sink.heard) received.set(to, [...(received.get(to) ?? []), messageId])
  expect(received.size).toBe(PEOPLE)
  for (const ids of received.values()) {
    expect(new Set(ids).size).toBe(1)
    expect(ids.length).toBeLessThanOrEqual(2)
  }
  const extra = sink.heard.length - PEOPLE
  expect(extra).toBeLessThanOrEqual(counts.copies)
  expect(counts.copies).toBeLessThanOrEqual(kills * workers.length * CONNECTIONS)
  expect(counts).toMatchObject({ queued: 0, deferred: 0, refused: 0 })
  expect(counts.sent + counts.unsure).toBe(PEOPLE)
  await sink.close()
}

describe("the embedded database", () => {
  test("sends everybody one mail when its process is killed twice while the job runs five times over", async () => {
    const directory = join(place, "embedded")
    await killInTheMiddle("embedded", [5], { directory }, () => openDatabase({ directory }))
  }, 300_000)
})

describe.skipIf(!findPostgres())(`postgresql${findPostgres() ? "" : " (not installed)"}`, () => {
  test("sends everybody one mail when four workers with five deliveries of the job are killed twice", async () => {
    const server = await startPostgres({ durable: true })
    await server.psql("postgres", "create database mailkill owner throughline_owner")
    const url = server.url("mailkill")
    await killInTheMiddle("postgresql", [2, 1, 1, 1], { url }, async () => openDatabase({ url }))
    server.stop()
  }, 300_000)
})
