import type { Estimate, GroupFacts } from "../knowing/types.ts"

/** Engagement beside alignment. Worked out of told figures alone. */
export interface EngagementBeside {
  engagement: { id: string; name: string }
  alignment: { id: string; name: string }
  groups: GroupFacts[]
  places: EngagementPlace[]
  /** Over disjoint units of one depth; null: fewer than ten of them are told. */
  link: {
    units: number
    depth: number
    pearson: Estimate
    finding: "together" | "apart" | "cannot-tell"
  } | null
  /** Disjoint units that are told, also where they are too few for a link. */
  units: number
}

export interface EngagementPlace {
  group: string
  /** Percent favourable. */
  engaged: Estimate
  aligned: Estimate
  /** Against the whole organization, where the interval leaves it out on both. */
  part: "engaged-not-aligned" | "aligned-not-engaged" | "both-high" | "both-low" | "near"
}
