/** The org chart as a survey freezes it: positions 0.. of plain data, nothing that names a person but `heads`. */
export interface FrozenChart {
  /** The manager's position; -1 for whoever stands at the top. */
  parent: Int32Array
  /** 1 is the head. Several tops stand on layer 2 under an empty virtual head. 0: has no place, is never counted. */
  layer: Int32Array
  /** What the unit below a position is called: its department, or its head's name. */
  heads: string[]
}

/** People that a cut may not part: a person at launch, a cohort at close, an atom for the coarser partition. */
export interface Block {
  /** Position of the manager the people hang on; for the head itself its own position; -1 the virtual head. */
  node: number
  /** First and last layer of the people inside. */
  layers: [number, number]
  /** How many count: invited at launch, respondents at close. */
  size: number
}

export type GroupKind = "pure" | "mixed" | "top"

export interface Group {
  /** 0.. in an order that depends on the chart alone. */
  id: number
  /** Lowest position whose unit holds everybody in the group; -1 the virtual head. */
  anchor: number
  layers: [number, number]
  size: number
  kind: GroupKind
  /** Indexes of the blocks inside, ascending. */
  members: number[]
  /** Why people were put together, for HR; null when it is one team on one layer. */
  merged: string | null
}

export interface Refused {
  refused: "too-few"
  people: number
  minimum: number
}

/** Something a release may show: a union of atoms. */
export interface Grouping {
  /** `all`, `layer:4`, `layer:1-2` (the top group), `unit:17`, `unit:17/layer:4`. */
  id: string
  kind: "organization" | "layer" | "unit" | "unit-layer"
  name: string
  /** The nearest shown unit around it, or `all`; null for `all` itself. */
  parent: string | null
  layer: number | null
  /** Position of the unit's head. */
  unit: number | null
  depth: number
  /** Ids of the atoms it is made of. */
  atoms: number[]
  /** Invited people of that group in the org chart … */
  invited: number
  /** … and how many of them stand in the atoms shown. */
  covered: number
}
