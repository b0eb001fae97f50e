import { createPrivateKey, type KeyObject } from "node:crypto"
import { parentPort } from "node:worker_threads"
import { signRaw } from "./raw-rsa.ts"

/** What a signing thread is told: to sign, with the key itself when the thread has not seen it; or to forget keys. */
export type ToWorker =
  | { id: number; name: string; key: Uint8Array | undefined; message: Uint8Array }
  | { forget: string }
export interface FromWorker {
  id: number
  /** undefined: it failed. */
  signature: Uint8Array | undefined
}

/** By survey and number. */
const keys = new Map<string, KeyObject>()

parentPort?.on("message", (told: ToWorker) => {
  if ("forget" in told) {
    for (const name of keys.keys()) if (name.startsWith(told.forget)) keys.delete(name)
    return
  }
  const { id, name, key, message } = told
  let signature: Uint8Array | undefined
  try {
    if (key !== undefined) {
      keys.set(name, createPrivateKey({ key: Buffer.from(key), format: "der", type: "pkcs8" }))
    }
    const known = keys.get(name)
    signature = known === undefined ? undefined : signRaw(known, message)
  } catch {
    // What went wrong with a key is nobody's business; whoever asked is told that it failed and asks again.
    signature = undefined
  }
  parentPort?.postMessage({ id, signature } satisfies FromWorker)
})
