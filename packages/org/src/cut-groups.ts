import { deepestFirst, functionLeaders } from "./chart-walk.ts"
import type { Block, FrozenChart, Group, Refused } from "./group.ts"
import { type GroupDraft, newDraft } from "./group-draft.ts"
import { numberGroups } from "./number-groups.ts"
import { addPool, type Holding, leftovers, newHolding, type Pool, passUp, takeRipe } from "./pools.ts"

/**
 * Cuts the org chart into groups of at least `minimum`: cohorts at launch (a block is a person), atoms at close (a
 * block is a cohort). Every block lands in exactly one group.
 *
 * 1. Several tops stand under an empty virtual head. Who does not count keeps the place in the chart.
 * 2. Bottom-up: a manager holds, per layer, whom no group has taken yet: the own reports and what came up. A layer
 *    that reaches the minimum becomes a group of that layer; the rest goes up and joins the same layer there.
 * 3. Nothing leaves a function (the unit of a layer-2 leader) that holds the minimum. What is left there becomes one
 *    mixed group if it reaches the minimum, else it joins the nearest group of its layer, else of the nearest layer.
 *    Smaller functions are pooled with each other at the head; what they have left joins the top group.
 * 4. The top group is the head and layer 2 and needs `topMinimum`; below that it takes in the smallest layer-3 group.
 *
 * The result depends on the chart and on what blocks there are, not on their order nor on anybody's name.
 * O(n log n) in positions and blocks.
 */
export function cutGroups(
  chart: FrozenChart,
  blocks: readonly Block[],
  minimum: number,
  topMinimum: number,
): Group[] | Refused {
  const people = blocks.reduce((sum, block) => sum + block.size, 0)
  if (people < minimum) return { refused: "too-few", people, minimum }

  const order = deepestFirst(chart)
  const leader = functionLeaders(chart, order)
  const holdings = new Map<number, Holding>()
  const functionSize = new Map<number, number>()
  const top = newDraft({ layers: [1, 2], size: 0, members: [], teams: 0 }, -1, -1)
  top.top = true
  for (const pool of teams(blocks)) {
    const node = blocks[pool.members[0] as number]?.node ?? -1
    if (pool.layers[0] <= 2) {
      swallow(top, pool)
      continue
    }
    const holding = holdings.get(node) ?? newHolding()
    addPool(holding, pool, minimum)
    holdings.set(node, holding)
    const fence = leader[node] ?? -1
    functionSize.set(fence, (functionSize.get(fence) ?? 0) + pool.size)
  }
  const fenced = (position: number) =>
    chart.layer[position] === 2 && (functionSize.get(position) ?? 0) >= minimum

  // Rules 2 and 3, from the deepest layer up.
  const drafts: GroupDraft[] = []
  const inside = new Map<number, GroupDraft[]>()
  const finish = (anchor: number, fence: number, holding: Holding) => {
    const own = inside.get(fence) ?? []
    inside.set(fence, own)
    for (const pool of takeRipe(holding)) own.push(newDraft(pool, anchor, fence))
  }
  for (const position of order) {
    const holding = holdings.get(position)
    if (!holding || (chart.layer[position] as number) < 2) continue
    holdings.delete(position)
    const above = leader[position] as number
    finish(position, fenced(above) ? above : -1, holding)
    if (fenced(position))
      placeLeft(chart, leftovers(holding), inside.get(position) ?? [], position, position, minimum)
    else {
      const manager = chart.parent[position] as number
      holdings.set(manager, passUp(holdings.get(manager), holding, minimum))
    }
  }

  // What small functions brought to the head; with several tops the head is virtual.
  const heads = [...holdings.keys()]
  const head = heads.find((position) => position >= 0) ?? -1
  const atHead = heads
    .map((key) => holdings.get(key) as Holding)
    .reduce((all: Holding | undefined, holding) => passUp(all, holding, minimum), undefined)
  if (atHead) {
    finish(head, -1, atHead)
    const own = inside.get(-1) ?? []
    const left = placeLeft(chart, leftovers(atHead), own, head, -1, minimum)
    // Too few to stand alone, and nobody of their kind: the top group takes them before any fence is crossed.
    const anywhere = top.members.length > 0 ? [top] : [...inside.values()].flat()
    for (const pool of left) joinNearest(chart, pool, anywhere)
  }
  for (const group of inside.values()) drafts.push(...group)
  if (top.members.length > 0) drafts.push(fillTop(top, drafts, topMinimum))
  return numberGroups(
    chart,
    blocks,
    drafts.filter((draft) => draft.members.length > 0),
    minimum,
  )
}

