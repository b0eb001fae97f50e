import { wholeOf } from "../reviews/coding/make-coded.ts"
import type { CodedPriorities, StoredRelease } from "./stored-release.ts"

/**
 * Shares of the coarser groups that a leader reads comments of, and no other: neither of the smaller ones together, nor
 * how the coders agreed on texts from everywhere. `numbers`: the leader's numbers of the groups wholly inside.
 */
export function codedInside(
  coded: CodedPriorities | undefined,
  numbers: ReadonlyMap<number, number>,
): Pick<StoredRelease, "codedPriorities"> {
  if (coded === undefined) return {}
  const groups = coded.groups.flatMap((one) => {
    const group = one.group === null ? undefined : numbers.get(one.group)
    return group === undefined ? [] : [{ ...one, group }]
  })
  if (groups.length === 0) return {}
  return { codedPriorities: { ...coded, agreement: null, whole: wholeOf(groups), groups } }
}
