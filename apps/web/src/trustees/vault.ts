import { fromBase64url, type SealingKey, toBase64url } from "@throughline/ballot"

const KEYS = "key"
const OPENED = "opened"
const AES = "AES-GCM"

/** A trustee's key as this browser keeps it: under a key that can be used here and not be handed out. */
interface KeptKey {
  publicKey: string
  wrapping: CryptoKey
  iv: Uint8Array<ArrayBuffer>
  sealed: ArrayBuffer
}

/** Which ballots of a survey this browser has opened, whether or not a trustee's key is kept here. */
interface Opened {
  sealingKey: string
  fingerprint: string
}

export interface Vault {
  keep(key: SealingKey): Promise<void>
  read(publicKey: string): Promise<SealingKey | undefined>
  /** Fingerprint of the ballots of a survey that were opened here; null: none. */
  openedBallots(sealingKey: string): Promise<string | null>
  noteOpened(sealingKey: string, fingerprint: string): Promise<void>
  /** Takes the key away; what was opened stays noted. */
  remove(publicKey: string): Promise<void>
}

/** undefined where the browser keeps nothing for this site; then the file alone holds the key. */
export async function openVault(name = "throughline-trustee"): Promise<Vault | undefined> {
  const db = await open(name).catch(() => undefined)
  if (db === undefined) return undefined
  const store = (name: string, mode: IDBTransactionMode) => db.transaction(name, mode).objectStore(name)
  return {
    async keep(key) {
      const wrapping = await crypto.subtle.generateKey({ name: AES, length: 256 }, false, [
        "encrypt",
        "decrypt",
      ])
      const iv = crypto.getRandomValues(new Uint8Array(12))
      const secret = fromBase64url(key.privateKey) ?? new Uint8Array()
      const sealed = await crypto.subtle.encrypt({ name: AES, iv }, wrapping, secret)
      const kept: KeptKey = { publicKey: key.publicKey, wrapping, iv, sealed }
      await settled(store(KEYS, "readwrite").put(kept))
    },
    async read(publicKey) {
      const kept = await settled<KeptKey | undefined>(store(KEYS, "readonly").get(publicKey))
      if (kept === undefined) return undefined
      const { wrapping, iv, sealed } = kept
      const secret = await crypto.subtle.decrypt({ name: AES, iv }, wrapping, sealed)
      return { publicKey, privateKey: toBase64url(new Uint8Array(secret)) }
    },
    async openedBallots(sealingKey) {
      const known = await settled<Opened | undefined>(store(OPENED, "readonly").get(sealingKey))
      return known?.fingerprint ?? null
    },
    async noteOpened(sealingKey, fingerprint) {
      const opened: Opened = { sealingKey, fingerprint }
      await settled(store(OPENED, "readwrite").put(opened))
    },
    async remove(publicKey) {
      await settled(store(KEYS, "readwrite").delete(publicKey))
    },
  }
}

async function open(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1)
  request.onupgradeneeded = () => {
    request.result.createObjectStore(KEYS, { keyPath: "publicKey" })
    request.result.createObjectStore(OPENED, { keyPath: "sealingKey" })
  }
  return await settled(request)
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}
