import type { MeasureSpec, Observations } from "./release.ts"

/** One thing a cell is about. An item is a construct of itself alone, a construct a composite of itself alone. */
export interface Measure {
  id: string
  kind: "composite" | "construct" | "item"
  /** Per construct: the columns of its items that were observed. */
  constructs: Int8Array[][]
  /** Per construct: answers a person needs for a score, half of the items, rounded up. */
  needed: number[]
}

/** A longer construct is not scored: a person's answers to one are counted in five bits each (tally.ts). */
const mostItems = 31

/** All measures in the order of the release: composites, then each construct followed by its items. */
export function listMeasures(spec: MeasureSpec, observations: Observations): Measure[] {
  const columns = new Map(observations.itemIds.map((id, index) => [id, observations.items[index]]))
  const columnsOf = (items: { id: string }[]) =>
    items.length > mostItems
      ? []
      : items.map((item) => columns.get(item.id)).filter((column) => column !== undefined)
  const byId = new Map(spec.constructs.map((construct) => [construct.id, construct]))

  const composites = spec.composites.map((composite): Measure => {
    const members = composite.constructs.map((id) => byId.get(id)).filter((found) => found !== undefined)
    return {
      id: composite.id,
      kind: "composite",
      constructs: members.map((construct) => columnsOf(construct.items)),
      needed: members.map((construct) => half(construct.items.length)),
    }
  })
  const constructs = spec.constructs.flatMap((construct): Measure[] => [
    {
      id: construct.id,
      kind: "construct",
      constructs: [columnsOf(construct.items)],
      needed: [half(construct.items.length)],
    },
    ...construct.items.map(
      (item): Measure => ({ id: item.id, kind: "item", constructs: [columnsOf([item])], needed: [1] }),
    ),
  ])
  return [...composites, ...constructs]
}

/** Half of `count`, rounded up: what has to be answered of it for a score. */
export function half(count: number): number {
  return Math.ceil(count / 2)
}
