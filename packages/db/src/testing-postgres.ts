import { execFile, execFileSync, type SpawnOptions, spawn } from "node:child_process"
import {
  appendFileSync,
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { delimiter, join } from "node:path"
import { setTimeout as wait } from "node:timers/promises"
import { promisify } from "node:util"

/** A private PostgreSQL server for tests. */
export interface TestPostgres {
  port: number
  directory: string
  /** where a login without superuser rights, which owns every database made here, connects */
  url: (database: string) => string
  /** where the superuser connects */
  adminUrl: (database: string) => string
  /** Runs SQL as the superuser through psql. */
  psql: (database: string, text: string) => Promise<string>
  /** Ends the server and every process of it with kill -9, as a power cut would. */
  kill: () => void
  /** Starts it again after kill; resolves when it answers. */
  start: () => Promise<void>
  stop: () => void
}

/** Where initdb, postgres and psql are; null when PostgreSQL is not installed. */
export function findPostgres(): string | null {
  const debian = "/usr/lib/postgresql"
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const places = [
    ...versions.map((version) => join(debian, version, "bin")),
    ...(process.env.PATH ?? "").split(delimiter),
  ]
  return (
    places.find((place) => ["initdb", "postgres", "pg_ctl"].every((tool) => existsSync(join(place, tool)))) ??
    null
  )
}

/**
 * Makes and starts a server of its own on a free port of the loopback address, as user `postgres` when this
 * process is root (PostgreSQL refuses to run as root). It ends with `stop`, and at the latest when the process
 * `owner` is gone, however that ended.
 *
 * @param options.durable false: fsync off; fast, and not for tests about loss
 * @param options.settings lines of postgresql.conf
 * @param options.directory a new one in the temporary directory when left out
 */
export async function startPostgres(
  options: { durable?: boolean; directory?: string; owner?: number; settings?: readonly string[] } = {},
): Promise<TestPostgres> {
  const found = findPostgres()
  if (!found) throw new Error("PostgreSQL is not installed")
  const tool = (name: string) => join(found, name)
  const directory = options.directory ?? mkdtempSync(join(tmpdir(), "throughline-postgres-"))
  mkdirSync(directory, { recursive: true })
  chmodSync(directory, 0o755)
  const data = join(directory, "data")
  const port = await freePort()
  const user = otherUser()
  if (user) chownSync(directory, user.uid, user.gid)
  const run = promisify(execFile)
  const asUser = { ...user, cwd: directory }

  const password = "loopback-only"
  const passwordFile = join(directory, "password")
  writeFileSync(passwordFile, password)
  if (user) chownSync(passwordFile, user.uid, user.gid)
  await run(
    tool("initdb"),
    [
      "-D",
      data,
      "-U",
      "postgres",
      "-A",
      "scram-sha-256",
      "--pwfile",
      passwordFile,
      "-E",
      "UTF8",
      "--locale=C",
      "--no-sync",
    ],
    asUser,
  )
  const fast =
    options.durable === false ? ["fsync = off", "full_page_writes = off", "synchronous_commit = off"] : []
  appendFileSync(
    join(data, "postgresql.conf"),
    [
      "",
      `port = ${port}`,
      "listen_addresses = '127.0.0.1'",
      "unix_socket_directories = ''",
      "shared_buffers = 32MB",
      "max_connections = 60",
      ...fast,
      ...(options.settings ?? []),
      "",
    ].join("\n"),
  )

  const address = (login: string) => (database: string) =>
    `postgres://${login}:${password}@127.0.0.1:${port}/${database}`
  const adminUrl = address("postgres")
  const start = async () => {
    const log = join(directory, "log")
    await detached(tool("pg_ctl"), ["-D", data, "-l", log, "-w", "-t", "60", "start"], asUser).catch(
      (error: Error) => {
        throw new Error(`${error.message}\n${existsSync(log) ? readFileSync(log, "utf8").slice(-2000) : ""}`)
      },
    )
  }
  const psql = async (database: string, text: string) => {
    const args = ["-X", "-q", "-At", "-v", "ON_ERROR_STOP=1", "-d", adminUrl(database), "-c", text]
    const { stdout } = await run(tool("psql"), args, { maxBuffer: 2 ** 28 })
    return stdout
  }

  await start()
  watch(options.owner ?? process.pid, directory)
  await psql("postgres", `create role throughline_owner login createrole createdb password '${password}'`)
  return {
    port,
    directory,
    url: address("throughline_owner"),
    adminUrl,
    psql,
    kill: () => {
      killAll(postmaster(data))
      // Killed all of it, so nobody can be at work there, though an unreaped process may still be listed.
      rmSync(join(data, "postmaster.pid"), { force: true })
    },
    start,
    stop: () => stopPostgres(directory),
  }
}

/** Stops the server in the directory, if it runs, and removes the directory. Synchronous: it also runs at exit. */
export function stopPostgres(directory: string): void {
  killAll(postmaster(join(directory, "data")))
  rmSync(directory, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
}

function postmaster(data: string): number | null {
  const file = join(data, "postmaster.pid")
  return existsSync(file) ? Number(readFileSync(file, "utf8").split("\n")[0]) : null
}

function killAll(pid: number | null): void {
  if (!pid) return
  const processes = execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" })
  const children = processes
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter(([, parent]) => parent === pid)
    .map(([child]) => child)
  const all = [pid, ...children].filter((each) => each !== undefined)
  for (const each of all) signal(each, "SIGKILL")
  for (let waited = 0; waited < 5_000 && all.some((each) => signal(each, 0)); waited += 10) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10) // it takes a moment until they are gone
  }
}

/** @returns whether the process was there */
function signal(pid: number, what: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, what)
  } catch {
    return false
  }
}

/** A shell that outlives us when we are killed ourselves, and ends the server then. */
function watch(owner: number, directory: string): void {
  const script = `while [ -d "$2" ] && kill -0 "$1" 2>/dev/null; do sleep 1; done
    [ -d "$2" ] && kill -QUIT "$(head -n 1 "$2/data/postmaster.pid")" && sleep 2; rm -rf "$2"`
  spawn("sh", ["-c", script, "watch", String(owner), directory], { detached: true, stdio: "ignore" }).unref()
}

/** PostgreSQL does not run as root; its package brings the user `postgres`. */
function otherUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const id = (flag: string) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }))
  return { uid: id("-u"), gid: id("-g") }
}

/** Runs without our pipes, which the server would inherit and hold open. */
function detached(command: string, values: string[], options: SpawnOptions): Promise<void> {
  return new Promise((done, failed) => {
    const child = spawn(command, values, { ...options, stdio: "ignore" })
    child.once("error", failed)
    child.once("exit", (code) => (code === 0 ? done() : failed(new Error(`${command} ended with ${code}`))))
  })
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
  const address = server.address()
  await new Promise((done) => server.close(done))
  await wait(0)
  if (typeof address !== "object" || !address) throw new Error("no free port")
  return address.port
}
