import { type ChildProcess, spawn } from "node:child_process"
import { createHash } from "node:crypto"
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { PGlite } from "@electric-sql/pglite"
import { sql } from "kysely"
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest"
import { embeddedTemplate } from "./embedded-template.ts"
import { lockDirectory, lockPath } from "./lock-directory.ts"
import { openDatabase } from "./open.ts"
import { checkpointIfDue, startUpkeep } from "./upkeep.ts"

vi.setConfig({ testTimeout: 120_000 }) // each opens a database, some in another process: long when the machine is busy
const place = mkdtempSync(join(tmpdir(), "throughline-embedded-"))
const started: ChildProcess[] = []
afterAll(() => {
  for (const child of started) child.kill("SIGKILL")
  rmSync(place, { recursive: true, force: true })
})

let copies = 0
/** A copy of a migrated database that nobody has open. */
async function copy(): Promise<string> {
  const directory = join(place, `copy-${copies++}`)
  cpSync(await embeddedTemplate(), directory, { recursive: true })
  return directory
}

/** Another process that opens the directory and says how that went. */
async function elsewhere(directory: string): Promise<{ child: ChildProcess; said: string }> {
  const script = `import { openDatabase } from ${JSON.stringify(new URL("./open.ts", import.meta.url).href)}
    await openDatabase({ directory: ${JSON.stringify(directory)} }).then(
      () => { console.log("open"); setInterval(() => {}, 1000) },
      (error) => console.log("refused: " + error.message))`
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
  })
  started.push(child)
  const said = await new Promise<string>((done) =>
    child.stdout?.once("data", (chunk) => done(String(chunk).trim())),
  )
  return { child, said }
}

const ended = (child: ChildProcess) => new Promise((done) => child.once("exit", done))

describe("one process at a time", () => {
  test("a second one is refused while the first lives, in the same process too", async () => {
    const directory = await copy()
    const first = await openDatabase({ directory })
    expect((await elsewhere(directory)).said).toBe(
      `refused: ${directory} is in use by another process (process ${process.pid})`,
    )
    await expect(openDatabase({ directory })).rejects.toThrow("is in use by another process")
    await first.close()
    expect((await elsewhere(directory)).said).toBe("open")
  })

  test("what a killed process held is taken over, with what it had committed", async () => {
    const directory = await copy()
    const { child, said } = await elsewhere(directory)
    expect(said).toBe("open")
    await expect(openDatabase({ directory })).rejects.toThrow(
      `in use by another process (process ${child.pid})`,
    )
    child.kill("SIGKILL")
    await ended(child)
    expect(existsSync(lockPath(directory))).toBe(true) // left behind, and yet no obstacle
    const database = await openDatabase({ directory })
    await database.close()
    expect(existsSync(lockPath(directory))).toBe(false)
  })

  test("of many that take over at the same moment exactly one does", async () => {
    const directory = join(place, "contested")
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => lockDirectory(directory)))
    const held = outcomes.filter((outcome) => outcome.status === "fulfilled")
    expect(held).toHaveLength(1)
    await held[0]?.value()
    await (await lockDirectory(directory))()
  })

  test("a path too long for a socket is locked elsewhere, each directory by itself", async () => {
    const deep = join(place, "d".repeat(90), "e".repeat(60))
    mkdirSync(deep, { recursive: true })
    const [one, two] = [join(deep, "one"), join(deep, "two")]
    expect(Buffer.byteLength(lockPath(one))).toBeLessThan(104)
    expect(lockPath(one)).not.toBe(lockPath(two))
    const unlock = await lockDirectory(one)
    await expect(lockDirectory(one)).rejects.toThrow("in use by another process")
    await (await lockDirectory(two))()
    await unlock()
  })
})

