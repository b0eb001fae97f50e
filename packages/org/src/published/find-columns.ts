import { headerKey } from "../header-key.ts"
import { type HeaderWord, publishedHeaders } from "./header-words.ts"
import { readOrder } from "./read-number.ts"
import type { PublishedColumns, PublishedField, PublishedIssue } from "./types.ts"

export interface FoundColumns {
  kind: "layers" | "units"
  /** Field → indices of its columns: several are added up, which only a percent can be. */
  at: Partial<Record<PublishedField, number[]>>
  columns: PublishedColumns
  /** A mean score of 0 to 100 stands for the percent. */
  isScore: boolean
  issues: PublishedIssue[]
}

/** How many of these cells are headers that are known. */
export function knownPublishedHeaders(cells: readonly string[]): number {
  return cells.filter((cell) => WORD_LISTS.some((words) => words.includes(keyOf(cell)))).length
}

const WORD_LISTS = Object.values(publishedHeaders)

/** “%” alone is a percent, as is a header that says no more. */
const keyOf = (header: string) => (/^\s*[%٪]\s*$/.test(header) ? "percent" : headerKey(header))

/** Which column means what; `chosen` by hand goes before what headers say. What must be there and is not is told. */
export function findColumns(
  headers: readonly string[],
  cells: readonly string[][],
  chosen: PublishedColumns = {},
): FoundColumns {
  const issues: PublishedIssue[] = []
  const at: FoundColumns["at"] = {}
  for (const [field, header] of Object.entries(chosen) as [PublishedField, string][]) {
    const whole = headers.indexOf(header)
    const parts = whole >= 0 ? [whole] : header.split("+").map((part) => headers.indexOf(part.trim()))
    if (parts.includes(-1)) issues.push(notThere(field, header))
    else at[field] = parts
  }
  const taken = () => new Set(Object.values(at).flat())
  const candidates = (word: HeaderWord) => {
    const used = taken()
    return publishedHeaders[word].flatMap((key) =>
      headers.flatMap((header, index) => (keyOf(header) === key && !used.has(index) ? [index] : [])),
    )
  }
  const isNumeric = (index: number) =>
    cells.every((row) => (row[index] ?? "") === "" || readOrder(row[index] ?? "") !== undefined)
  const take = (field: PublishedField, index: number | undefined) => {
    if (index !== undefined && at[field] === undefined) at[field] = [index]
  }

  for (const field of ["percent", "respondents", "wave", "order"] as const) take(field, candidates(field)[0])
  const isScore = at.percent === undefined && candidates("score").length > 0
  if (isScore) take("percent", candidates("score")[0])
  const levels = candidates("level")
  take("level", levels.find((index) => !isNumeric(index)) ?? levels[0])
  take("order", candidates("level").find(isNumeric))
  // “Level 3” may be all there is: its number is its place.
  if (at.level && !at.order && isNumeric(at.level[0] as number)) at.order = at.level
  if (!at.level && at.order) at.level = at.order
  const kind = at.level === undefined || (chosen.level !== undefined && !at.order) ? "units" : "layers"
  if (at.level === undefined) take("level", candidates("unit")[0])
  for (const field of ["question", "code", "group"] as const) take(field, candidates(field)[0])
  if (!at.question && at.code) at.question = at.code
  // “Item” beside “Question text” is what the question is called.
  take("code", candidates("question")[0])

  for (const field of ["level", "respondents", "question", "percent"] as const)
    if (!at[field] && chosen[field] === undefined) issues.push(missing(field, headers))
  if (kind === "layers" && at.level && !at.order) issues.push(missing("order", headers))
  const columns = Object.fromEntries(
    Object.entries(at).map(([field, indices]) => [field, indices.map((index) => headers[index]).join("+")]),
  )
  return { kind, at, columns, isScore, issues }
}

const MEANT: Record<PublishedField, [what: string, such: string]> = {
  wave: ["the wave", "“year”"],
  group: ["what the layers are of", "“group”"],
  level: ["the layers or units", "“level”, or “unit”"],
  order: ["the order of the layers, a number that is larger the higher the layer", "“level_order”"],
  respondents: ["the number of respondents", "“respondents”"],
  code: ["the code of the question", "“code”"],
  question: ["the question", "“question”"],
  percent: [
    "the percent that is favourable",
    "“percent_positive”, or for the sum of several answers “strongly agree+agree”",
  ],
}

function missing(field: PublishedField, headers: readonly string[]): PublishedIssue {
  const [what, such] = MEANT[field]
  return {
    ...{ code: "missing-column", row: null, column: null },
    message: `No column says ${what}. The columns are: ${listed(headers)}.`,
    repair: `Name the column ${such}, or say which one it is (${field}=HEADER).`,
  }
}

function listed(headers: readonly string[]): string {
  const some = headers.slice(0, 12).map((header) => (header.length > 40 ? `${header.slice(0, 39)}…` : header))
  return headers.length > 12 ? `${some.join(", ")} and ${headers.length - 12} more` : some.join(", ")
}

function notThere(field: PublishedField, header: string): PublishedIssue {
  return {
    ...{ code: "missing-column", row: null, column: header },
    message: `There is no column “${header}”, which was chosen for ${field}.`,
    repair: "Write the header as it stands in the file.",
  }
}
