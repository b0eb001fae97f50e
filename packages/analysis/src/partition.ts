import type { AtomInfo, Grouping } from "./release.ts"

/**
 * The atoms merged until every part holds enough answers to one question. `part[atom]` numbers the parts. Atoms in
 * which nobody answered are merged like all others: left to themselves, a group with and the same group without them
 * would have the same n, and tell of a single manager who was asked that he did not answer.
 */
export interface Partition {
  part: Int32Array
  /** By part: does it hold what it has to? Where nothing was left to merge it with, it may not. */
  good: boolean[]
}

/** What each part has to hold, by atom. */
export interface Answered {
  /** At least the minimum of these persons. */
  persons: ArrayLike<number>
  /** None of these or at least the minimum: persons left over when told figures are compared. */
  left?: ArrayLike<number>
  /**
   * More than these persons, or at least `full`, four times the minimum if left out: nobody is told who answered, but where everybody invited did, everybody
   * knows, and what so few of them have in common is then each one's own.
   */
  invited?: ArrayLike<number>
  full?: number
}

/**
 * Merges parts with fewer than `minimum` persons, smallest first, each with the part from which the fewest
 * groupings, counted by their people, tell it apart: the neighbour in the same layer and unit before one across the
 * company. So a question that a few skipped in one team costs the figure of that team, not of its layer or function.
 *
 * Any partition whose parts all hold k persons is safe; this choice only decides how much stays visible. It
 * looks at counts of answers, never at answers. Ties go by anchor and layers, not by the order of the input.
 * With too few persons in all, a part below the minimum is left, and marked as not good.
 */
export function partition(
  start: Int32Array,
  answered: Answered,
  minimum: number,
  atoms: readonly AtomInfo[],
  groupings: readonly Grouping[],
): Partition {
  const parts = startParts(start, answered, atoms)
  const full = answered.full ?? 4 * minimum
  if (parts.some((part) => fails(part, minimum) || isFull(part, full)))
    mergeFailing(parts, minimum, full, atoms, groupings)

  const part = new Int32Array(start.length)
  const there = parts.filter((one) => one.atoms.length > 0)
  for (const [index, one] of there.entries()) for (const atom of one.atoms) part[atom] = index
  return { part, good: there.map((one) => !fails(one, minimum)) }
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
      const earlier = first.get(label)
      if (earlier === undefined) first.set(label, atom)
      else root[find(atom)] = find(earlier)
    }
  }
  return root.map((_, atom) => find(atom))
}

/** Is this group a union of parts, that is: does it hold each part wholly or not at all? */
export function isUnion(
  atoms: readonly number[],
  { part }: Pick<Partition, "part">,
  sizes: Int32Array,
): boolean {
  const held = new Map<number, number>()
  for (const atom of atoms) {
    const of = part[atom] as number
    held.set(of, (held.get(of) ?? 0) + 1)
  }
  for (const [of, count] of held) if (count !== sizes[of]) return false
  return true
}

/** Number of atoms in each part. */
export function partSizes({ part, good }: Partition): Int32Array {
  const sizes = new Int32Array(good.length)
  for (const of of part) sizes[of] = (sizes[of] as number) + 1
  return sizes
}

interface Part {
  atoms: number[]
  persons: number
  left: number
  invited: number
  /** Place in the order of anchors and layers. */
  order: number
  /** Groupings that hold this part wholly, and the people in those that still can be shown. */
  inside: Set<number>
  worth: number
}

function startParts(start: Int32Array, answered: Answered, atoms: readonly AtomInfo[]): Part[] {
  const byLabel = new Map<number, Part>()
  const order = [...start.keys()].sort(
    (a, b) => compareAtoms(atoms[a] as AtomInfo, atoms[b] as AtomInfo) || a - b,
  )
  for (const atom of order) {
    const label = start[atom] as number
    const part = byLabel.get(label) ?? newPart(byLabel.size)
    part.atoms.push(atom)
    part.persons += answered.persons[atom] as number
    part.left += answered.left?.[atom] ?? 0
    part.invited += answered.invited?.[atom] ?? 0
    byLabel.set(label, part)
  }
  return [...byLabel.values()]
}

export function compareAtoms(a: AtomInfo, b: AtomInfo): number {
  return (
    a.anchor - b.anchor ||
    a.layers[0] - b.layers[0] ||
    a.layers[1] - b.layers[1] ||
    a.invited - b.invited ||
    a.respondents - b.respondents
  )
}

