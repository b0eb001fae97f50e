import { wilsonInterval } from "../../packages/analysis/src/stats/proportion.ts"
import type { Found, Outcome } from "./scan-one.ts"

export interface Share {
  count: number
  of: number
  share: number | null
  /** Wilson, 95%. */
  low: number | null
  high: number | null
}

export interface Summary {
  organizations: number
  /** With enough atoms for a test. */
  testable: Share
  /** Of all organizations, tested or not: false alarms where nothing was planted. */
  alarms: Share
  /** Where a break was planted: found where it is; then, given any alarm, by the right manager, and in the boundary set. */
  power?: Share
  rightManager?: Share
  inBoundarySet?: Share
}

export function summarize(outcomes: readonly Outcome[], cut: "atoms" | "teams", isPlanted: boolean): Summary {
  const found = outcomes.map((one) => one[cut])
  const alarmed = found.filter(({ alarm }) => alarm)
  const summary: Summary = {
    organizations: found.length,
    testable: share(found, ({ tested }) => tested),
    alarms: share(found, ({ alarm }) => alarm),
  }
  if (!isPlanted) return summary
  return {
    ...summary,
    power: share(found, ({ hit }) => hit?.overlaps === true),
    rightManager: share(alarmed, ({ hit }) => hit?.rightManager === true),
    inBoundarySet: share(alarmed, ({ hit }) => hit?.inBoundarySet === true),
  }
}

function share(all: readonly Found[], holds: (one: Found) => boolean): Share {
  return shareOf(all.filter(holds).length, all.length)
}

export function shareOf(count: number, of: number): Share {
  const interval = wilsonInterval(count, of)
  return {
    ...{ count, of, share: of === 0 ? null : count / of },
    ...{ low: interval?.low ?? null, high: interval?.high ?? null },
  }
}
