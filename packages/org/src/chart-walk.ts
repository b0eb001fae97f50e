import type { FrozenChart } from "./group.ts"

/** Positions that have a place, deepest layer first. A counting sort: O(n). */
export function deepestFirst(chart: FrozenChart): Int32Array {
  const { layer } = chart
  let deepest = 0
  for (const at of layer) if (at > deepest) deepest = at
  const starts = new Int32Array(deepest + 2)
  for (const at of layer) if (at > 0) starts[deepest - at + 1] = (starts[deepest - at + 1] as number) + 1
  for (let i = 1; i < starts.length; i++) starts[i] = (starts[i] as number) + (starts[i - 1] as number)
  const order = new Int32Array(starts.at(-1) as number)
  layer.forEach((at, position) => {
    if (at === 0) return
    const slot = starts[deepest - at] as number
    order[slot] = position
    starts[deepest - at] = slot + 1
  })
  return order
}

/** Per position the layer-2 leader above it (or itself); -1 for the head and for whoever has no place. */
export function functionLeaders(chart: FrozenChart, order: Int32Array): Int32Array {
  const leader = new Int32Array(chart.layer.length).fill(-1)
  for (let i = order.length - 1; i >= 0; i--) {
    const position = order[i] as number
    const layer = chart.layer[position] as number
    if (layer === 2) leader[position] = position
    else if (layer > 2) leader[position] = leader[chart.parent[position] as number] as number
  }
  return leader
}

/** The lowest position that is each of `nodes` or above it; -1 when only the virtual head is. */
export function lowestCommon(chart: FrozenChart, nodes: readonly number[]): number {
  const layerOf = (node: number) => chart.layer[node] ?? 0
  const waiting = [...new Set(nodes)].sort((a, b) => layerOf(a) - layerOf(b))
  if (waiting.length === 0 || waiting[0] === -1) return -1
  // One layer at a time, from the deepest up: every position on the way is met once.
  let level = new Set<number>()
  let at = layerOf(waiting.at(-1) as number)
  for (;;) {
    while (waiting.length > 0 && layerOf(waiting.at(-1) as number) === at) level.add(waiting.pop() as number)
    if (level.size === 1 && waiting.length === 0) break
    level = new Set([...level].map((node) => chart.parent[node] as number))
    if (level.has(-1)) return -1
    at--
  }
  for (const node of level) return node
  return -1
}

/** Preorder numbers: the subtree of a position is `start` to `start + size - 1`. Positions without a place: 0. */
export function subtrees(chart: FrozenChart, order: Int32Array) {
  const count = chart.layer.length
  const size = new Int32Array(count)
  for (const position of order) {
    size[position] = (size[position] as number) + 1
    const manager = chart.parent[position] as number
    if (manager >= 0) size[manager] = (size[manager] as number) + (size[position] as number)
  }
  const start = new Int32Array(count)
  const next = new Int32Array(count)
  let nextTop = 0
  for (let i = order.length - 1; i >= 0; i--) {
    const position = order[i] as number
    const manager = chart.parent[position] as number
    const at = manager < 0 ? nextTop : (next[manager] as number)
    start[position] = at
    next[position] = at + 1
    if (manager < 0) nextTop += size[position] as number
    else next[manager] = at + (size[position] as number)
  }
  return { start, size }
}
