// kill -9 in the middle of casting, three rounds on each database: what was acknowledged is there, nothing is
// there twice, and whoever tries again ends with exactly one ballot. Fully durable databases, on purpose.
import { spawn } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as wait } from "node:timers/promises"
import { fileURLToPath } from "node:url"
import { type Db, migrate, openDatabase } from "@throughline/db"
import {
  addExampleSurvey,
  type ExampleSurvey,
  findPostgres,
  startPostgres,
  type TestPostgres,
} from "@throughline/db/testing"
import { afterAll, describe, expect, test } from "vitest"
import { boxOf, castAll, writeExample } from "./cast-all.ts"

const rounds = 3
const people = 400
const place = mkdtempSync(join(tmpdir(), "throughline-kill-"))
afterAll(() => rmSync(place, { recursive: true, force: true }))

/** Nothing acknowledged is lost, and nothing is there twice. */
async function expectNothingLost(db: Db, example: ExampleSurvey, acknowledged: Set<number>): Promise<void> {
  const { texts, keys } = await boxOf(db, example)
  const there = new Set(texts)
  expect([...acknowledged].filter((person) => !there.has(`answers of ${person}`))).toEqual([])
  expect(there.size).toBe(texts.length)
  expect(keys.size).toBe(texts.length)
}

describe("the embedded database", () => {
  test("loses no acknowledged ballot when its process is killed while people cast", async () => {
    const directory = join(place, "embedded")
    const first = await openDatabase({ directory })
    await migrate(first.db)
    const example = await addExampleSurvey(first.db, people)
    await first.close()

    const acknowledged = new Set<number>()
    const cutShort: number[] = []
    for (let round = 0; round < rounds; round++) {
      const before = acknowledged.size
      await killedWhileCasting(directory, example, acknowledged, 60 + Math.round(Math.random() * 60))
      cutShort.push(acknowledged.size - before)
      const reopened = await openDatabase({ directory })
      await expectNothingLost(reopened.db, example, acknowledged)
      await reopened.close()
    }
    expect(Math.min(...cutShort)).toBeGreaterThan(0)
    expect(acknowledged.size).toBeLessThan(people) // killed in the middle, or the test shows nothing

    const last = await openDatabase({ directory })
    await castAll(last.db, example, (person) => acknowledged.add(person))
    await expectNothingLost(last.db, example, acknowledged)
    expect((await boxOf(last.db, example)).texts).toHaveLength(people)
    await last.close()
  }, 120_000)
})

/** Kills the casting process, with no warning, once so many more are acknowledged. */
async function killedWhileCasting(
  directory: string,
  example: ExampleSurvey,
  acknowledged: Set<number>,
  more: number,
) {
  const script = fileURLToPath(new URL("cast-until-killed.ts", import.meta.url))
  const child = spawn(process.execPath, [script, directory, writeExample(example)], {
    stdio: ["ignore", "pipe", "inherit"],
  })
  const ended = new Promise((done) => child.once("close", done))
  let heard = ""
  let fresh = 0
  child.stdout.on("data", (chunk) => {
    heard += chunk
    const lines = heard.split("\n")
    heard = lines.pop() ?? ""
    for (const line of lines) {
      const person = Number(line)
      if (line === "open" || line === "done" || Number.isNaN(person)) continue
      if (!acknowledged.has(person)) fresh++
      acknowledged.add(person)
      if (fresh === more) child.kill("SIGKILL")
    }
  })
  await ended
}

describe.skipIf(!findPostgres())(`postgresql${findPostgres() ? "" : " (not installed)"}`, () => {
  let server: TestPostgres | undefined
  afterAll(() => server?.stop())

  test("loses no acknowledged ballot when all of it is killed and started while people cast", async () => {
    server = await startPostgres({ durable: true })
    await server.psql("postgres", "create database kill owner throughline_owner")
    const database = await openDatabase({ url: server.url("kill") })
    await migrate(database.db)
    const example = await addExampleSurvey(database.db, people * 4)

    const acknowledged = new Set<number>()
    let allCast = false
    const casting = castAll(database.db, example, (person) => acknowledged.add(person)).then(() => {
      allCast = true
    })
    const away: number[] = []
    for (let round = 0; round < rounds; round++) {
      const before = acknowledged.size
      while (acknowledged.size < before + 100) await wait(5)
      server.kill()
      const heard = new Set(acknowledged)
      const killed = performance.now()
      await server.start()
      const other = await openDatabase({ url: server.url("kill") })
      await expectNothingLost(other.db, example, heard)
      await other.close()
      while (acknowledged.size === heard.size) await wait(5)
      away.push(performance.now() - killed)
      expect(allCast).toBe(false)
    }
    await casting
    await expectNothingLost(database.db, example, acknowledged)
    expect((await boxOf(database.db, example)).texts).toHaveLength(people * 4)
    expect(Math.max(...away)).toBeLessThan(10_000) // it goes on by itself, in the same process
    await database.close()
  }, 120_000)
})
