/** An undirected graph whose edges are weighed in people: neighbours and their weights by node. */
export type Graph = Map<number, number>[]

export function newGraph(nodes: number): Graph {
  return Array.from({ length: nodes }, () => new Map())
}

export function addPeople(graph: Graph, a: number, b: number, people: number): void {
  if (a === b) return
  const [from, to] = [graph[a] as Map<number, number>, graph[b] as Map<number, number>]
  from.set(b, (from.get(b) ?? 0) + people)
  to.set(a, (to.get(a) ?? 0) + people)
}

/** Nodes that have become one. `find` names a node's, `members` are its nodes. */
export interface Merged {
  find: (node: number) => number
  members: (root: number) => readonly number[]
  /** Edges to other merged nodes, by their root. */
  edges: (root: number) => ReadonlyMap<number, number>
  join: (a: number, b: number) => void
}

/**
 * Looks for sets of nodes that fewer than `k` people tie to the rest, and calls `cut` for each, which has to join the
 * set to something outside it. Nodes that no such cut parts are joined on the way, so that at the end each component of
 * the graph is one node: it hangs together by k people at least.
 *
 * Nodes are visited each time in the order in which most people tie them to those before (Nagamochi and Ibaraki 1992,
 * SIAM Journal on Discrete Mathematics 5). An edge that is reached with k people tying its end to the visited ones has
 * ends that no smaller cut parts; the last node of a component has all its own people, so a round joins something or
 * its last node is a small cut. Counts above k need not be told apart (Henzinger, Noe, Schulz, Strash 2018).
 */
export function resolveSmallCuts(graph: Graph, k: number, cut: (root: number, merged: Merged) => void): void {
  const merged = mergedNodes(graph)
  const nodes = [...graph.keys()]
  for (;;) {
    const roots = nodes.filter((node) => merged.find(node) === node)
    let changed = false
    for (const root of roots) {
      if (merged.find(root) !== root) continue
      const people = tiedTo(merged.edges(root))
      if (people === 0 || people >= k) continue
      cut(root, merged)
      changed = true
    }
    if (changed) continue
    for (const [a, b] of strongEdges(roots, merged, k)) {
      if (merged.find(a) === merged.find(b)) continue
      merged.join(a, b)
      changed = true
    }
    if (!changed) return
  }
}

function tiedTo(edges: ReadonlyMap<number, number>): number {
  let people = 0
  for (const weight of edges.values()) people += weight
  return people
}

function strongEdges(roots: readonly number[], merged: Merged, k: number): [number, number][] {
  const found: [number, number][] = []
  const reached = new Map<number, number>()
  const visited = new Set<number>()
  const waiting = Array.from({ length: k + 1 }, (): number[] => [])
  for (const start of roots) {
    if (visited.has(start)) continue
    waiting[0]?.push(start)
    for (let level = 0; level >= 0; ) {
      const node = waiting[level]?.pop()
      if (node === undefined) {
        level--
        continue
      }
      if (visited.has(node) || (reached.get(node) ?? 0) !== level) continue
      visited.add(node)
      for (const [next, weight] of merged.edges(node)) {
        if (visited.has(next)) continue
        const people = Math.min(k, (reached.get(next) ?? 0) + weight)
        reached.set(next, people)
        waiting[people]?.push(next)
        level = Math.max(level, people)
        if (people === k) found.push([node, next])
      }
    }
  }
  return found
}

function mergedNodes(graph: Graph): Merged {
  const root = Int32Array.from(graph.keys())
  const members = graph.map((_, node) => [node])
  const edges = graph.map((neighbours) => new Map(neighbours))
  const find = (node: number): number => {
    let at = node
    while (root[at] !== at) {
      root[at] = root[root[at] as number] as number
      at = root[at] as number
    }
    return at
  }
  return {
    find,
    members: (node) => members[node] as number[],
    edges: (node) => edges[node] as Map<number, number>,
    join(a, b) {
      let [keep, give] = [find(a), find(b)]
      if (keep === give) return
      if ((edges[keep]?.size ?? 0) < (edges[give]?.size ?? 0)) [keep, give] = [give, keep]
      root[give] = keep
      members[keep] = [...(members[keep] as number[]), ...(members[give] as number[])]
      members[give] = []
      const kept = edges[keep] as Map<number, number>
      for (const [other, weight] of edges[give] as Map<number, number>) {
        edges[other]?.delete(give)
        if (other === keep) continue
        kept.set(other, (kept.get(other) ?? 0) + weight)
        edges[other]?.set(keep, kept.get(other) as number)
      }
      kept.delete(give)
      edges[give] = new Map()
    },
  }
}
