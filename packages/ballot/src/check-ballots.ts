import type { Bundle } from "./bundle.ts"
import { isAllowed, isSigned } from "./cast.ts"
import { type Check, check, many } from "./check.ts"

/** Signatures checked at a time: enough to keep WebCrypto's threads busy. */
const BATCH = 64

/** Whether every ballot had the right to be in the box, once, and is as its browser made it. */
export async function checkBallots({ manifest, leaves, ballots }: Bundle): Promise<Check[]> {
  const { organization, survey } = manifest
  const groups = new Map(leaves.map((leaf) => [leaf.id, leaf]))
  const inGroup = new Map<number, number>()
  for (const { cohort } of ballots) inGroup.set(cohort, (inGroup.get(cohort) ?? 0) + 1)
  const strayed = ballots.filter(({ cohort }) => !groups.has(cohort)).length
  const crowded = leaves.filter(({ id, invited }) => !((inGroup.get(id) ?? 0) <= invited)).length
  const unordered = countUnordered(ballots.map(({ ballotKey }) => ballotKey))
  // A ballot of no group has no key to be checked with: that is one finding, not two.
  const foreign = await countNot(ballots, async (ballot) => {
    const group = groups.get(ballot.cohort)
    return group === undefined || (await isAllowed(ballot, group.key))
  })
  const unsigned = await countNot(ballots, (ballot) => isSigned({ ...ballot, organization, survey }))
  return [
    check(
      "ballot-groups",
      strayed === 0,
      "Every ballot belongs to one of the groups.",
      `${many(strayed, "ballot belongs", "ballots belong")} to no group.`,
    ),
    check(
      "one-ballot-a-key",
      unordered === 0,
      "No ballot is there twice.",
      `${many(unordered, "ballot is", "ballots are")} there twice, or not in order.`,
    ),
    check(
      "credentials",
      foreign === 0,
      "Every ballot carries a right to be counted, signed with the key of its group.",
      `${many(foreign, "ballot does", "ballots do")} not carry the right to be counted in the group it is in.`,
    ),
    check(
      "signatures",
      unsigned === 0,
      "No ballot was changed or moved after its browser had signed it.",
      `${many(unsigned, "ballot was", "ballots were")} changed or moved after the browser had signed it.`,
    ),
    check(
      "turnout",
      crowded === 0,
      "No group has more ballots than people invited.",
      `${many(crowded, "group has", "groups have")} more ballots than people invited.`,
    ),
  ]
}

/** How many do not come after the one before: there twice, or out of order. */
export function countUnordered(sorted: readonly string[]): number {
  return sorted.filter((text, at) => at > 0 && !((sorted[at - 1] ?? "") < text)).length
}

async function countNot<T>(items: readonly T[], holds: (item: T) => Promise<boolean>): Promise<number> {
  let count = 0
  for (let at = 0; at < items.length; at += BATCH) {
    const held = await Promise.all(items.slice(at, at + BATCH).map(holds))
    count += held.filter((fine) => !fine).length
  }
  return count
}
