import type { ReleasedComments, ViewedRelease } from "../api.ts"
import { counted } from "../format.ts"
import type { FigureTable } from "../frame/figure.tsx"

type Question = ReleasedComments["questions"][number]

/** The comments of some layers: how many of them are about what. */
export interface LayerTopics {
  id: string
  label: string
  topics: { name: string; people: number }[]
}

const OTHER = "Other topics, or none"
const NO_LAYER = "Not told by layer"
const hasLayers = (blocks: readonly LayerTopics[]) => blocks.some(({ id }) => id !== "none")

/**
 * What each layer wrote about, from the told counts alone: a count of a group is one of that group's layers. Counts
 * without a group stand by themselves, since they may be of any layer.
 */
export function topicsByLayer(
  { groups }: ReleasedComments,
  { counts }: Question,
  atoms: ViewedRelease["atoms"],
): LayerTopics[] {
  const layers = new Map(
    groups.map(({ id }) => {
      const own = atoms.filter(({ coarse }) => coarse === id).map((atom) => atom.layers)
      return [id, [Math.min(...own.map(([from]) => from)), Math.max(...own.map(([, to]) => to))] as const]
    }),
  )
  const blocks = new Map<string, LayerTopics & { order: number }>()
  for (const { topic, group, people } of counts) {
    const [from, to] = (group === null ? undefined : layers.get(group)) ?? [Number.POSITIVE_INFINITY, 0]
    const isTold = Number.isFinite(from)
    const id = isTold ? `${from}-${to}` : "none"
    const label = !isTold ? NO_LAYER : from === to ? `Layer ${from}` : `Layers ${from} to ${to}`
    const block = blocks.get(id) ?? { id, label, topics: [], order: from * 100 + to }
    blocks.set(id, block)
    const name = topic ?? OTHER
    const known = block.topics.find((one) => one.name === name)
    if (known) known.people += people
    else block.topics.push({ name, people })
  }
  return [...blocks.values()]
    .sort((a, b) => (a.order === b.order ? 0 : a.order - b.order))
    .map(({ id, label, topics }) => ({
      ...{ id, label },
      topics: topics.sort(
        (a, b) => Number(a.name === OTHER) - Number(b.name === OTHER) || b.people - a.people,
      ),
    }))
}

/** The topic most written about, by layer where that is told; never what nobody gave a topic. */
export function topicsHeadline(blocks: readonly LayerTopics[]): string {
  const [only] = hasLayers(blocks) ? [] : (blocks[0]?.topics ?? []).filter(({ name }) => name !== OTHER)
  if (only !== undefined)
    return `Written about most: “${only.name}” (${counted(only.people, "person", "people")})`
  const firsts = blocks.flatMap(({ id, label, topics }) => {
    const [first] = topics.filter(({ name }) => name !== OTHER)
    return first === undefined || id === "none" ? [] : [{ label, ...first }]
  })
  const [most, ...others] = [...firsts].sort((a, b) => b.people - a.people)
  if (most === undefined) return "Which layer wrote about what cannot be told"
  const same = others.length > 0 && others.every(({ name }) => name === most.name)
  return same
    ? `In every layer that can be told, “${most.name}” is written about most`
    : `${most.label}: written about most is “${most.name}” (${counted(most.people, "person", "people")})`
}

/** How much of what was passed on the picture cannot place: the rest of a layer may be there. */
export function topicsSure(blocks: readonly LayerTopics[]): string {
  const sum = (list: readonly LayerTopics[]) =>
    list.flatMap(({ topics }) => topics).reduce((all, { people }) => all + people, 0)
  const all = sum(blocks)
  const without = sum(blocks.filter(({ id }) => id === "none"))
  const least = "Who writes decides for themselves, so these are comments, not shares of a layer."
  if (!hasLayers(blocks))
    return `Which layer wrote about what cannot be told: too few of one group share a topic. ${least}`
  return without === 0
    ? `All ${all} comments that were passed on are told by layer. ${least}`
    : `${without} of the ${all} comments that were passed on are not told by layer, because too few of one group share their topic: a layer may have more of a topic than is drawn. ${least}`
}

export function topicsTable(blocks: readonly LayerTopics[], question: string): FigureTable {
  return {
    caption: `Topics by layer: ${question}`,
    columns: ["Layer", "Topic", "People"],
    rows: blocks.flatMap(({ label, topics }) =>
      topics.map(({ name, people }): [string, string, number] => [label, name, people]),
    ),
  }
}
