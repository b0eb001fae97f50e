import type { ParseOptions } from "./parse-people.ts"
import type { ColumnMap, Issue } from "./person.ts"
export interface CheckedPeople {
  people: number
  roots: number
  layers: Record<string, number>
  unplaced: number
  columns: ColumnMap
  issues: Issue[]
}
export function checkPeople(_text: string, _options?: ParseOptions): CheckedPeople {
  return { people: 0, roots: 0, layers: {}, unplaced: 0, columns: {}, issues: [] }
}
