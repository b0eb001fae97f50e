import { lowestCommon } from "./chart-walk.ts"
import type { Block, FrozenChart, Group } from "./group.ts"
import type { GroupDraft } from "./group-draft.ts"
import { mergeReason } from "./merge-reason.ts"

/** Drafts → groups, anchored as low as they can be, in the order of the chart: the top group is 0. */
export function numberGroups(
  chart: FrozenChart,
  blocks: readonly Block[],
  drafts: GroupDraft[],
  minimum: number,
): Group[] {
  const groups = drafts.map((draft): Group => {
    const members = [...draft.members].sort((a, b) => a - b)
    const layers = span(blocks, members)
    const anchor = lowestCommon(
      chart,
      members.map((member) => blocks[member]?.node ?? -1),
    )
    const kind = draft.top ? "top" : layers[0] === layers[1] ? "pure" : "mixed"
    return {
      id: 0,
      anchor,
      layers,
      size: draft.size,
      kind,
      members,
      merged: mergeReason(chart, draft, anchor, layers, minimum),
    }
  })
  groups.sort(
    (a, b) =>
      Number(b.kind === "top") - Number(a.kind === "top") ||
      a.anchor - b.anchor ||
      a.layers[0] - b.layers[0] ||
      a.layers[1] - b.layers[1] ||
      a.size - b.size,
  )
  groups.forEach((group, id) => {
    group.id = id
  })
  return groups
}

/** First and last layer of whoever counts: a cohort nobody answered in puts no other layer into an atom. */
function span(blocks: readonly Block[], members: readonly number[]): [number, number] {
  const present = members.map((member) => blocks[member] as Block)
  const counted = present.filter((block) => block.size > 0)
  let [first, last] = [Number.POSITIVE_INFINITY, 0]
  for (const { layers } of counted.length > 0 ? counted : present) {
    first = Math.min(first, layers[0])
    last = Math.max(last, layers[1])
  }
  return [first, last]
}
