import { buildOrgChart, isBlocked, type ParseOptions, type PeopleFile, parsePeople } from "@throughline/org"

/** A people file, read: who is in it, where everybody stands, and what is wrong with it. */
export interface CheckedFile {
  file: PeopleFile
  blocked: boolean
  /** People by layer, 1 at the top. */
  layers: { layer: number; people: number }[]
  unplaced: number
}

/** The same functions that the server runs again on import. */
export function checkFile(text: string, options: ParseOptions): CheckedFile {
  const file = parsePeople(text, options)
  const chart = buildOrgChart(file.people)
  const people = new Map<number, number>()
  for (const layer of chart.layer) people.set(layer, (people.get(layer) ?? 0) + 1)
  const layers = [...people]
    .filter(([layer]) => layer > 0)
    .sort(([a], [b]) => a - b)
    .map(([layer, count]) => ({ layer, people: count }))
  return { file, blocked: isBlocked(file), layers, unplaced: chart.unplaced.length }
}
