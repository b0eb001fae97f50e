/** What the columns of a file of responses mean, as HR has settled it. */
export interface ResponseMapping {
  /** Where somebody stands: by columns that name layer and units, or by who manages whom. */
  place: UnitPlace | ManagerPlace
  /** A column that names the person; an id that stands twice is refused. */
  person: string | null
  items: ResponseItem[]
  /** What a text, or a number that is no answer by itself, means: 1 to 5, 0 "cannot say", null not answered. */
  answers: Record<string, number | null>
}

export interface UnitPlace {
  kind: "units"
  /** Its values from the top layer down; null: the file knows no layers. */
  layer: { column: string; order: string[] } | null
  /** Columns of units, the outermost first. */
  units: string[]
}

export interface ManagerPlace {
  kind: "managers"
  /** A column with the id of each person's manager, as it stands in the column of the person. */
  manager: string
}

export interface ResponseItem {
  column: string
  /** Id of the topic. */
  construct: string
  text: string
  /** 5 is the worst answer. */
  reverse: boolean
}

/** Above these a file is refused by name. */
export const responseLimits = { items: 120, layers: 20, unitColumns: 3, units: 5_000, answers: 300 }
