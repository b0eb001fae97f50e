import { leastTexts } from "../../apps/api/src/reviews/coding/make-coded.ts"
import type { Coded } from "./figures.ts"
import { singledOut } from "./isolate.ts"

/**
 * People in sets of fewer than twenty whose share comes out of all shares that were told, by whatever is added and
 * subtracted. `texts`: how many were coded in each coarser group, as the box has them.
 */
export function singledOutByCodes(told: readonly Coded[], texts: ReadonlyMap<number, number>): number {
  const sets: Set<number>[] = []
  const whole = told.filter(({ isWhole }) => isWhole).flatMap(({ groups }) => groups)
  for (const { groups, isWhole } of told) {
    const named = new Set(groups.flatMap(({ group }) => (isWhole && group !== null ? [group] : [])))
    for (const one of groups) {
      if (isWhole && one.group === null) {
        sets.push(new Set([...texts.keys()].filter((group) => !named.has(group))))
        continue
      }
      // A leader's numbers are others: what is told of must be a group that stands in the whole, and by that name.
      const same = isWhole
        ? one
        : whole.find(
            ({ group, label, texts }) => group !== null && label === one.label && texts === one.texts,
          )
      if (same === undefined || same.group === null)
        throw new Error(`a share is told of ${one.label}, which is told to nobody who reads the whole`)
      sets.push(new Set([same.group]))
    }
  }
  const people = Array.from({ length: Math.max(-1, ...texts.keys()) + 1 }, (_, at) => texts.get(at) ?? 0)
  return singledOut(sets, people, leastTexts)
}
