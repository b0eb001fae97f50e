import { fromBase64url, type SealingKey, toBase64url } from "@throughline/ballot"

const STORE = "key"
const AES = "AES-GCM"

/** A trustee's key as this browser keeps it: under a key that can be used here and not be handed out. */
interface KeptKey {
  publicKey: string
  wrapping: CryptoKey
  iv: Uint8Array<ArrayBuffer>
  sealed: ArrayBuffer
  /** Fingerprint of the ballots that were opened with it; null: none. */
  openedBallots: string | null
}

export interface Vault {
  keep(key: SealingKey): Promise<void>
  read(publicKey: string): Promise<SealingKey | undefined>
  openedBallots(publicKey: string): Promise<string | null>
  noteOpened(publicKey: string, fingerprint: string): Promise<void>
  remove(publicKey: string): Promise<void>
}

/** undefined where the browser keeps nothing for this site; then the file alone holds the key. */
export async function openVault(name = "throughline-trustee"): Promise<Vault | undefined> {
  const db = await open(name).catch(() => undefined)
  if (db === undefined) return undefined
  const store = (mode: IDBTransactionMode) => db.transaction(STORE, mode).objectStore(STORE)
  const get = (publicKey: string) => settled<KeptKey | undefined>(store("readonly").get(publicKey))
  return {
    async keep(key) {
      const wrapping = await crypto.subtle.generateKey({ name: AES, length: 256 }, false, [
        "encrypt",
        "decrypt",
      ])
      const iv = crypto.getRandomValues(new Uint8Array(12))
      const secret = fromBase64url(key.privateKey) ?? new Uint8Array()
      const sealed = await crypto.subtle.encrypt({ name: AES, iv }, wrapping, secret)
      const kept: KeptKey = { publicKey: key.publicKey, wrapping, iv, sealed, openedBallots: null }
      await settled(store("readwrite").put(kept))
    },
    async read(publicKey) {
      const kept = await get(publicKey)
      if (kept === undefined) return undefined
      const { wrapping, iv, sealed } = kept
      const secret = await crypto.subtle.decrypt({ name: AES, iv }, wrapping, sealed)
      return { publicKey, privateKey: toBase64url(new Uint8Array(secret)) }
    },
    openedBallots: async (publicKey) => (await get(publicKey))?.openedBallots ?? null,
    async noteOpened(publicKey, fingerprint) {
      const kept = await get(publicKey)
      if (kept !== undefined) await settled(store("readwrite").put({ ...kept, openedBallots: fingerprint }))
    },
    async remove(publicKey) {
      await settled(store("readwrite").delete(publicKey))
    },
  }
}

async function open(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1)
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "publicKey" })
  return await settled(request)
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}
