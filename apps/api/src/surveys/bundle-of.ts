import { type Bundle, type CohortLeaf, type Manifest, proofOf } from "@throughline/ballot"
import type { Group } from "@throughline/org"
import type { BoxBallot } from "../ballots/only-valid.ts"
import type { Results } from "./count-ballots.ts"
import { publishedCut } from "./published-cut.ts"

interface Counted {
  manifest: Manifest
  words: string[]
  leaves: CohortLeaf[]
  cohorts: Group[]
  signed: ReadonlyMap<number, number>
  ballots: BoxBallot[]
}

/** What anybody can check a closed survey with, without trusting the server that closed it. */
export async function bundleOf(
  { manifest, words, leaves, cohorts, signed, ballots }: Counted,
  { release, receipts, withdrawn }: Results,
): Promise<Bundle> {
  // Which cohorts were joined nobody needs for checking; each ballot stands there with its cohort.
  const { cut: _cut, ...published } = release
  const { organization, survey } = manifest
  const proofs = await Promise.all(ballots.map((ballot) => proofOf({ organization, survey, ...ballot })))
  return {
    version: 1,
    manifest,
    words,
    leaves,
    cut: publishedCut(cohorts),
    ballots: proofs
      .flatMap((proof) => {
        if (proof === undefined) return []
        const { organization: _, survey: __, ...ballot } = proof
        return [ballot]
      })
      .sort((a, b) => (a.ballotKey < b.ballotKey ? -1 : 1)),
    signed: [...signed.values()].reduce((sum, count) => sum + count, 0),
    receipts,
    withdrawn,
    uncounted: release.uncounted,
    releases: [published],
  }
}
