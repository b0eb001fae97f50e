import { type AnalysisInput, analyse, audit, type Earlier, type Finding } from "@throughline/analysis"
import { shuffle } from "@throughline/ballot"
import { measures, type Questionnaire } from "@throughline/instrument"
import {
  type DescribedColumn,
  describeResponses,
  type RefusedRows,
  type ResponseMapping,
  readResponses,
  responseTable,
} from "@throughline/org"
import type { StoredRelease } from "../releases/stored-release.ts"
import { type StoredColumn, storedColumns } from "../surveys/stored-columns.ts"
import { cutResponses } from "./cut-responses.ts"
import { questionnaireOf, type Topic } from "./questionnaire-of.ts"

export interface ResponseFile {
  bytes: Uint8Array
  fileName: string
}

export interface FoundColumns {
  rows: number
  columns: DescribedColumn[]
}

/** What a file holds, before anybody has said what its columns mean. */
export function describeFile({ bytes, fileName }: ResponseFile): FoundColumns | { refused: string } {
  const table = responseTable(bytes, fileName)
  return "refused" in table ? table : describeResponses(table)
}

export interface CountGiven extends ResponseFile {
  survey: { id: string; name: string; organization: string; closedAt: string }
  mapping: ResponseMapping
  topics: Topic[]
  k: number
  /** How many were asked; fewer than the file has rows: as many as it has. */
  asked: number
  seed: number
  /** What was told of other surveys at about the same time. Who is who in this one is not known. */
  earlier: Earlier[]
}

export interface Counted {
  release: StoredRelease
  /** Nothing may be stored while this is not empty. */
  findings: Finding[]
  observations: StoredColumn[]
  questionnaire: Questionnaire
  people: number
  refused: number
  refusedRows: RefusedRows[]
  notes: string[]
}

export interface Uncountable {
  refused: string
  refusedRows?: RefusedRows[]
}

/** What stands between the rows of a file and a release; a test takes it away to see the attack succeed. */
export const importGuards = { analyse, audit, cutResponses }

/**
 * A file in, results out, by the very functions that a close uses: cut, score, analyse, audit. Of the rows nothing is left but the
 * columns that a close stores, in an order that means nothing.
 */
export function countResponses(given: CountGiven, guards = importGuards): Counted | Uncountable {
  const { survey, mapping, k } = given
  const table = responseTable(given.bytes, given.fileName)
  if ("refused" in table) return table
  const made = questionnaireOf(survey.name, survey.organization, mapping, given.topics)
  if (made === undefined) return { refused: "These topics and questions make no questionnaire." }
  const read = readResponses(table, mapping)
  if ("refused" in read) return read
  const { refusedRows, notes } = read
  const people = read.answered.filter(Boolean).length
  const cut = guards.cutResponses(read, k, Math.max(given.asked, read.answered.length))
  if (cut === "too-few")
    return {
      refused: `Only ${people} ${people === 1 ? "person" : "people"} can be counted, fewer than the ${k} who must have answered.`,
      refusedRows,
    }

  const rows = [...read.answered.keys()].filter((person) => read.answered[person])
  const order = shuffle([...rows.keys()])
  const atom = Int32Array.from(order, (row) => cut.atom[row] as number)
  const values = read.values.map((column) =>
    Int8Array.from(order, (row) => column[rows[row] as number] ?? -1),
  )
  const columns = { itemIds: made.itemIds, values }
  const spec = measures(made.questionnaire)
  const places = spec.constructs.flatMap(({ items }) => items.map(({ id }) => made.itemIds.indexOf(id)))
  const input: AnalysisInput = {
    survey: { ...survey, k, invited: cut.invited, imported: { layers: read.layers } },
    measures: spec,
    observations: {
      atom,
      items: places.map((at) => values[at] as Int8Array),
      itemIds: places.map((at) => made.itemIds[at] ?? ""),
      atoms: cut.atoms.length,
    },
    atoms: cut.atoms,
    groupings: cut.groupings,
    seed: given.seed,
  }
  const release = guards.analyse(input, given.earlier)
  return {
    release: { ...release, uncounted: read.refusedCount },
    findings: guards.audit(release, input, given.earlier),
    observations: storedColumns(made.questionnaire, columns, atom, k),
    questionnaire: made.questionnaire,
    ...{ people, refused: read.refusedCount, refusedRows, notes },
  }
}
