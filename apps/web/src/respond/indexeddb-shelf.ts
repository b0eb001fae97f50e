import type { Kept, Shelf } from "./shelf.ts"

const STORE = "draft"

/** Undefined where the browser keeps nothing for this site (private windows of some browsers, storage switched off). */
export async function indexedDbShelf(name = "throughline"): Promise<Shelf | undefined> {
  const db = await open(name).catch(() => undefined)
  if (!db) return undefined
  return {
    lasting: true,
    read: (id) => settled<Kept | undefined>(db.transaction(STORE).objectStore(STORE).get(id)),
    all: () => settled<Kept[]>(db.transaction(STORE).objectStore(STORE).getAll()),
    change: (id, next) => change(db, id, next),
  }
}

async function open(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1)
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "id" })
  return settled(request)
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

/** One read-write transaction: IndexedDB lets no other tab's transaction on the store in between. */
function change(
  db: IDBDatabase,
  id: string,
  next: (kept: Kept | undefined) => Kept | undefined,
): Promise<Kept | undefined> {
  return new Promise((resolve, reject) => {
    const transaction = db.transaction(STORE, "readwrite", { durability: "strict" })
    const store = transaction.objectStore(STORE)
    const found: IDBRequest<Kept | undefined> = store.get(id)
    let kept: Kept | undefined
    found.onsuccess = () => {
      kept = next(found.result)
      if (kept) store.put(kept)
      else store.delete(id)
    }
    transaction.oncomplete = () => resolve(kept)
    transaction.onerror = () => reject(transaction.error)
    transaction.onabort = () => reject(transaction.error)
  })
}
