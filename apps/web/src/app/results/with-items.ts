import type { ReleaseItems, ViewedRelease } from "../api.ts"

/** The release with the figures of one construct's questions put back where they belong. */
export function withItems(release: ViewedRelease, items: ReleaseItems): ViewedRelease {
  const byId = new Map(items.groups.map((group) => [group.id, group]))
  return {
    ...release,
    groups: release.groups.map((group) => {
      const more = byId.get(group.id)
      if (!more) return group
      return {
        ...group,
        cells: { ...group.cells, ...more.cells },
        distributions: { ...group.distributions, ...more.distributions },
      }
    }),
    steps: [...release.steps, ...items.steps],
  }
}
