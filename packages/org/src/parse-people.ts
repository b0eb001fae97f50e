import type { ColumnMap, PeopleFile } from "./person.ts"
export interface ParseOptions {
  columns?: ColumnMap
  delimiter?: string
}
export function parsePeople(_text: string, _options?: ParseOptions): PeopleFile {
  return { headers: [], columns: {}, people: [], issues: [] }
}
