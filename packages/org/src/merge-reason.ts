import type { FrozenChart } from "./group.ts"
import type { GroupDraft } from "./group-draft.ts"

/** Says in a sentence why people of different teams or layers stand in one group; null for one team on one layer. */
export function mergeReason(
  chart: FrozenChart,
  draft: GroupDraft,
  anchor: number,
  layers: [number, number],
  minimum: number,
): string | null {
  const where =
    anchor >= 0 && (chart.layer[anchor] as number) > 1
      ? `under ${chart.heads[anchor]}`
      : "across small functions"
  const sentences: string[] = []
  const joined = draft.joined.reduce((sum, pool) => sum + pool.size, 0)
  const teams = draft.teams - draft.joined.reduce((sum, pool) => sum + pool.teams, 0)
  if (draft.remainder)
    sentences.push(
      `What was left on ${layerNames(layers)} ${where}: no layer of it has ${minimum} people of its own.`,
    )
  else if (!draft.top && teams > 1)
    sentences.push(
      `${teams} teams on ${layerNames(draft.layers)} ${where}: each has fewer than ${minimum} people.`,
    )
  if (draft.joined.length > 0) {
    const from = [...new Set(draft.joined.map((pool) => layerNames(pool.layers)))].join(", ")
    const people = joined === 1 ? "1 person" : `${joined} people`
    sentences.push(
      draft.top
        ? `The head and layer 2, with ${people} from ${from}, too few for a group of their own.`
        : `${people} from ${from} joined, too few for a group of their own.`,
    )
  }
  return sentences.length === 0 ? null : sentences.join(" ")
}

function layerNames([first, last]: readonly [number, number]): string {
  return first === last ? `layer ${first}` : `layers ${first} to ${last}`
}
