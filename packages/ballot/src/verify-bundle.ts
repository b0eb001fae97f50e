import type { Bundle } from "./bundle.ts"
import type { Check } from "./check.ts"
import { checkBallots } from "./check-ballots.ts"
import { checkCount, checkReceipt } from "./check-count.ts"
import { checkPromise } from "./check-promise.ts"
import { sixWords } from "./six-words.ts"

/** What whoever checks knows from elsewhere: from a mail, or from the page after answering. */
export interface Known {
  words?: readonly string[]
  receipt?: string
}

/**
 * Checks a bundle without trusting whoever made it, and with nothing else than the bundle. It shows that the count fits
 * the ballots and the ballots the promise. It does not show what was in a ballot, nor, without the receipts of those who
 * answered, that none is missing; and whoever held the signing keys could have answered for people who did not.
 *
 * @param bundle of the right shape; what it says may be anything
 * @param wordsOf an argument because stretching takes long, and tests ask for the same words often
 */
export async function verifyBundle(bundle: Bundle, known: Known = {}, wordsOf = sixWords): Promise<Check[]> {
  return [
    ...(await checkPromise(bundle, await wordsOf(bundle.manifest), known.words)),
    ...(await checkBallots(bundle)),
    ...checkCount(bundle),
    ...(known.receipt === undefined ? [] : [checkReceipt(bundle, known.receipt)]),
  ]
}
