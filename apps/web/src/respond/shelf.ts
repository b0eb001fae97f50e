import type { BallotKey } from "@throughline/ballot"

/**
 * What a browser keeps about one link: the draft sealed under a key that it can use but not hand out, and what a
 * ballot needs to be retried or corrected. Nothing in it names the person, and the link itself is not kept.
 */
export interface Kept {
  /** Fingerprint of the link's secret. */
  id: string
  /** AES-GCM, not extractable. */
  key: CryptoKey
  /** The draft under that key; null until first saved. */
  sealed: { iv: Uint8Array<ArrayBuffer>; bytes: ArrayBuffer } | null
  /** ECDSA P-256, private half not extractable; null until the first Send. */
  ballotKey: BallotKey | null
  /** When the survey is to close: the draft is of no use to anybody long after. */
  closesAt: string
  /** How many casts were begun. The box takes a cast only when its number is higher than the one it holds. */
  begun: number
  /** The highest cast that the server has confirmed; lower than `begun` when a reply was lost. */
  confirmed: number
}

/** A place for them: IndexedDB, or memory on a shared computer and in tests. */
export interface Shelf {
  /** Whether it outlives the page. */
  lasting: boolean
  read(id: string): Promise<Kept | undefined>
  all(): Promise<Kept[]>
  /** Reads and writes in one step that no other tab can come between; giving undefined removes it. */
  change(id: string, next: (kept: Kept | undefined) => Kept | undefined): Promise<Kept | undefined>
}

export function memoryShelf(): Shelf {
  const held = new Map<string, Kept>()
  return {
    lasting: false,
    read: async (id) => held.get(id),
    all: async () => [...held.values()],
    async change(id, next) {
      const kept = next(held.get(id))
      if (kept) held.set(id, kept)
      else held.delete(id)
      return kept
    },
  }
}
