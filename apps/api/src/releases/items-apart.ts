import type { Release, ReleaseGroup, Step } from "@throughline/analysis"

/** The figures of single questions, apart from the release they belong to. */
export interface ReleaseItems {
  construct: string
  /** Only groups with such figures. */
  groups: Pick<ReleaseGroup, "id" | "cells" | "distributions">[]
  steps: Step[]
}

/**
 * A release without the figures of single questions. In an organization of 100,000 people they are three fifths of it,
 * and a reader looks at those of one construct at a time. Nor what people show and which options they chose: routes of
 * their own tell that. What is left is as it was.
 */
export function withoutItems<R extends Release>(release: R): R {
  const items = new Set(
    release.measures.constructs.flatMap((construct) => construct.items.map(({ id }) => id)),
  )
  const shown = new Set((release.measures.objectives ?? []).map(({ id }) => id))
  const keep = (measure: string) => !items.has(measure) && !shown.has(measure)
  const { choices: _, ...rest } = release
  return {
    ...(rest as R),
    groups: release.groups.map((group) => ({
      ...group,
      cells: only(group.cells, keep),
      distributions: only(group.distributions, keep),
    })),
    steps: release.steps.filter(({ measure }) => keep(measure)),
  }
}

/**
 * What the first picture of a release is drawn from, a hundredth of it: the root (the organization, or a leader's own
 * unit) and its layers, without the units, single questions, atoms and what is said beside a measure's cells.
 */
export function withoutUnits<R extends Release & { own?: { group: string } }>(release: R): R {
  const root = release.own?.group ?? "all"
  const { statistics: _, ...rest } = release
  const isLayer = ({ kind, parent }: ReleaseGroup) =>
    root === "all" ? kind === "layer" : kind === "unit-layer" && parent === root
  return withoutItems({
    ...(rest as R),
    atoms: [],
    groups: release.groups.filter((group) => group.id === root || isLayer(group)),
    steps: release.steps.filter(({ group }) => group === root),
  })
}

/** What `withoutItems` leaves out, for the items of one construct; undefined: the release has no such construct. */
export function itemsOf(release: Release, construct: string): ReleaseItems | undefined {
  const found = release.measures.constructs.find(({ id }) => id === construct)
  if (!found) return undefined
  const items = new Set(found.items.map(({ id }) => id))
  const keep = (measure: string) => items.has(measure)
  return {
    construct,
    groups: release.groups
      .map(({ id, cells, distributions }) => ({
        id,
        cells: only(cells, keep),
        distributions: only(distributions, keep),
      }))
      .filter(({ cells }) => Object.keys(cells).length > 0),
    steps: release.steps.filter(({ measure }) => keep(measure)),
  }
}

function only<T>(of: Record<string, T>, keep: (measure: string) => boolean): Record<string, T> {
  return Object.fromEntries(Object.entries(of).filter(([measure]) => keep(measure)))
}
