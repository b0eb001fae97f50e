/** What a release says of a measure beside its cells: how well it is measured and how far units can be told apart by it. */
export interface MeasureStatistics {
  /** Over the whole organization, of a construct's items and a composite's constructs; null: fewer than 50 people have all, or there is one. */
  alpha: { value: number; low: number; high: number } | null
  omega: number | null
  /** Share of the variance that lies between atoms, and how reliably atoms' means differ; two decimals. null: undefined. */
  icc1: number | null
  icc2: number | null
  /** By id of a unit whose cell is told without bounds. */
  units: Record<string, UnitStatistics>
}

/** In a leader's part of a release what hangs on answers elsewhere is null: reliability and shrunk. */
export interface UnitStatistics {
  /** lambda = n ICC1 / (1 + (n - 1) ICC1), two decimals. Below .60 the mean is not fit for ranking. null: ICC1 is not above 0. */
  reliability: number | null
  /** The mean drawn towards the organization's by what is not reliable, one decimal: what units are ranked by. */
  shrunk: number | null
  /** Agreement inside the unit; null where it could spell out answers. */
  agreement: Agreement | null
}

export interface Agreement {
  /** rwg or, for several items, rwg(j): against answers spread evenly, and against ones slightly leaning to agreement. */
  uniform: number
  slightSkew: number
  /** Mean distance of an answer from the unit's mean of that question, scale points, one decimal; up to .83 is agreement. */
  averageDeviation: number
}
