import type { ScanInput } from "./types.ts"

/**
 * The tree, renumbered: by level, and within a level by the order of a walk that finishes a subtree before it leaves it.
 * Parents still stand before their children, and what a subtree has on one level is a run of neighbours, so that
 * a sum over it is a difference of two running sums.
 */
export interface ScanTree {
  size: number
  /** Number of levels, 0 to the deepest. */
  depth: number
  parent: Int32Array
  level: Int32Array
  /** Nodes of level l stand from `starts[l]` to before `starts[l + 1]`. */
  starts: Int32Array
  /** Levels on which somebody answered. */
  used: number[]
  n: Int32Array
  inherited: Float64Array
  own: Float64Array
  /** By node of the input its number here. */
  place: Int32Array
  /** The subtree of v has on level l the nodes from `low[v * depth + l]` to before `high[v * depth + l]`. */
  low: Int32Array
  high: Int32Array
}

export function arrange(input: ScanInput): ScanTree {
  const size = input.parent.length
  const walked = walkOrder(input.parent)
  const order = Int32Array.from(walked.keys()).sort(
    (x, y) => at(input.level, x) - at(input.level, y) || at(walked, x) - at(walked, y),
  )
  const place = new Int32Array(size)
  for (let m = 0; m < size; m++) place[at(order, m)] = m

  const level = order.map((node) => at(input.level, node))
  const parent = order.map((node) => (node === 0 ? -1 : at(place, at(input.parent, node))))
  const n = order.map((node) => at(input.n, node))
  const depth = at(level, size - 1) + 1
  const starts = new Int32Array(depth + 1)
  for (const l of level) starts[l + 1] = at(starts, l + 1) + 1
  for (let l = 0; l < depth; l++) starts[l + 1] = at(starts, l + 1) + at(starts, l)

  const low = new Int32Array(size * depth).fill(size)
  const high = new Int32Array(size * depth)
  for (let m = size - 1; m >= 0; m--) {
    low[m * depth + at(level, m)] = m
    high[m * depth + at(level, m)] = m + 1
    if (m === 0) break
    for (let l = at(level, m); l < depth; l++) {
      const above = at(parent, m) * depth + l
      low[above] = Math.min(at(low, above), at(low, m * depth + l))
      high[above] = Math.max(at(high, above), at(high, m * depth + l))
    }
  }

  const used = [...starts.subarray(0, depth).keys()].filter((l) =>
    n.subarray(at(starts, l), at(starts, l + 1)).some((people) => people > 0),
  )
  const shares = (of: Float64Array | undefined) =>
    Float64Array.from(order, (node) => (of === undefined ? 1 : at(of, node)))
  return {
    ...{ size, depth, parent, level, starts, used, n, place, low, high },
    inherited: shares(input.inherited),
    own: shares(input.own),
  }
}

/** The values of the input's nodes in the order of the tree; 0 where nobody answered. */
export function arranged(tree: ScanTree, values: Float64Array): Float64Array {
  const result = new Float64Array(tree.size)
  for (let node = 0; node < tree.size; node++) {
    const m = at(tree.place, node)
    if (at(tree.n, m) > 0) result[m] = at(values, node)
  }
  return result
}

/** By node its place in a walk that visits a node, then each child's subtree whole. */
function walkOrder(parent: Int32Array): Int32Array {
  const below = new Int32Array(parent.length).fill(1)
  for (let m = parent.length - 1; m > 0; m--) below[at(parent, m)] = at(below, at(parent, m)) + at(below, m)
  const walked = new Int32Array(parent.length)
  const next = new Int32Array(parent.length).fill(1)
  for (let m = 1; m < parent.length; m++) {
    const above = at(parent, m)
    walked[m] = at(walked, above) + at(next, above)
    next[above] = at(next, above) + at(below, m)
  }
  return walked
}

/** Entry of an array whose index is known to be inside. */
function at(array: Int32Array | Float64Array, index: number): number {
  return array[index] as number
}
