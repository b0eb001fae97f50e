import type { ChoiceOption } from "../choices/types.ts"
import type { GroupFacts } from "../knowing/types.ts"
import type { Agreement } from "../statistics/types.ts"

/** Who agrees with whom about the priorities. Worked out of told figures alone. */
export interface Across {
  /** One for each question that lets people choose several options; the organization's priorities first. */
  questions: AcrossQuestion[]
  groups: GroupFacts[]
}

export interface AcrossQuestion {
  id: string
  text: string
  pick: number
  options: ChoiceOption[]
  /** The order that units are compared with: the top group's, or the official one where the top group is not told. */
  reference: { kind: "top" | "official"; group: string | null; shares: number[] } | null
  /** All units that are told, also those inside others. */
  units: AcrossUnit[]
  /** Disjoint units, whose orders are compared; `tau[i][j]` is Kendall's tau-b, null where either is scattered or has no order. */
  matrix: { units: string[]; tau: (number | null)[][] }
  /** Options by how far units differ about them, the most divisive first. */
  dividing: DividingOption[]
}

export interface AcrossUnit {
  group: string
  /** Persons who chose; null: it would tell another answer. */
  n: number | null
  shares: number[]
  /** Kendall's W among the unit's people, two decimals; 0 no agreement, 1 the same options everywhere. */
  w: number
  /** p of W under random choices. */
  p: number
  /** Kendall's tau-b with the reference, options that cannot be told apart as tied; null: there is none, or no order. */
  tau: number | null
  tauLow: number | null
  tauHigh: number | null
  finding: "united-with-top" | "united-elsewhere" | "scattered" | "cannot-tell"
  /** rwg of the message beside it, as the release tells it; null: not told. */
  agreement: Agreement | null
}

export interface DividingOption {
  option: string
  /** Told shares of the units that differ most, in percent. */
  least: { group: string; share: number }
  most: { group: string; share: number }
  /** Holm-adjusted over the options: could units that all think alike differ as much? */
  p: number
}
