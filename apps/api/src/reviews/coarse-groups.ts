import type { AtomInfo } from "@throughline/analysis"
import type { FrozenChart } from "@throughline/org"
import type { CommentGroup } from "../releases/stored-release.ts"
import { cohortName } from "../surveys/cut.ts"

/** The coarser groups that comments are read and told in, named after the lowest manager who has all of them below. */
export function coarseGroups(atoms: readonly AtomInfo[], chart: FrozenChart): CommentGroup[] {
  const members = new Map<number, AtomInfo[]>()
  for (const atom of atoms) members.set(atom.coarse, [...(members.get(atom.coarse) ?? []), atom])
  return [...members]
    .sort(([a], [b]) => a - b)
    .map(([id, own]) => ({
      id,
      label: cohortName(chart, {
        ...{ id, size: 0, members: [], merged: null },
        anchor: own.map(({ anchor }) => anchor).reduce((a, b) => above(chart, a, b)),
        layers: [
          Math.min(...own.map(({ layers }) => layers[0])),
          Math.max(...own.map(({ layers }) => layers[1])),
        ],
        kind: own.every(({ kind }) => kind === "top") ? "top" : "mixed",
      }),
      respondents: own.reduce((sum, { respondents }) => sum + respondents, 0),
    }))
}

/** The lowest position that has both below it or is one of them; -1: the virtual head. */
function above(chart: FrozenChart, a: number, b: number): number {
  const chain = new Set<number>()
  for (let at = a; at >= 0; at = chart.parent[at] ?? -1) chain.add(at)
  for (let at = b; at >= 0; at = chart.parent[at] ?? -1) if (chain.has(at)) return at
  return -1
}
