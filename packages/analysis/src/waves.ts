import { weighedAtoms } from "./breaks/whole-test.ts"
import { compareAtoms, finest, type Partition } from "./partition.ts"
import type { AnalysisInput, AtomInfo, Earlier, Grouping, Release } from "./release.ts"
import { addPeople, type Graph, type Merged, newGraph, resolveSmallCuts } from "./small-cuts.ts"
import { sharedMeasures } from "./waves-shared.ts"
import { roundedAway, toldOf } from "./waves-told.ts"

/**
 * What was told of another survey of the same people must not be compared with this one to find the few who came or went
 * between the two. Taken for the worst case, that everybody invited answered both times and the same: then a sum of told
 * groups of one less a sum of told groups of the other is about the people in whom the two differ.
 *
 * Let each told class of the earlier survey and each atom of this one be a node, "was not there" another, and each
 * person an edge between the two nodes that hold him. A sum of told groups gives every node a number, and a comparison leaves over
 * just the people whose two nodes differ in it (with the sign turned). Of nodes with different numbers the set with one of
 * them is a cut, and all its edges are left over. So: **nobody can be left over in a set of 1 to k-1 people if no
 * cut of this graph has 1 to k-1 edges.** What is told already stays told; so atoms of this survey are merged across
 * each small cut, or not told at all, until there is none (small-cuts.ts).
 *
 * A group of 100k persons may be told in any case: its shares are known to half a percent either way, so with the at least as
 * many others that have to cancel it, to k persons or more either way, and its mean to ten times that.
 *
 * It looks at who was invited, never at what was answered. The two must share a question (waves-shared.ts). Three and more are
 * judged at once as well (waves-joint.ts).
 */
export function wavePartition(
  input: Pick<AnalysisInput, "people" | "absent" | "survey" | "atoms" | "groupings">,
  earlier: readonly Earlier[],
): Partition {
  const { survey, atoms, groupings } = input
  const parts = partsOfAtoms(atoms, groupings)
  for (const one of earlier) {
    const k = Math.max(survey.k, one.release.survey.k)
    const { classOf, classes } = toldClasses(
      one.release,
      one.groupings,
      one.release.atoms.length,
      roundedAway(k),
    )
    // What one reading joins no other parts again: to join is never to make a cut.
    for (const people of peopleReadings(input)) {
      const graph = newGraph(1 + atoms.length + classes)
      tie(graph, heldBy(people, parts.rank), heldBy(one.people, classOf), atoms.length)
      parts.alreadyMerged(graph)
      resolveSmallCuts(graph, k, (root, merged) => parts.mend(root, merged, graph))
    }
  }
  return parts.result()
}

/**
 * Whom the survey was about: everybody invited, and, if some were taken away before they answered, everybody but those. Either
 * may be what somebody compares.
 */
export function peopleReadings({
  people = new Int32Array(),
  absent,
}: Pick<AnalysisInput, "people" | "absent">): Int32Array[] {
  if (absent === undefined || !absent.some((is) => is === 1)) return [people]
  return [people, people.map((atom, person) => (absent[person] === 1 ? -1 : atom))]
}

/** By person the class that holds his atom, -1 if none does. */
export function heldBy(people: Int32Array, classOf: Int32Array): Int32Array {
  return people.map((atom) => (atom < 0 ? -1 : (classOf[atom] as number)))
}

/** How many people a comparison of what two releases tell could single out, in sets of 1 to k-1. */
export function peopleBetween(release: Release, input: AnalysisInput, earlier: Earlier): number {
  const { survey, groupings, atoms } = input
  const k = Math.max(survey.k, earlier.release.survey.k)
  const shared = sharedMeasures(input, [earlier])
  const large = roundedAway(k)
  const now = toldClasses(release, groupings, atoms.length, large, (id) => shared({ id }))
  const before = toldClasses(earlier.release, earlier.groupings, earlier.release.atoms.length, large)
  let found = 0
  for (const people of peopleReadings(input)) {
    const graph = newGraph(1 + now.classes + before.classes)
    tie(graph, heldBy(people, now.classOf), heldBy(earlier.people, before.classOf), now.classes)
    resolveSmallCuts(graph, k, (root, merged) => {
      const edges = [...merged.edges(root)]
      found += edges.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [other] of edges) merged.join(root, other)
    })
  }
  return found
}

/** Node 0: was not there, or nothing was told of him. Then the nodes of this survey, then those of the earlier one. */
function tie(graph: Graph, now: Int32Array, before: Int32Array, nodes: number): void {
  const count = new Map<number, number>()
  const size = graph.length
  for (let person = 0; person < Math.max(now.length, before.length); person++) {
    const a = 1 + (now[person] ?? -1)
    const of = before[person] ?? -1
    const b = of < 0 ? 0 : 1 + nodes + of
    if (a !== b) count.set(a * size + b, (count.get(a * size + b) ?? 0) + 1)
  }
  // In the order of nodes, so that which cut is found first does not hang on the order of people.
  const tied = [...count].sort(([one], [other]) => one - other)
  for (const [key, people] of tied) addPeople(graph, Math.floor(key / size), key % size, people)
}

