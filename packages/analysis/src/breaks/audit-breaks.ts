import type { Release } from "../release.ts"
import { alarm } from "../scan/min-p.ts"

/** Figures of breaks that say more than their groups do: by break the group, the measure and how many it is about. */
export function breakFindings({
  breaks,
  groups,
}: Pick<Release, "breaks" | "groups">): { group: string | null; measure: string; people: number }[] {
  const cells = new Map(groups.map((group) => [group.id, group.cells]))
  return (breaks?.findings ?? []).flatMap((one) => {
    const { measure, group, elsewhere, n, gap, shift, shrunk, p } = one
    const told = (id: string | null) => {
      const cell = id === null ? undefined : cells.get(id)?.[measure]
      return cell?.state === "shown" ? cell : undefined
    }
    const own = told(group)
    const isExact = (cell: typeof own) => cell !== undefined && cell.bounds?.mean === undefined
    const gapIsTold = gap === null || (isExact(own) && isExact(told(elsewhere)))
    const halves = [shift, shrunk].every((size) => Number.isInteger(size * 2) && Math.abs(size) <= 1.5)
    const isSaidCoarsely = halves && p === alarm
    const isFine = n === (own?.n ?? null) && gapIsTold && (isExact(own) || isSaidCoarsely)
    return isFine ? [] : [{ group: one.unit, measure, people: n ?? 0 }]
  })
}
