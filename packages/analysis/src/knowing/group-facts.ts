import type { ReleaseGroup } from "../release.ts"
import type { GroupFacts } from "./types.ts"

/** Of the groups named and of those they lie in, in the order of the release. */
export function factsOf(groups: readonly ReleaseGroup[], named: ReadonlySet<string>): GroupFacts[] {
  const byId = new Map(groups.map((group) => [group.id, group]))
  const wanted = new Set<string>()
  for (const id of named) {
    for (let at = byId.get(id); at && !wanted.has(at.id); at = byId.get(at.parent ?? "")) wanted.add(at.id)
  }
  return groups
    .filter(({ id }) => wanted.has(id))
    .map(({ id, kind, name, parent, layer, layers, depth, respondents }) => ({
      ...{ id, kind, name, parent, layer, layers, depth, respondents },
    }))
}