/** Atoms that the same told groups hold; -1 where none does. Groups that rounding protects are left out. */
export function toldClasses(
  release: Pick<Release, "groups" | "atoms" | "breaks" | "choices" | "survey">,
  groupings: readonly Grouping[],
  atoms: number,
  large: number,
  counts: (measure: string) => boolean = () => true,
): { classOf: Int32Array; classes: number } {
  const held = new Map(groupings.map((grouping) => [grouping.id, grouping.atoms]))
  let label = new Int32Array(atoms)
  let labels = 1
  const tell = (members: readonly number[]) => {
    const split = new Map<number, number>()
    const next = label.slice()
    for (const atom of members) {
      const from = label[atom] as number
      const to = split.get(from) ?? labels++
      split.set(from, to)
      next[atom] = to
    }
    label = next
  }
  for (const [group, told] of toldOf(release)) {
    if (told.some(([measure, n]) => n < large && counts(measure))) tell(held.get(group) ?? [])
  }
  for (const atom of weighedAtoms(release, counts)) {
    if ((release.atoms[atom]?.respondents as number) < large) label[atom] = labels++
  }
  const numbers = new Map<number, number>()
  const classOf = label.map((of) => {
    if (of === 0) return -1
    const number = numbers.get(of) ?? numbers.size
    numbers.set(of, number)
    return number
  })
  return { classOf, classes: numbers.size }
}

/** Groups of one layer before others, because the layers are the main picture; then the smaller. */
function nearestFirst(a: Grouping, b: Grouping): number {
  const byKind = Number(a.layer === null) - Number(b.layer === null)
  return byKind || a.atoms.length - b.atoms.length || (a.id < b.id ? -1 : 1)
}

/** Atoms of this survey that are told together or not at all. As nodes they are numbered in the order of the chart. */
function partsOfAtoms(atoms: readonly AtomInfo[], groupings: readonly Grouping[]) {
  const order = [...finest(atoms.length)].sort(
    (a, b) => compareAtoms(atoms[a] as AtomInfo, atoms[b] as AtomInfo) || a - b,
  )
  const rank = new Int32Array(atoms.length)
  for (const [at, atom] of order.entries()) rank[atom] = at
  const around = atoms.map((): number[][] => [])
  for (const { atoms: members } of groupings.toSorted(nearestFirst)) {
    const ranks = members.map((atom) => rank[atom] as number).sort((a, b) => a - b)
    for (const at of ranks) around[at]?.push(ranks)
  }
  const part = finest(atoms.length)
  const silent = new Set<number>()
  const isAtom = (node: number) => node > 0 && node <= atoms.length
  const together = (a: number, b: number) => {
    const [keep, give] = [part[a - 1] as number, part[b - 1] as number]
    for (const [at, of] of part.entries()) if (of === give) part[at] = keep
  }

  /** The atom tied most closely to a node, on one side of a cut. */
  const closest = (graph: Graph, node: number, side: (node: number) => boolean): number | undefined => {
    if (isAtom(node)) return side(node) ? node : undefined
    let best: number | undefined
    let most = 0
    for (const [other, weight] of graph[node] as Map<number, number>) {
      if (!isAtom(other) || !side(other)) continue
      if (weight > most || (weight === most && best !== undefined && other < best))
        [best, most] = [other, weight]
    }
    return best
  }

  /** The nearest atom elsewhere that people also left or joined: the two together may differ by enough. */
  const companion = (atom: number, merged: Merged): number | undefined => {
    const [own, outside] = [merged.find(atom), merged.find(0)]
    for (const ranks of around[atom - 1] as number[][]) {
      for (const at of ranks) {
        const root = merged.find(at + 1)
        if (root !== own && root !== outside && merged.edges(outside).has(root)) return at + 1
      }
    }
    return undefined
  }

  return {
    rank,
    alreadyMerged(graph: Graph) {
      const first = new Map<number, number>()
      // As many people as a graph can hold: no cut parts what is told together anyway.
      const many = 2 ** 40
      for (const [at, of] of part.entries()) {
        const other = first.get(of)
        if (other === undefined) first.set(of, at)
        else addPeople(graph, at + 1, other + 1, many)
      }
      for (const of of silent) addPeople(graph, 0, of + 1, many)
    },
    /** Joins one side of a small cut to the other: by two atoms told together only, or by one not told at all. */
    mend(root: number, merged: Merged, graph: Graph) {
      const inside = (node: number) => merged.find(node) === root
      const crossing = merged
        .members(root)
        .flatMap((node) =>
          [...(graph[node] as Map<number, number>)]
            .filter(([other]) => !inside(other))
            .map(([other, weight]) => ({ node, other, weight })),
        )
      crossing.sort((a, b) => b.weight - a.weight || a.node - b.node || a.other - b.other)
      for (const { node, other } of crossing) {
        if (node === 0 || other === 0) continue
        const here = closest(graph, node, inside)
        const there = closest(graph, other, (one) => !inside(one))
        if (here === undefined || there === undefined) continue
        together(here, there)
        merged.join(here, there)
        return
      }
      for (const { node, other } of crossing) {
        const end = node === 0 ? other : node
        const side = (one: number) => merged.find(one) === merged.find(end)
        const atom = closest(graph, end, side) ?? closest(graph, other, (one) => !inside(one))
        if (atom === undefined) continue
        const second = companion(atom, merged)
        if (second !== undefined) {
          together(atom, second)
          merged.join(atom, second)
          return
        }
        silent.add(atom - 1)
        merged.join(atom, 0)
        return
      }
      // An earlier release told of fewer than k people: nothing that is told now can mend that.
      for (const [other] of merged.edges(root)) merged.join(root, other)
    },
    result(): Partition {
      const numbers = new Map<number, number>()
      const of = atoms.map((_, atom) => part[rank[atom] as number] as number)
      for (const one of of) if (!numbers.has(one)) numbers.set(one, numbers.size)
      const good = new Array<boolean>(numbers.size).fill(true)
      for (const at of silent) good[numbers.get(part[at] as number) as number] = false
      return { part: Int32Array.from(of, (one) => numbers.get(one) as number), good }
    },
  }
}
