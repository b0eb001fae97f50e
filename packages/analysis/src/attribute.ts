import type { Cell } from "./release.ts"

/** The one attribute that people gave inside their sealed ballots, a location say. */
export interface AttributeInput {
  /** Texts by language. */
  label: Partial<Record<string, string>>
  values: AttributeValue[]
  /** By respondent the place of the value; as many as there are values: rather not say, or no answer. */
  of: Int8Array
  /** People invited, by atom × (values + 1) + value, as the people file has them: who reads the release may know that file. */
  invited: Int32Array
}

export interface AttributeValue {
  id: string
  text: Partial<Record<string, string>>
}

/** Function × value. The only thing that is ever told of the attribute. */
export interface AttributeTable {
  label: Partial<Record<string, string>>
  values: AttributeValue[]
  /** Functions of which anything is told, and the whole organization, where it is. */
  rows: AttributeRow[]
}

export interface AttributeRow {
  /** Id of the function's group, or of the whole organization's. */
  group: string
  /** By construct one cell for each value, and a last one for those who would rather not say. */
  cells: Record<string, Cell[]>
}

/** Persons are kept apart by atom and by value: the elementary cells that everything told is a union of. */
export function refined(attribute: Pick<AttributeInput, "values">, atoms: number) {
  const width = attribute.values.length + 1
  return {
    width,
    size: atoms * width,
    /** The cells of these atoms, of one value or of all. */
    cells: (held: readonly number[], value?: number): number[] =>
      held.flatMap((atom) =>
        value === undefined
          ? Array.from({ length: width }, (_, at) => atom * width + at)
          : [atom * width + value],
      ),
    /** By respondent. */
    of: (atom: Int32Array, values: Int8Array): Int32Array =>
      atom.map((held, person) => held * width + (values[person] as number)),
  }
}
