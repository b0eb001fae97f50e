import { buildOrgChart } from "./org-chart.ts"
import { type ParseOptions, parsePeople } from "./parse-people.ts"
import type { ColumnMap, Issue } from "./person.ts"

/** What a people file says before any repair; the shape `throughline people check FILE --json` prints. */
export interface CheckedPeople {
  people: number
  /** Rows whose manager cell is blank: layer 1. */
  roots: number
  /** Layer → people on it. */
  layers: Record<string, number>
  /** People on a loop, under a self-manager or under an absent manager, and all below them. */
  unplaced: number
  columns: ColumnMap
  issues: Issue[]
}

/** Reads a people file as CSV text and describes it. Never throws. */
export function checkPeople(text: string, options: ParseOptions = {}): CheckedPeople {
  const file = parsePeople(text, options)
  const chart = buildOrgChart(file.people)
  const layers: Record<string, number> = {}
  for (const layer of chart.layer) if (layer > 0) layers[layer] = (layers[layer] ?? 0) + 1
  return {
    people: file.people.length,
    roots: chart.tops.length,
    layers,
    unplaced: chart.unplaced.length,
    columns: file.columns,
    issues: file.issues,
  }
}
