import { promisify } from "node:util"
import { gzip } from "node:zlib"

const MB = 1_000_000
const minutes = 60_000
const inThread = promisify(gzip)

/** Answers as gzip bytes, by what they were made of. Who may have one is settled before anybody asks here. */
export interface Packs {
  /** The bytes kept under `key`, or those of what `make` gives; whoever asks meanwhile waits for the same. */
  get: (key: string, make: () => Promise<object>) => Promise<Uint8Array<ArrayBuffer>>
  /** Bytes held now. */
  held: () => number
}

/**
 * Keeps at most `limit` bytes, those last asked for, and none that nobody asked for in `idle` ms: what is deleted from
 * the database does not stay in memory. An answer that cannot be made leaves nothing behind.
 */
export function createPacks(limit = 32 * MB, idle = 30 * minutes): Packs {
  const packs = new Map<
    string,
    { bytes: Promise<Uint8Array<ArrayBuffer>>; size: number; timer: NodeJS.Timeout }
  >()
  let held = 0
  const drop = (key: string) => {
    const pack = packs.get(key)
    if (!pack) return
    clearTimeout(pack.timer)
    packs.delete(key)
    held -= pack.size
  }
  const get: Packs["get"] = async (key, make) => {
    const known = packs.get(key)
    if (known) {
      known.timer.refresh()
      packs.delete(key)
      packs.set(key, known)
      return await known.bytes
    }
    const bytes = make().then((body) => inThread(JSON.stringify(body)))
    const pack = { bytes, size: 0, timer: setTimeout(() => drop(key), idle).unref() }
    packs.set(key, pack)
    try {
      const { length } = await bytes
      if (packs.get(key) === pack) {
        pack.size = length
        held += length
      }
    } catch (error) {
      if (packs.get(key) === pack) drop(key)
      throw error
    }
    // The oldest first, and an answer larger than all of it not at all.
    for (const oldest of packs.keys()) {
      if (held <= limit) break
      drop(oldest)
    }
    return await bytes
  }
  return { get, held: () => held }
}
