import { spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtempSync, rmSync } from "node:fs"
import { type AddressInfo, createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { text } from "node:stream/consumers"
import { migrate, openDatabase } from "@throughline/db"
import { afterAll, expect, test } from "vitest"
import { createAuth } from "./auth/auth.ts"
import { createAdmin } from "./auth/create-admin.ts"
import { readConfig } from "./config.ts"
import { demoAccounts } from "./demo/accounts.ts"
import { freePort } from "./testing-port.ts"

const directory = mkdtempSync(join(tmpdir(), "throughline-start-"))
afterAll(() => rmSync(directory, { recursive: true, force: true }))

const settings = (database: string) => ({
  DATA_DIRECTORY: join(directory, database),
  KEY_DIRECTORY: join(directory, "keys"),
  KEY_SECRET: "start-test-key-0123456789-abcdefghijk",
  AUTH_SECRET: "start-test-0123456789-abcdefghijklmno",
  SMTP_URL: "smtp://127.0.0.1:9",
  MAIL_FROM: "survey@example.com",
})

/** Starts the server as an operator would, and waits for its end. */
async function start(env: Record<string, string>) {
  const child = spawn(process.execPath, [join(import.meta.dirname, "server.ts")], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ["ignore", "ignore", "pipe"],
  })
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, "close")])
  return { code, said }
}

test("a port that is taken ends the start with one sentence, and the database is closed", async () => {
  const other = createServer()
  other.listen(0)
  await once(other, "listening")
  const { port } = other.address() as AddressInfo
  const env = settings("taken")
  expect(await start({ ...env, PORT: String(port) })).toEqual({
    code: 2,
    said: `Port ${port} is taken by another program: choose another PORT.\n`,
  })
  other.close()
  await (await openDatabase({ directory: env.DATA_DIRECTORY })).close()
}, 60_000)

test("without DEMO the start is refused on the database of a demo", async () => {
  const env = settings("demo")
  const result = readConfig(env)
  if ("faults" in result) throw new Error(result.faults.join(" "))
  const database = await openDatabase({ directory: env.DATA_DIRECTORY })
  await migrate(database.db)
  const auth = createAuth(database.db, result.config, database.embedded)
  const [{ email, name, password }] = demoAccounts
  await createAdmin({ db: database.db, auth }, { organization: "Demo", email, name, password })
  await database.close()
  const { code, said } = await start({ ...env, PORT: String(await freePort()) })
  expect([code, said]).toEqual([2, expect.stringMatching(/^This database holds the demo[^\n]+\n$/)])
}, 60_000)