/** Blocks that hang on the same manager with the same layers are one pool; in an order that is the chart's own. */
function teams(blocks: readonly Block[]): Pool[] {
  const order = blocks.map((_, index) => index)
  order.sort((x, y) => {
    const a = blocks[x] as Block
    const b = blocks[y] as Block
    return a.node - b.node || a.layers[0] - b.layers[0] || a.layers[1] - b.layers[1] || a.size - b.size
  })
  const pools: Pool[] = []
  let last: Block | undefined
  for (const index of order) {
    const block = blocks[index] as Block
    const same = last && last.node === block.node && last.layers.every((at, i) => at === block.layers[i])
    const pool = pools.at(-1)
    if (same && pool) {
      pool.members.push(index)
      pool.size += block.size
    } else pools.push({ layers: [...block.layers], size: block.size, members: [index], teams: 1 })
    last = block
  }
  return pools
}

/**
 * Rule 3, what is left under one leader: one mixed group if that reaches the minimum, else each layer joins the
 * group of its own layer cut nearest the leader, else the nearest layer's. Returns what found no group.
 */
function placeLeft(
  chart: FrozenChart,
  left: Pool[],
  groups: GroupDraft[],
  anchor: number,
  fence: number,
  minimum: number,
): Pool[] {
  const size = left.reduce((sum, pool) => sum + pool.size, 0)
  if (size >= minimum) {
    const [first, ...others] = left as [Pool, ...Pool[]]
    const mixed = newDraft(first, anchor, fence)
    mixed.remainder = true
    for (const pool of others) swallow(mixed, pool)
    groups.push(mixed)
    return []
  }
  if (groups.length === 0) return left
  for (const pool of left) joinNearest(chart, pool, groups)
  return []
}

function swallow(draft: GroupDraft, pool: Pool): void {
  for (const member of pool.members) draft.members.push(member)
  draft.size += pool.size
  draft.teams += pool.teams
}

function joinNearest(chart: FrozenChart, pool: Pool, groups: readonly GroupDraft[]): void {
  const depth = (draft: GroupDraft) => chart.layer[draft.anchor] ?? 0
  const nearest = least(
    groups,
    (a, b) =>
      distance(a.layers, pool.layers) - distance(b.layers, pool.layers) ||
      depth(a) - depth(b) ||
      a.size - b.size ||
      a.anchor - b.anchor,
  )
  if (!nearest) return
  swallow(nearest, pool)
  nearest.joined.push(pool)
}

function least(
  drafts: readonly GroupDraft[],
  compare: (a: GroupDraft, b: GroupDraft) => number,
): GroupDraft | undefined {
  let best: GroupDraft | undefined
  for (const draft of drafts) if (best === undefined || compare(draft, best) < 0) best = draft
  return best
}

/** 0: the same layers; 1: overlapping; then by how far apart. */
function distance(a: readonly [number, number], b: readonly [number, number]): number {
  if (a[0] === b[0] && a[1] === b[1]) return 0
  return 1 + Math.max(0, a[0] - b[1], b[0] - a[1])
}

/** Rule 4: a top group below its minimum takes in the smallest layer-3 group, one outside every fence first. */
function fillTop(top: GroupDraft, drafts: GroupDraft[], topMinimum: number): GroupDraft {
  while (top.size < topMinimum) {
    const smallest = least(
      drafts.filter((draft) => draft.members.length > 0),
      (a, b) =>
        Number(a.fence >= 0) - Number(b.fence >= 0) ||
        distance(a.layers, [3, 3]) - distance(b.layers, [3, 3]) ||
        a.size - b.size ||
        a.anchor - b.anchor,
    )
    if (!smallest) break
    const { layers, size, members, teams } = smallest
    const pool: Pool = { layers, size, members: [...members], teams }
    swallow(top, pool)
    top.joined.push(pool)
    members.length = 0
  }
  return top
}
