/** A unit of a release, with the nearest one around it; null, or one that is not in the list: nothing around it. */
export interface TreeUnit {
  id: string
  parent: string | null
}

/**
 * The units to correlate over: nobody stands in two of them, and no other choice holds more. A unit that lies around
 * others is taken only where fewer than two of its parts can be. Which units can be taken is all that decides; what they
 * answered is not looked at, or the choice would favour one answer.
 */
export function chooseUnits(units: readonly TreeUnit[], canBe: ReadonlySet<string>): Set<string> {
  const known = new Set(units.map(({ id }) => id))
  const parts = Map.groupBy(units, ({ parent }) => (parent !== null && known.has(parent) ? parent : ""))
  const chosen = new Set<string>()
  // Parents before their parts, so that backwards every part is settled before what lies around it.
  const order: string[] = (parts.get("") ?? []).map(({ id }) => id)
  for (const id of order) for (const part of parts.get(id) ?? []) order.push(part.id)
  const most = new Map<string, number>()
  for (const id of order.toReversed()) {
    const inside = (parts.get(id) ?? []).reduce((sum, part) => sum + (most.get(part.id) as number), 0)
    const isTaken = inside < 2 && canBe.has(id)
    if (isTaken) chosen.add(id)
    most.set(id, isTaken ? 1 : inside)
  }
  // What lies inside one that is taken is not: it was there only if nothing around it could be.
  const within = new Set<string>()
  for (const id of order)
    if (chosen.has(id) || within.has(id)) for (const part of parts.get(id) ?? []) within.add(part.id)
  return new Set(order.filter((id) => chosen.has(id) && !within.has(id)))
}
