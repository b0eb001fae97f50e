import { createHash } from "node:crypto"
import { closeSync, openSync, realpathSync, rmSync, statSync } from "node:fs"
import { connect, createServer, type Server } from "node:net"
import { tmpdir } from "node:os"
import { basename, dirname, join, resolve } from "node:path"
import { setTimeout as wait } from "node:timers/promises"

/** sun_path is 108 bytes on Linux and 104 on macOS. */
const longestSocketPath = 100

/**
 * Makes this process the only one on the directory until it calls what is returned, or dies. The lock is a
 * socket that listens beside the directory: the system closes it with its process, while a number in a pid file
 * may come back as somebody else's, in a container nearly always.
 *
 * @throws when a living process holds it
 */
export async function lockDirectory(directory: string): Promise<() => Promise<void>> {
  const path = lockPath(directory)
  const release = await takeTurn(`${path}.taking`)
  try {
    const holder = await ask(path)
    if (holder !== null)
      throw new Error(`${directory} is in use by another process${holder && ` (${holder})`}`)
    rmSync(path, { force: true })
    const server = createServer((socket) => {
      socket.on("error", () => {})
      socket.end(`process ${process.pid}`)
    })
    await new Promise<void>((done, failed) => server.once("error", failed).listen(path, done))
    server.unref()
    return () => stop(server)
  } finally {
    release()
  }
}

/** Beside the directory; in the temporary directory when that is too long for a socket. */
export function lockPath(directory: string): string {
  const parent = realpathSync(dirname(resolve(directory)))
  const beside = join(parent, `${basename(resolve(directory))}.lock`)
  if (Buffer.byteLength(beside) <= longestSocketPath) return beside
  return join(tmpdir(), `throughline-${createHash("sha256").update(beside).digest("hex").slice(0, 24)}.lock`)
}

/** What the holder says about itself; null when nobody listens. */
function ask(path: string): Promise<string | null> {
  return new Promise((answer) => {
    let heard = ""
    const socket = connect(path)
    socket.setTimeout(2_000, () => {
      socket.destroy()
      answer(heard) // it accepted, so it lives, though it is too busy to talk
    })
    socket.on("data", (chunk) => {
      heard += chunk
    })
    socket.on("end", () => answer(heard))
    socket.on("error", (error: NodeJS.ErrnoException) =>
      answer(error.code === "ENOENT" || error.code === "ECONNREFUSED" ? null : ""),
    )
  })
}

/** Between asking and listening only one process may be at work; else two take over from the same dead one. */
async function takeTurn(path: string): Promise<() => void> {
  for (;;) {
    try {
      closeSync(openSync(path, "wx"))
      return () => rmSync(path, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error
      const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
      if (age > 10_000) rmSync(path, { force: true }) // left by a process that was killed in here
      await wait(50)
    }
  }
}

/** Closing a listening socket also removes its file. */
const stop = (server: Server): Promise<void> => new Promise((done) => server.close(() => done()))
