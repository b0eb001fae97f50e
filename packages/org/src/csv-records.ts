export interface CsvLimit {
  records: number
  cells: number
  cell: number
}

/**
 * Takes one record. `guessed` is the column where a quotation mark opens that is not closed: that line was read as it
 * stands.
 */
type Take = (cells: string[], guessed: number | null) => void

/** After this many the quotation marks of a file are taken for letters: they are no CSV. */
const GUESSED = 1000

/**
 * CSV text with line feeds → records, one at a time. Cells are quoted as RFC 4180 says. A quotation mark that is not
 * closed properly costs its own line only. Linear, and bounded by the limits given; true when there are more records.
 */
export function eachRecord(text: string, delimiter: string, limit: CsvLimit, take: Take): boolean {
  let at = 0
  let filled = 0
  let guesses = 0
  // Looked for once, not once a line: it may stand far away.
  let quote = text.indexOf('"')
  while (at < text.length) {
    const end = lineEnd(text, at)
    if (end > at && ++filled > limit.records) return true
    if (quote >= 0 && quote < at) quote = text.indexOf('"', at)
    if (quote < 0 || quote >= end || guesses >= GUESSED) {
      take(text.slice(at, end).split(delimiter, limit.cells), null)
      at = end + 1
      continue
    }
    const record = quotedRecord(text, at, delimiter, limit)
    if ("next" in record) {
      take(record.cells, null)
      at = record.next
      continue
    }
    guesses++
    take(looseLine(text.slice(at, end), delimiter, limit), record.column)
    at = end + 1
  }
  return false
}

/** The first records of a text. */
export function firstRecords(text: string, delimiter: string, limit: CsvLimit): string[][] {
  const records: string[][] = []
  eachRecord(text, delimiter, limit, (cells) => records.push(cells))
  return records
}

/** One record with quoted cells; the column where a quotation mark does not close when it cannot be read. */
function quotedRecord(
  text: string,
  from: number,
  delimiter: string,
  limit: CsvLimit,
): { cells: string[]; next: number } | { column: number } {
  const cells: string[] = []
  let at = from
  let end = lineEnd(text, at)
  for (;;) {
    if (text[at] === '"') {
      const quoted = quotedCell(text, at, limit.cell)
      if (!quoted) return { column: cells.length }
      if (cells.length < limit.cells) cells.push(quoted.text)
      at = quoted.next
      if (at >= text.length || text[at] === "\n") return { cells, next: at + 1 }
      if (!text.startsWith(delimiter, at)) return { column: cells.length - 1 }
      at += delimiter.length
      if (at > end) end = lineEnd(text, at)
      continue
    }
    const rest = text.slice(at, end)
    const length = rest.indexOf(delimiter)
    if (cells.length < limit.cells) cells.push(length < 0 ? rest : rest.slice(0, length))
    if (length < 0) return { cells, next: end + 1 }
    at += length + delimiter.length
  }
}

function lineEnd(text: string, from: number): number {
  const feed = text.indexOf("\n", from)
  return feed < 0 ? text.length : feed
}

/** The cell whose quotation mark opens at `from`; blanks after the closing one do not matter. Null: not closed. */
function quotedCell(text: string, from: number, longest: number): { text: string; next: number } | null {
  let close = text.indexOf('"', from + 1)
  let doubled = false
  while (close >= 0 && text[close + 1] === '"') {
    doubled = true
    close = text.indexOf('"', close + 2)
    if (close - from > longest * 2) break
  }
  if (close < 0) return null
  const inside = text.slice(from + 1, close)
  // A mark that is never closed swallows lines until the next one: no cell is that long over several lines.
  if (inside.length > longest && inside.includes("\n")) return null
  let next = close + 1
  while (text[next] === " ") next++
  return { text: doubled ? inside.replaceAll('""', '"') : inside, next }
}

/** A line with a stray quotation mark: cells that are quoted properly within it are, the mark is a letter. */
function looseLine(line: string, delimiter: string, limit: CsvLimit): string[] {
  const cells: string[] = []
  let at = 0
  while (cells.length < limit.cells) {
    const quoted = line[at] === '"' ? quotedCell(line, at, limit.cell) : null
    const isWhole = quoted !== null && (quoted.next >= line.length || line.startsWith(delimiter, quoted.next))
    if (isWhole) cells.push(quoted.text)
    const next = isWhole ? quoted.next : line.indexOf(delimiter, at)
    if (!isWhole) cells.push(line.slice(at, next < 0 ? line.length : next))
    if (next < 0 || next >= line.length) return cells
    at = next + delimiter.length
  }
  return cells
}