describe("a damaged directory is refused and left as it is", () => {
  const damages: [string, (directory: string) => void, RegExp][] = [
    ["PG_VERSION is missing", (d) => rmSync(join(d, "PG_VERSION")), /PG_VERSION is missing/],
    [
      "PG_VERSION is empty",
      (d) => writeFileSync(join(d, "PG_VERSION"), ""),
      /PostgreSQL "", this version needs 18/,
    ],
    [
      "it is of another version",
      (d) => writeFileSync(join(d, "PG_VERSION"), "15\n"),
      /PostgreSQL "15", this version needs 18/,
    ],
    ["pg_control is missing", (d) => rmSync(join(d, "global/pg_control")), /global\/pg_control is missing/],
    ["pg_control is cut off", (d) => truncateSync(join(d, "global/pg_control"), 100), /damaged/],
    ["pg_control is overwritten", (d) => overwrite(join(d, "global/pg_control")), /damaged/],
    ["base is missing", (d) => rmSync(join(d, "base"), { recursive: true }), /base is missing/],
    ["the write-ahead log is overwritten", (d) => overwrite(...filesIn(join(d, "pg_wal"))), /damaged/],
    [
      "the write-ahead log is gone",
      (d) => rmSync(join(d, "pg_wal"), { recursive: true }),
      /pg_wal is missing/,
    ],
    ["the catalogue is overwritten", (d) => overwrite(...filesIn(join(d, "base/5"))), /damaged/],
    [
      "it holds other files",
      (d) => {
        rmSync(d, { recursive: true })
        mkdirSync(d)
        writeFileSync(join(d, "letter.txt"), "dear")
      },
      /neither empty nor/,
    ],
  ]
  test.each(damages)("%s", async (_what, damage, message) => {
    const directory = await copy()
    damage(directory)
    const before = data(directory)
    const error = await openDatabase({ directory }).then(
      async (database) => {
        await database.close()
        return null
      },
      (reason: Error) => reason,
    )
    expect(error?.message).toMatch(message)
    expect(error?.message).toContain(directory)
    expect(data(directory)).toEqual(before)
    expect(existsSync(lockPath(directory))).toBe(false)
  })

  test("a file in the place of the directory is refused", async () => {
    const file = join(place, "a-file")
    writeFileSync(file, "kept")
    await expect(openDatabase({ directory: file })).rejects.toThrow("it is not a directory")
    expect(readFileSync(file, "utf8")).toBe("kept")
  })
})

describe("a first start", () => {
  test("makes the directory and those above it; a second finds what was stored", async () => {
    const directory = join(place, "new/below/db")
    const first = await openDatabase({ directory })
    await sql`create table public.kept as select 7 as n`.execute(first.db)
    await first.close()
    const second = await openDatabase({ directory })
    expect((await sql`select n from public.kept`.execute(second.db)).rows).toEqual([{ n: 7 }])
    await second.close()
  })

  test("that was cut off is begun again, as nothing can have been stored", async () => {
    const directory = join(place, "cut-off")
    mkdirSync(join(directory, "global"), { recursive: true })
    writeFileSync(join(directory, "PG_VERSION"), "18\n")
    await expect(openDatabase({ directory })).rejects.toThrow("pg_control is missing")
    writeFileSync(`${directory}.beginning`, "") // what a first start leaves until it is done
    const database = await openDatabase({ directory })
    await database.close()
    expect(existsSync(`${directory}.beginning`)).toBe(false)
  })
})

describe("upkeep", () => {
  let lite: PGlite
  beforeAll(async () => {
    lite = await PGlite.create({ dataDir: await copy() })
  })
  afterAll(() => lite.close())

  test("checkpoints once enough has been written since the last, and not before", async () => {
    await lite.exec(
      "create table public.filling as select repeat('x', 1000) as text from generate_series(1, 20000)",
    )
    expect(await checkpointIfDue(lite, 64 * 1024 * 1024)).toBe(false)
    expect(await checkpointIfDue(lite, 1024 * 1024)).toBe(true)
    expect(await checkpointIfDue(lite, 1024 * 1024)).toBe(false)
  })

  test("vacuums once a night", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] })
    let now = new Date("2026-11-22T23:00:00Z")
    const vacuums = vi.spyOn(lite, "exec")
    const stop = startUpkeep(lite, () => now)
    for (const time of [
      "2026-11-23T01:59:00Z",
      "2026-11-23T02:00:00Z",
      "2026-11-23T02:01:00Z",
      "2026-11-23T23:59:00Z",
    ]) {
      now = new Date(time)
      vi.advanceTimersByTime(60_000)
      await settled(lite)
    }
    await stop()
    vi.useRealTimers()
    expect(vacuums.mock.calls.filter(([text]) => text === "vacuum (analyze)")).toHaveLength(1)
  })
})

/** Queries are answered in turn, so what was asked before this has been answered after it. */
async function settled(lite: PGlite): Promise<void> {
  for (let i = 0; i < 3; i++) await lite.query("select 1")
}

/** What is stored, without what PostgreSQL keeps beside it and may write while it tries to start. */
function data(directory: string): Record<string, string> {
  const all: Record<string, string> = {}
  const kept = filesIn(directory).filter((file) => !/global|pg_\w+\/|pg_internal|postmaster/.test(file))
  for (const file of kept) all[file] = createHash("sha256").update(readFileSync(file)).digest("base64")
  return all
}

function filesIn(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

function overwrite(...files: string[]): void {
  for (const file of files) writeFileSync(file, Buffer.alloc(statSync(file).size, 0xa5))
}
