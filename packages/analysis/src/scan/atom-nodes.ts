import type { ScanNodes } from "./people.ts"

/** An atom by the managers whose direct reports are in it, all of one level, and how many of each were invited. */
export interface AtomTeams {
  managers: readonly number[]
  invited: readonly number[]
}

/**
 * Where atoms stand in the scan's tree. An atom of one team sits on its manager. A merged one becomes a child of the lowest
 * manager above all its teams. With shares w of its teams its mean holds Σ w_j (a_j + t_j), so that
 *   omega² counts Σ w_j² times, and
 *   tau² counts Σ_u (Σ_{j below u} w_j)² times, u = the managers below that one, its teams' own included:
 * its variance and its covariance with every atom outside those branches are exact. Left out is what it shares with
 * atoms inside them, through managers below the common one, beyond the common one's own effect: such atoms are
 * taken as less alike than they are.
 *
 * Managers keep their numbers; merged atoms follow. `node` tells by atom where it is. `parent` of the head is -1, every
 * parent stands before its children, `level` is the managers', 0 for the head.
 */
export function atomNodes(
  parent: Int32Array,
  level: Int32Array,
  atoms: readonly AtomTeams[],
): ScanNodes & { node: Int32Array } {
  const parents = [...parent]
  const levels = [...level]
  const inherited = parents.map(() => 1)
  const own = parents.map(() => 1)
  const node = atoms.map(({ managers, invited }) => {
    if (managers.length === 1) return managers[0] as number
    const people = invited.reduce((sum, count) => sum + count, 0)
    const shares = new Map(managers.map((manager, at) => [manager, (invited[at] as number) / people]))
    const squares = [...shares.values()].reduce((sum, share) => sum + share ** 2, 0)
    // The deepest node is replaced by its parent until all have met: parents stand before their children.
    let carried = 0
    while (shares.size > 1) {
      const deepest = Math.max(...shares.keys())
      const share = shares.get(deepest) as number
      const above = parent[deepest] as number
      carried += share ** 2
      shares.delete(deepest)
      shares.set(above, (shares.get(above) ?? 0) + share)
    }
    parents.push([...shares.keys()][0] as number)
    levels.push(level[managers[0] as number] as number)
    inherited.push(carried)
    own.push(squares)
    return parents.length - 1
  })
  return {
    ...{ parent: Int32Array.from(parents), level: Int32Array.from(levels) },
    ...{ inherited: Float64Array.from(inherited), own: Float64Array.from(own) },
    merged: Uint8Array.from(parents, (_, m) => (m < parent.length ? 0 : 1)),
    node: Int32Array.from(node),
  }
}
