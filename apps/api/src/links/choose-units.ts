/** A unit of a release, with the nearest one around it; null, or one that is not in the list: nothing around it. */
interface Unit {
  id: string
  parent: string | null
}

/** Units by number, parents before their parts. */
export interface UnitTree {
  ids: string[]
  /** -1: nothing around it. */
  parent: Int32Array
}

export function unitTree(units: readonly Unit[]): UnitTree {
  const known = new Set(units.map(({ id }) => id))
  const parts = Map.groupBy(units, ({ parent }) => (parent !== null && known.has(parent) ? parent : ""))
  const ids = (parts.get("") ?? []).map(({ id }) => id)
  const parent: number[] = ids.map(() => -1)
  for (let at = 0; at < ids.length; at++) {
    for (const part of parts.get(ids[at] as string) ?? []) {
      ids.push(part.id)
      parent.push(at)
    }
  }
  return { ids, parent: Int32Array.from(parent) }
}

/**
 * The units to correlate over: nobody stands in two of them, and no other choice holds more. A unit that lies around
 * others is taken only where fewer than two of its parts can be. Which units can be taken is all that decides; what they
 * answered is not looked at, or the choice would favour one answer.
 */
export function chooseUnits({ parent }: UnitTree, canBe: Uint8Array): Uint8Array {
  const most = new Int32Array(parent.length)
  const chosen = new Uint8Array(parent.length)
  // Backwards every part is settled before what lies around it.
  for (let at = parent.length - 1; at >= 0; at--) {
    if (canBe[at] === 1 && (most[at] as number) < 2) {
      chosen[at] = 1
      most[at] = 1
    }
    const around = parent[at] as number
    if (around >= 0) most[around] = (most[around] as number) + (most[at] as number)
  }
  // What lies inside one that is taken was there only if nothing around it could be.
  const within = new Uint8Array(parent.length)
  for (let at = 0; at < parent.length; at++) {
    const around = parent[at] as number
    if (around < 0) continue
    within[at] = (within[around] as number) | (chosen[around] as number)
    if (within[at] === 1) chosen[at] = 0
  }
  return chosen
}
