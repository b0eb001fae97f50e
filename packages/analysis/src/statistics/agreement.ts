import { leastVariance } from "../least-spread.ts"
import { isUnion, type Partition, partition, partSizes } from "../partition.ts"
import type { AnalysisInput, Cell, Distribution } from "../release.ts"
import { toOneDecimal, toTwoDecimals } from "../round.ts"
import { rwg, slightSkewNull, uniformNull } from "../stats/rwg.ts"
import { type CompleteRows, spreadIn } from "./complete-rows.ts"
import type { Agreement } from "./types.ts"

/**
 * Agreement of the people of a group who answered every item: r_wg(J) from the mean variance of the items, and the mean
 * over items of the average deviation from the item's mean.
 *
 * Never more agreement than leaves any k - 1 of the n people free to lie anywhere within a point of the scale: the variance
 * is at least that of least-spread.ts, and as the deviations of any j = k - 1 people from the mean add up to at most half of
 * all, n AD / 2, the average deviation is told as at least j/n. What lies beyond is told as that.
 */
export function agreementIn(rows: CompleteRows, atoms: readonly number[], k: number): Agreement | null {
  const { n, variance, away } = spreadIn(rows, atoms)
  const least = leastVariance(n, k)
  if (least === undefined || rows.items === 0) return null
  const against = (nothing: number) => rwg(Math.max(variance, least), nothing, rows.items)?.value ?? 0
  return {
    uniform: toTwoDecimals(against(uniformNull(5))),
    slightSkew: toTwoDecimals(against(slightSkewNull)),
    averageDeviation: toOneDecimal(Math.max(away, (k - 1) / n)),
  }
}

/** Says of a unit, given by its atoms and what the release tells of it, whether its agreement may be told. */
export type AgreementGate = (
  rows: CompleteRows,
  input: Pick<AnalysisInput, "survey" | "atoms" | "groupings">,
) => (atoms: readonly number[], cell: Cell, distribution: Distribution) => boolean

/**
 * Agreement is a spread: of five people, mean, shares and spread leave often one set of answers. So it is told only where
 * the release shows the interval of the mean, which is a spread too, and the distribution, which the gate gives only unions
 * of parts of more than 2k and at least ten people.
 *
 * It is of the people who answered every item, and the distribution and the items are of some more. So the unit has to be
 * a union of parts, too, in each of which as many answered every item, and those who answered some but not all are nobody or
 * at least k: whatever is added and subtracted, what is left over is again about so many. Looks at counts, never at answers.
 */
export const agreementGate: AgreementGate = ({ complete, any }, { survey: { k }, atoms, groupings }) => {
  const left = any.map((people, atom) => people - (complete[atom] as number))
  const coarse = Int32Array.from(atoms, (atom) => atom.coarse)
  const together = partition(coarse, { persons: complete }, leastTogether(k), atoms, groupings)
  const parts = partition(together.part, { persons: complete, left }, k, atoms, groupings)
  const sizes = partSizes(parts)
  return (held, cell, distribution) =>
    isWithoutBounds(cell) &&
    cell.interval !== null &&
    distribution.state === "shown" &&
    held.every((atom) => isGood(together, atom) && isGood(parts, atom)) &&
    isUnion(held, parts, sizes)
}

function isGood({ part, good }: Partition, atom: number): boolean {
  return good[part[atom] as number] === true
}

/** The fewest people whose distribution, and whose agreement, is told. */
export function leastTogether(k: number): number {
  return Math.max(10, 2 * k + 1)
}

export function isWithoutBounds(cell: Cell | undefined): cell is Extract<Cell, { state: "shown" }> {
  return cell?.state === "shown" && !cell.coded
}
