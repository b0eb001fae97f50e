import { randomBytes } from "node:crypto"
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs"
import { availableParallelism } from "node:os"
import { join } from "node:path"
import { setTimeout as wait } from "node:timers/promises"
import { closeToOthers } from "./close-to-others.ts"
import { embeddedTemplate } from "./embedded-template.ts"
import { makeLogins } from "./make-logins.ts"
import { migrate } from "./migrate.ts"
import { type Database, openDatabase } from "./open.ts"
import { openLogins } from "./open-logins.ts"
import { startPostgres } from "./testing-postgres.ts"

/** A copy of the template at the path, opened. Not durable: for tests that are not about loss. */
export async function copyEmbedded(path: string) {
  cpSync(await embeddedTemplate(), path, { recursive: true })
  return await openDatabase({ directory: path, durable: false })
}

interface SharedPostgres {
  url: string
  adminUrl: string
}

const templateName = "throughline_template"

/** A test's database takes 26 at most (the owner 10, the three logins 15, who makes and drops it 1), each core runs a file. */
const connections = 30 * (availableParallelism() + 1)

/** The run's one server with its migrated template, started by whoever asks first; the others wait. */
export async function sharedPostgres(run: string): Promise<SharedPostgres> {
  const answer = join(run, "postgres.json")
  try {
    mkdirSync(join(run, "postgres"))
  } catch {
    for (let tries = 0; !existsSync(answer); tries++) {
      if (tries > 1200) throw new Error("PostgreSQL for the tests did not start within a minute")
      await wait(50)
    }
    const shared: SharedPostgres & { error?: string } = JSON.parse(readFileSync(answer, "utf8"))
    if (shared.error) throw new Error(shared.error)
    return shared
  }
  const tell = (what: SharedPostgres | { error: string }) => {
    writeFileSync(`${answer}.draft`, JSON.stringify(what))
    renameSync(`${answer}.draft`, answer)
  }
  try {
    const owner = Number(readFileSync(join(run, "owner"), "utf8"))
    const server = await startPostgres({
      durable: false,
      directory: join(run, "postgres"),
      owner,
      settings: [`max_connections = ${connections}`],
    })
    await server.psql("postgres", `create database ${templateName} owner throughline_owner`)
    const database = await openDatabase({ url: server.url(templateName) })
    await migrate(database.db)
    await database.close()
    const shared = { url: server.url(""), adminUrl: server.adminUrl("") }
    tell(shared)
    return shared
  } catch (error) {
    tell({ error: String(error) })
    throw error
  }
}

/** A new database on the run's server, a copy of the template. */
export async function copyPostgres(run: string) {
  const shared = await sharedPostgres(run)
  const name = `test_${randomBytes(6).toString("hex")}`
  const admin = await openDatabase({ url: `${shared.adminUrl}postgres?max=1` })
  await admin.executeSql(`create database ${name} template ${templateName} owner throughline_owner`)
  const url = `${shared.url}${name}`
  const database = await openDatabase({ url })
  let served: Promise<Database> | undefined
  const close = async () => {
    await (await served)?.close()
    await database.close()
    await admin.executeSql(`drop database if exists ${name} with (force)`)
    await admin.close()
  }
  return { ...database, url, close, served: () => (served ??= openWithLogins(database, url)) }
}

/** A migrated database once more, as a server opens it: with a login a role. */
export async function openWithLogins(owner: Database, url: string): Promise<Database> {
  await closeToOthers(owner.db)
  return openLogins(await makeLogins(owner, url, "secret of a test"))
}
