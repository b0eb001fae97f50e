import type { Release } from "@throughline/analysis"

/** A release with what the close adds to it. */
export interface StoredRelease extends Release {
  /** Ballots in the box that could not be counted: not openable, or not answers to this questionnaire. */
  uncounted: number
}
