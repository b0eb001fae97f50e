import type { AtomInfo, Grouping } from "./release.ts"

/**
 * The atoms merged until every part holds enough answers to one question.
 * `part[atom]` numbers the parts; -1 is an atom in which the question was not put to anybody (no answer of any
 * kind), which may join any group because it adds nobody.
 */
export interface Partition {
  part: Int32Array
  parts: number
}

/** How many answered a question, by atom: persons with a score, and answers of any kind. */
export interface Answered {
  persons: ArrayLike<number>
  given: ArrayLike<number>
}

/**
 * Merges parts with fewer than `minimum` persons, smallest first, each with the part from which the fewest
 * people's groupings tell it apart: the neighbour in the same layer and unit before one across the company. So a
 * question that a few skipped in one team costs the figure of that team, not of its layer or function.
 *
 * Any partition whose parts all hold k persons is safe; this choice only decides how much stays visible. It
 * looks at counts of answers, never at answers. Ties go by anchor and layers, not by the order of the input.
 * With too few persons in all, one part below the minimum is left.
 */
export function partition(
  start: Int32Array,
  answered: Answered,
  minimum: number,
  atoms: readonly AtomInfo[],
  groupings: readonly Grouping[],
): Partition {
  const parts = startParts(start, answered, atoms)
  const failing = parts.filter((part) => part.persons < minimum)
  if (failing.length > 0) mergeFailing(parts, failing, minimum, atoms, groupings)

  const part = new Int32Array(start.length).fill(-1)
  const left = parts.filter((one) => one.atoms.length > 0)
  for (const [index, one] of left.entries()) for (const atom of one.atoms) part[atom] = index
  return { part, parts: left.length }
}

/** Every atom for itself. */
export function finest(atoms: number): Int32Array {
  return Int32Array.from({ length: atoms }, (_, atom) => atom)
}

/** The finest partition of which both are refinements: labels by atom. */
export function join(a: Int32Array, b: Int32Array): Int32Array {
  const root = finest(a.length)
  const find = (atom: number): number => {
    let at = atom
    while (root[at] !== at) {
      root[at] = root[root[at] as number] as number
      at = root[at] as number
    }
    return at
  }
  for (const labels of [a, b]) {
    const first = new Map<number, number>()
    for (const [atom, label] of labels.entries()) {
      if (label < 0) continue
      const earlier = first.get(label)
      if (earlier === undefined) first.set(label, atom)
      else root[find(atom)] = find(earlier)
    }
  }
  return root.map((_, atom) => find(atom))
}

/** Is this group a union of parts, that is: does it hold each part wholly or not at all? */
export function isUnion(atoms: readonly number[], { part }: Partition, sizes: Int32Array): boolean {
  const held = new Map<number, number>()
  for (const atom of atoms) {
    const of = part[atom] as number
    if (of >= 0) held.set(of, (held.get(of) ?? 0) + 1)
  }
  for (const [of, count] of held) if (count !== sizes[of]) return false
  return true
}

/** Number of atoms in each part. */
export function partSizes({ part, parts }: Partition): Int32Array {
  const sizes = new Int32Array(parts)
  for (const of of part) if (of >= 0) sizes[of] = (sizes[of] as number) + 1
  return sizes
}

interface Part {
  atoms: number[]
  persons: number
  /** Groupings that hold this part wholly. */
  inside: Set<number>
}

function startParts(start: Int32Array, answered: Answered, atoms: readonly AtomInfo[]): Part[] {
  const byLabel = new Map<number, Part>()
  const order = [...start.keys()].filter((atom) => (answered.given[atom] as number) > 0)
  order.sort((a, b) => compareAtoms(atoms[a] as AtomInfo, atoms[b] as AtomInfo) || a - b)
  for (const atom of order) {
    const label = start[atom] as number
    const part = byLabel.get(label) ?? { atoms: [], persons: 0, inside: new Set<number>() }
    part.atoms.push(atom)
    part.persons += answered.persons[atom] as number
    byLabel.set(label, part)
  }
  return [...byLabel.values()]
}

function compareAtoms(a: AtomInfo, b: AtomInfo): number {
  return (
    a.anchor - b.anchor ||
    a.layers[0] - b.layers[0] ||
    a.layers[1] - b.layers[1] ||
    a.invited - b.invited ||
    a.respondents - b.respondents
  )
}

function mergeFailing(
  parts: Part[],
  failing: Part[],
  minimum: number,
  atoms: readonly AtomInfo[],
  groupings: readonly Grouping[],
): void {
  const partOf = new Map<number, Part>()
  for (const part of parts) for (const atom of part.atoms) partOf.set(atom, part)
  const weight = groupings.map((group) =>
    group.atoms.reduce((sum, atom) => sum + (atoms[atom] as AtomInfo).respondents, 0),
  )
  for (const [index, group] of groupings.entries()) {
    const held = new Map<Part, number>()
    for (const atom of group.atoms) {
      const part = partOf.get(atom)
      if (part !== undefined) held.set(part, (held.get(part) ?? 0) + 1)
    }
    for (const [part, count] of held) if (count === part.atoms.length) part.inside.add(index)
  }
  const order = new Map(parts.map((part, index) => [part, index]))
  const lose = (part: Part) => [...part.inside].reduce((sum, index) => sum + (weight[index] as number), 0)

  const queue = [...failing]
  while (queue.length > 0) {
    queue.sort((a, b) => b.persons - a.persons || (order.get(b) as number) - (order.get(a) as number))
    const small = queue.pop() as Part
    if (small.atoms.length === 0 || small.persons >= minimum) continue
    // What is lost by merging with another = what only one of the two is wholly inside of.
    const shared = new Map<Part, number>()
    for (const index of small.inside) {
      for (const atom of (groupings[index] as Grouping).atoms) {
        const other = partOf.get(atom)
        if (other === undefined || other === small || !other.inside.has(index)) continue
        if (partFirst(other) === atom) shared.set(other, (shared.get(other) ?? 0) + (weight[index] as number))
      }
    }
    const candidates = shared.size > 0 ? [...shared.keys()] : parts
    let best: Part | null = null
    let bestLoss = Number.POSITIVE_INFINITY
    for (const other of candidates) {
      if (other === small || other.atoms.length === 0) continue
      const loss = lose(other) - 2 * (shared.get(other) ?? 0)
      const better = best === null || loss < bestLoss || (loss === bestLoss && before(other, best, order))
      if (better) [best, bestLoss] = [other, loss]
    }
    if (best === null) return
    best.atoms.push(...small.atoms)
    best.persons += small.persons
    for (const index of small.inside) if (!best.inside.has(index)) weight[index] = 0 // lost now, so worth nothing more
    for (const index of best.inside) {
      if (small.inside.has(index)) continue
      weight[index] = 0
      best.inside.delete(index)
    }
    for (const atom of small.atoms) partOf.set(atom, best)
    small.atoms = []
    if (best.persons < minimum && !queue.includes(best)) queue.push(best)
  }
}

function partFirst(part: Part): number {
  return part.atoms[0] as number
}

/** Of two equally good neighbours the smaller, then the earlier in the order of anchors. */
function before(a: Part, b: Part, order: Map<Part, number>): boolean {
  return (
    a.persons < b.persons || (a.persons === b.persons && (order.get(a) as number) < (order.get(b) as number))
  )
}
