import type { Estimate, GroupFacts } from "../knowing/types.ts"

/** Engagement beside alignment. Worked out of told figures alone. */
export interface EngagementBeside {
  /** null: the questionnaire asks nothing of the kind. */
  engagement: { id: string; name: string } | null
  alignment: { id: string; name: string } | null
  groups: GroupFacts[]
  places: EngagementPlace[]
  /** Over disjoint units of one depth; null: fewer than ten of them are told. Pearson's r, two decimals. */
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
