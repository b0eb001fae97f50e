import type { BallotKey } from "@throughline/ballot"

/** The right to cast, on its way and when it is there. Binary values are base64url. */
export interface Pass {
  /** What the server is asked to sign. It must be the same each time, or it signs no more; null as `inverse` is. */
  blinded: string | null
  /** Takes the blinding away; thrown away as soon as the signature is there. */
  inverse: string | null
  /** The signature under the blind one; null until it has come and was found valid. */
  credential: string | null
}

/** Of the newest cast, shortened: what its owner may look at afterwards. It holds nothing of the answers. */
export interface SentBallot {
  cohort: number
  sequence: number
  ballotKey: string
  credential: string
  /** Beginning of the sealed answers, and how many bytes they are. */
  sealed: string
  sealedBytes: number
  signature: string
}

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
  /** Made together with the ballot key, for which it stands. */
  pass: Pass | null
  /**
   * 16 random bytes, base64url, made with them and sealed with every cast: finds the own ballot among the published
   * receipts, whichever tab has cast it.
   */
  receipt: string | null
  /** What the newest cast that was begun says: answers, or that none of this person count. */
  says: "answers" | "nothing"
  sent: SentBallot | null
  /** Whose promise it is and its fingerprint: another one for the same survey is refused. */
  survey: string
  promise: string
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
