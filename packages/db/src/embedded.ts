import {
  existsSync,
  fdatasyncSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs"
import { dirname, join, resolve } from "node:path"
import { setFlagsFromString } from "node:v8"
import { PGlite } from "@electric-sql/pglite"
import { NodeFS } from "@electric-sql/pglite/nodefs"
import { Kysely, PGliteDialect } from "kysely"
import { outsideOnly, refuseInside } from "./inside.ts"
import { lockDirectory } from "./lock-directory.ts"
import type { Database } from "./open.ts"
import type { Schema } from "./schema.ts"
import { startUpkeep } from "./upkeep.ts"
import { arrayLiteral, parseArray, valueTypes } from "./values.ts"

// V8 keeps one registry of WebAssembly code for all threads of a process and now and then frees an entry twice, which ends
// the process (nodejs/node#64500): PGlite is WebAssembly, and so is what strips the types of every worker thread here.
// Without collecting code that was replaced by a faster version, nothing is freed; it is a few megabytes.
setFlagsFromString("--no-wasm-code-gc")

/** PGlite's PostgreSQL, as PG_VERSION in the data directory says it. */
const version = "18"

/**
 * Opens PGlite on a directory with what it lacks by itself: it never calls fsync, takes no lock, never
 * checkpoints or vacuums, and makes a new database over whatever it does not recognise.
 */
export async function openEmbedded(directory: string, durable: boolean): Promise<Database> {
  const path = resolve(directory)
  mkdirSync(dirname(path), { recursive: true })
  const unlock = await lockDirectory(path)
  try {
    const beginning = `${path}.beginning`
    // A first start that was cut off: nothing has been stored there yet, it never came to be opened.
    if (existsSync(beginning)) rmSync(path, { recursive: true, force: true })
    const isNew = !existsSync(path) || (statSync(path).isDirectory() && readdirSync(path).length === 0)
    if (isNew) writeFileSync(beginning, "")
    else refuseUnlessDatabase(path)

    const lite = await start(path, durable)
    rmSync(beginning, { force: true })
    const stopUpkeep = startUpkeep(lite)
    return {
      db: new Kysely<Schema>({ dialect: new PGliteDialect({ pglite: lite }), plugins: [outsideOnly] }),
      embedded: true,
      logins: false,
      executeSql: async (text, values = []) => {
        refuseInside()
        if (values.length > 0) return { rows: (await lite.query(text, values)).rows }
        try {
          return { rows: (await lite.exec(text)).flatMap((result) => result.rows) }
        } catch (error) {
          // Several statements may have begun a transaction, and there is no other connection to go on with.
          await lite.exec("rollback").catch(() => {})
          throw error
        }
      },
      close: async () => {
        await stopUpkeep()
        if (!lite.closed) await lite.close()
        await unlock()
      },
    }
  } catch (error) {
    await unlock()
    throw error
  }
}

/**
 * PGlite begins as a superuser, whom no row-level security binds. The product owns its tables as an ordinary
 * role instead, as it should on a server: what forgets withOrganization then finds nothing, here as there.
 */
const beOwner = `
  do $$ begin
    if not exists (select from pg_roles where rolname = 'throughline_owner') then
      create role throughline_owner createrole;
      grant pg_checkpoint, pg_maintain to throughline_owner;
      alter database postgres owner to throughline_owner;
    end if;
  end $$;
  set session authorization throughline_owner`

/** What is certain to be no whole database is named before PostgreSQL sees it; the rest is for its own checks. */
function refuseUnlessDatabase(path: string): void {
  const refuse = (why: string): never => {
    throw new Error(
      `${path} is not opened, and nothing in it was touched: ${why}. Restore it from a backup, or use another directory.`,
    )
  }
  if (!statSync(path).isDirectory()) refuse("it is not a directory")
  if (!existsSync(join(path, "PG_VERSION")))
    refuse("it is neither empty nor a whole database (PG_VERSION is missing)")
  const found = readFileSync(join(path, "PG_VERSION"), "utf8").trim()
  if (found !== version)
    refuse(`it says it is of PostgreSQL "${found.slice(0, 20)}", this version needs ${version}`)
  for (const part of ["global/pg_control", "base", "pg_wal"]) {
    if (!existsSync(join(path, part))) refuse(`it is damaged (${part} is missing)`)
  }
}

async function start(path: string, durable: boolean): Promise<PGlite> {
  const said: string[] = []
  let synced = 0
  const files = new NodeFS(path)
  const init = files.init.bind(files)
  files.init = async (pglite, options) => {
    const prepared = await init(pglite, options)
    prepared.emscriptenOpts.preRun?.push((module) => {
      const { stream_ops } = module.NODEFS as unknown as {
        stream_ops: { fsync?: (stream: { nfd?: number }) => number }
      }
      stream_ops.fsync = ({ nfd }) => {
        if (nfd !== undefined) {
          synced++
          fdatasyncSync(nfd)
        }
        return 0
      }
    })
    return prepared
  }

  const lite = await PGlite.create({
    ...(durable ? { fs: files } : { dataDir: path }),
    // -F is fsync off; of the ways to sync, only fsync itself reaches the hook above.
    startParams: durable
      ? [
          ...PGlite.defaultStartParams.filter((parameter) => parameter !== "-F"),
          "-c",
          "wal_sync_method=fsync",
        ]
      : PGlite.defaultStartParams,
    onStderr: (line: string) => {
      said.push(line)
      if (said.length > 20) said.shift()
      return false
    },
  }).catch((error: unknown) => {
    const cause = said.filter((line) => /FATAL|PANIC|ERROR/.test(line)).at(-1) ?? String(error)
    throw new Error(`${path} is damaged or cannot be read, and was not made anew: ${cause}`, { cause: error })
  })

  for (const { oid, arrayOid, parse, serialize } of valueTypes) {
    lite.parsers[oid] = parse
    lite.serializers[oid] = serialize
    lite.parsers[arrayOid] = (literal) => parseArray(literal, parse)
    lite.serializers[arrayOid] = (value) => arrayLiteral(value, serialize)
  }
  await lite.exec(beOwner)
  if (durable) {
    const before = synced
    await lite.query("select pg_logical_emit_message(true, 'throughline', 'start')")
    if (synced === before) {
      await lite.close()
      throw new Error("the embedded database does not reach the disk: a commit was not followed by fsync")
    }
  }
  return lite
}
