import type { ScanTree } from "./tree.ts"
import type { ScanInput, Window } from "./types.ts"

/** The windows of a scan, ordered by node and level of the input. */
export interface Windows {
  count: number
  list: Window[]
  /** By window its node in the tree's numbering. */
  head: Int32Array
  /** By window the level of its node. */
  layer: Int32Array
  /** Window w is the union of the runs `offset[w]` to before `offset[w + 1]`; a run goes from `low` to before `high`. */
  offset: Int32Array
  low: Int32Array
  high: Int32Array
}

const fewestPeople = 10

/**
 * W(v, b) for every manager v but the head and every level b from v's own to the deepest below it, if enough people
 * answered. Of windows with the same atoms the first is kept: the highest node, then the highest level.
 */
export function listWindows(tree: ScanTree, input: ScanInput): Windows {
  const { depth, low, high, place, level, parent } = tree
  const people = running(tree.n)
  const atoms = running(tree.n.map((n) => (n > 0 ? 1 : 0)))
  const sum = (of: Float64Array, v: number, b: number) => {
    let total = 0
    for (let l = b; l < depth; l++) {
      const from = low[v * depth + l] as number
      const to = high[v * depth + l] as number
      if (to > from) total += (of[to] as number) - (of[from] as number)
    }
    return total
  }
  // Windows of nested subtrees from one level down are nested, so that equal numbers of atoms mean equal atoms. If a
  // window is that of some node above, it is that of the next one above, taken from its own highest atom's level down.
  const repeats = (v: number, b: number) => {
    const count = sum(atoms, v, b)
    if (b > (level[v] as number) && sum(atoms, v, b - 1) === count) return true
    let highest = b
    while (sum(atoms, v, highest + 1) === count) highest++
    const above = parent[v] as number
    return above !== 0 && sum(atoms, above, highest) === count
  }

  const list: Window[] = []
  const head: number[] = []
  const offset = [0]
  const lows: number[] = []
  const highs: number[] = []
  for (let node = 1; node < tree.size; node++) {
    if (input.merged?.[node] === 1) continue
    const v = place[node] as number
    for (let b = level[v] as number; b < depth; b++) {
      const n = sum(people, v, b)
      if (n === 0 || n < (input.fewestPeople ?? fewestPeople)) break
      if (repeats(v, b)) continue
      for (let l = b; l < depth; l++) {
        const at = v * depth + l
        if ((high[at] as number) <= (low[at] as number)) continue
        lows.push(low[at] as number)
        highs.push(high[at] as number)
      }
      list.push({ node, level: b, n })
      head.push(v)
      offset.push(lows.length)
    }
  }
  return {
    ...{ count: list.length, list, head: Int32Array.from(head), offset: Int32Array.from(offset) },
    layer: Int32Array.from(head, (v) => level[v] as number),
    low: Int32Array.from(lows),
    high: Int32Array.from(highs),
  }
}

/** By window the sum of a node vector over it. `scratch` holds one entry more than there are nodes. */
export function windowSums(
  windows: Windows,
  vector: Float64Array,
  sums: Float64Array,
  scratch: Float64Array,
) {
  const { count, offset, low, high } = windows
  let total = 0
  for (let m = 0; m < vector.length; m++) {
    scratch[m] = total
    total += vector[m] as number
  }
  scratch[vector.length] = total
  for (let w = 0; w < count; w++) {
    let sum = 0
    for (let run = offset[w] as number; run < (offset[w + 1] as number); run++) {
      sum += (scratch[high[run] as number] as number) - (scratch[low[run] as number] as number)
    }
    sums[w] = sum
  }
}

/** The sum of a node vector over one window. */
export function windowSum(windows: Windows, w: number, vector: Float64Array): number {
  let sum = 0
  for (let run = windows.offset[w] as number; run < (windows.offset[w + 1] as number); run++) {
    for (let m = windows.low[run] as number; m < (windows.high[run] as number); m++)
      sum += vector[m] as number
  }
  return sum
}

/** 1 for every node with answers in the window, 0 for all others. */
export function members(tree: ScanTree, windows: Windows, w: number, result: Float64Array) {
  result.fill(0)
  for (let run = windows.offset[w] as number; run < (windows.offset[w + 1] as number); run++) {
    for (let m = windows.low[run] as number; m < (windows.high[run] as number); m++) {
      if ((tree.n[m] as number) > 0) result[m] = 1
    }
  }
}

function running(values: Int32Array): Float64Array {
  const result = new Float64Array(values.length + 1)
  for (let m = 0; m < values.length; m++) result[m + 1] = (result[m] as number) + (values[m] as number)
  return result
}