function newPart(order: number): Part {
  return { atoms: [], persons: 0, left: 0, invited: 0, order, inside: new Set(), worth: 0 }
}

function fails({ persons, left }: Part, minimum: number): boolean {
  return persons < minimum || (left > 0 && left < minimum)
}

/** Few, who are everybody that was invited. */
function isFull({ persons, invited }: Part, full: number): boolean {
  return invited > 0 && persons < full && persons >= invited
}

function mergeFailing(
  parts: readonly Part[],
  minimum: number,
  full: number,
  atoms: readonly AtomInfo[],
  groupings: readonly Grouping[],
): void {
  const partOf = new Array<Part | undefined>(atoms.length).fill(undefined)
  for (const part of parts) for (const atom of part.atoms) partOf[atom] = part
  // What a grouping is worth: its people; a layer more than any units, because the layers are the main picture.
  const everybody = atoms.reduce((sum, atom) => sum + atom.respondents, 0)
  const weight = groupings.map(({ kind, atoms: members }) =>
    members.reduce(
      (sum, atom) => sum + (atoms[atom] as AtomInfo).respondents,
      kind === "layer" ? everybody : 0,
    ),
  )
  for (const [grouping, { atoms: members }] of groupings.entries()) {
    const held = new Map<Part, number>()
    for (const atom of members) {
      const part = partOf[atom]
      if (part !== undefined) held.set(part, (held.get(part) ?? 0) + 1)
    }
    // A grouping of everybody is never lost, one of too few never told: neither need be spared.
    const persons = [...held.keys()].reduce((sum, part) => sum + part.persons, 0)
    if (held.size === parts.length || persons < minimum) weight[grouping] = 0
    for (const [part, count] of held) {
      if (count !== part.atoms.length) continue
      part.inside.add(grouping)
      part.worth += weight[grouping] as number
    }
  }
  const partsInside = (grouping: number): Part[] =>
    weight[grouping] === 0
      ? []
      : (groupings[grouping] as Grouping).atoms.flatMap((atom) => {
          const part = partOf[atom]
          return part?.atoms[0] === atom && part.inside.has(grouping) ? [part] : []
        })
  /** This grouping can no longer be shown for this question, so there is no need to spare it any more. */
  const giveUp = (grouping: number) => {
    for (const part of partsInside(grouping)) part.worth -= weight[grouping] as number
    weight[grouping] = 0
  }

  let there = [...parts]
  for (;;) {
    there = there.filter((part) => part.atoms.length > 0)
    const failing = there.filter((part) => fails(part, minimum) || isFull(part, full))
    const small = failing.reduce((a, b) => (before(b, a) ? b : a), failing[0] as Part)
    if (failing.length === 0) return
    // Only what brings some of that which is missing can mend it.
    const lacks = small.persons < minimum ? "persons" : "left"
    const any = isFull(small, full) && !fails(small, minimum)
    const helpful = there.filter((part) => part !== small && (any || part[lacks] > 0))
    const other = nearest(small, helpful, partsInside, weight)
    if (other === undefined) return
    for (const grouping of small.inside) if (!other.inside.has(grouping)) giveUp(grouping)
    for (const grouping of other.inside) {
      if (small.inside.has(grouping)) continue
      giveUp(grouping)
      other.inside.delete(grouping)
    }
    other.atoms.push(...small.atoms)
    other.persons += small.persons
    other.left += small.left
    other.invited += small.invited
    for (const atom of small.atoms) partOf[atom] = other
    small.atoms = []
  }
}

/** The part with which merging costs the least: people in groups that hold one of the two but not the other. */
function nearest(
  small: Part,
  others: readonly Part[],
  partsInside: (grouping: number) => Part[],
  weight: readonly number[],
): Part | undefined {
  const shared = new Map<Part, number>()
  for (const grouping of small.inside) {
    for (const part of partsInside(grouping)) {
      shared.set(part, (shared.get(part) ?? 0) + (weight[grouping] as number))
    }
  }
  let best: Part | undefined
  let least = Number.POSITIVE_INFINITY
  for (const part of others) {
    const cost = part.worth - 2 * (shared.get(part) ?? 0)
    if (best === undefined || cost < least || (cost === least && before(part, best)))
      [best, least] = [part, cost]
  }
  return best
}

/** The one with fewer persons first, then by anchor and layers. */
function before(a: Part, b: Part): boolean {
  return a.persons < b.persons || (a.persons === b.persons && a.order < b.order)
}
