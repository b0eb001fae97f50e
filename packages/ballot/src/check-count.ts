import { fromBase64url } from "./base64url.ts"
import type { Bundle } from "./bundle.ts"
import { RECEIPT_BYTES } from "./cast.ts"
import { type Check, check, many } from "./check.ts"
import { countUnordered } from "./check-ballots.ts"

/** Whether what was counted and published fits the ballots. */
export function checkCount(bundle: Bundle): Check[] {
  const { leaves, ballots, signed, receipts, withdrawn, uncounted, releases } = bundle
  const invited = leaves.reduce((sum, leaf) => sum + leaf.invited, 0)
  const parts = `${many(receipts.length, "counted answer", "counted answers")}, ${withdrawn} withdrawn and ${uncounted} that could not be counted`
  const proper = receipts.every((receipt) => fromBase64url(receipt)?.length === RECEIPT_BYTES)
  return [
    check(
      "signed",
      signed >= ballots.length && signed <= invited,
      `${signed} of ${invited} invited people asked for the right to answer, enough for ${many(ballots.length, "ballot", "ballots")}.`,
      signed >= ballots.length
        ? `${signed} people are said to have asked for the right to answer, but ${invited} were invited.`
        : `There are ${ballots.length} ballots, but ${signed} people asked for the right to answer.`,
    ),
    check(
      "count",
      withdrawn >= 0 && uncounted >= 0 && ballots.length === receipts.length + withdrawn + uncounted,
      `${many(ballots.length, "ballot is", "ballots are")} ${parts}.`,
      `${many(ballots.length, "ballot", "ballots")} cannot be ${parts}.`,
    ),
    check(
      "receipts",
      proper && countUnordered(receipts) === 0,
      "Every counted answer has a receipt of its own.",
      "The receipts are not those of different answers: one is there twice, not in order, or no receipt.",
    ),
    check(
      "release",
      releases.every((release) => fits(release, bundle)),
      releases.length === 0
        ? "No results were published."
        : `The published results are of this survey and of ${many(receipts.length, "answer", "answers")}, in groups of at least ${bundle.manifest.k}.`,
      `The published results are not of this survey, not of ${many(receipts.length, "answer", "answers")}, or of groups smaller than promised.`,
    ),
  ]
}

export function checkReceipt({ receipts }: Bundle, receipt: string): Check {
  return check(
    "receipt",
    receipts.includes(receipt),
    "Your answer was counted: your receipt is on the list.",
    "Your receipt is not on the list. If you withdrew your answer, that is as it should be; if not, it was not counted.",
  )
}

/** What a release of any version says of the survey as a whole and of the groups that answers are stored under. */
function fits(release: unknown, { manifest, receipts }: Bundle): boolean {
  const { survey, atoms } = (release ?? {}) as {
    survey?: { id?: unknown; k?: unknown; respondents?: unknown }
    atoms?: { respondents?: unknown }[]
  }
  if (survey?.id !== manifest.survey || survey.k !== manifest.k || !Array.isArray(atoms)) return false
  const sizes = atoms.map((atom) => atom?.respondents)
  const total = sizes.reduce<number>((sum, size) => sum + (typeof size === "number" ? size : Number.NaN), 0)
  return (
    survey.respondents === receipts.length &&
    total === receipts.length &&
    sizes.every((size) => Number(size) >= manifest.k)
  )
}
