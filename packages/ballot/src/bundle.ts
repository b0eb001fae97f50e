import type { CastProof } from "./cast.ts"
import type { CohortLeaf } from "./leaf.ts"
import type { CutCohort, Manifest } from "./manifest.ts"

/** A ballot as far as it is public: who it is from and what it says cannot be told from it. */
export type BundleBallot = Omit<CastProof, "organization" | "survey">

/** Everything that somebody who does not trust the server needs to check a closed survey. Made once, at the close. */
export interface Bundle {
  version: 1
  manifest: Manifest
  /** The six words as mails and pages showed them. */
  words: string[]
  /** In the order of id. */
  leaves: CohortLeaf[]
  /** In the order of id. */
  cut: CutCohort[]
  /** All that were in the box at the close, sorted by ballot key. */
  ballots: BundleBallot[]
  /** How many invitations got a signature. */
  signed: number
  /** One for each answer that was counted, sorted. */
  receipts: string[]
  /** Ballots whose sender took the answers back. */
  withdrawn: number
  /** Ballots that could not be opened, or were no answers to this questionnaire. */
  uncounted: number
  /** As published; none when too few had answered. */
  releases: unknown[]
}
