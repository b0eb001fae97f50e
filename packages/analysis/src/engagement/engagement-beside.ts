import { comparedUnits, wholeOf } from "../across/compared-units.ts"
import { factsOf } from "../knowing/group-facts.ts"
import { percents, ranged, type Shown, toldShare } from "../knowing/told-share.ts"
import type { Estimate } from "../knowing/types.ts"
import type { MeasureSpec, Release } from "../release.ts"
import { linkOf } from "./link.ts"
import type { EngagementBeside, EngagementPlace } from "./types.ts"

/**
 * Engagement beside alignment: percent favourable of both by layer and unit, where each stands against the whole, and
 * whether the two go together over units. From told figures alone.
 */
export function engagementBeside(release: Release): EngagementBeside {
  const engagement = named(release.measures.constructs, "engagement")
  const alignment = alignmentOf(release.measures)
  if (engagement === null || alignment === null)
    return { engagement, alignment, groups: [], places: [], link: null, units: 0 }

  const told = release.groups.flatMap((group) => {
    const [engaged, aligned] = [group.cells[engagement.id], group.cells[alignment.id]]
    const isBreak = group.kind === "window" || group.kind === "elsewhere"
    return engaged?.state === "shown" && aligned?.state === "shown" && !isBreak
      ? [{ group, engaged, aligned }]
      : []
  })
  const whole = wholeOf(
    release.groups,
    release.groups.filter(({ kind }) => kind === "unit"),
  )
  const root = told.find(({ group }) => group.id === whole)
  const places = told.map(({ group, engaged, aligned }): EngagementPlace => {
    const estimates = { engaged: estimate(engaged), aligned: estimate(aligned) }
    const ways = root && [way(estimates.engaged, root.engaged), way(estimates.aligned, root.aligned)]
    return { group: group.id, ...estimates, part: partOf(ways ?? []) }
  })
  const { units } = comparedUnits(release.groups, new Set(told.map(({ group }) => group.id)))
  const ids = new Set(units.map(({ id }) => id))
  return {
    ...{ engagement, alignment, places },
    groups: factsOf(release.groups, new Set(told.map(({ group }) => group.id))),
    ...linkOf(told.filter(({ group }) => ids.has(group.id))),
  }
}

/** What alignment is read from: the summary of the message, or else whether the mission is clear. */
function alignmentOf({ composites, constructs }: MeasureSpec) {
  return named(composites, "message") ?? named(constructs, "mission-clarity")
}

function named(of: readonly { id: string; name: string }[], id: string): { id: string; name: string } | null {
  const found = of.find((one) => one.id === id)
  return found ? { id, name: found.name } : null
}

const estimate = (cell: Shown): Estimate => percents(ranged(toldShare(cell, "favourable"), cell.n))

/** Above (1) or below (-1) what the whole told, if the interval leaves that out, its rounding included; else 0. */
function way({ low, high }: Estimate, whole: Shown): number {
  const { least, most } = toldShare(whole, "favourable")
  if (low / 100 > most) return 1
  return high / 100 < least ? -1 : 0
}

function partOf([engaged, aligned]: readonly number[]): EngagementPlace["part"] {
  if (!engaged || !aligned) return "near"
  if (engaged === aligned) return engaged > 0 ? "both-high" : "both-low"
  return engaged > 0 ? "engaged-not-aligned" : "aligned-not-engaged"
}
