import { textDecoder } from "../text-decoder.ts"

const QUOTE = 34
const FEED = 10
const RETURN = 13
/** A quotation mark that does not close within so many bytes is a letter. */
const LONGEST_QUOTED = 40_000

/** CSV as bytes, read row by row; the cells of a row are places in the bytes, so that none of them is made a text unasked. */
export interface ByteRows {
  bytes: Uint8Array
  delimiter: number
  /** Where the next row begins. */
  at: number
  /** Of the row that was read, as a spreadsheet numbers it. */
  row: number
  /** Cells of the row, at most as many as fit into `starts`; `count` may be more. */
  count: number
  starts: Int32Array
  ends: Int32Array
  /** A cell has doubled quotation marks within. */
  doubled: boolean
  /** A quotation mark of the row is not closed; it was read as it stands. */
  broken: boolean
}

export function byteRows(bytes: Uint8Array, delimiter: number, columns: number, at = 0): ByteRows {
  const cells = { count: 0, starts: new Int32Array(columns), ends: new Int32Array(columns) }
  return { bytes, delimiter, at, row: 0, ...cells, doubled: false, broken: false }
}

/** Reads one row; false at the end. A blank line is a row without cells. */
export function nextRow(rows: ByteRows): boolean {
  const { bytes, delimiter, starts, ends } = rows
  const length = bytes.length
  const most = starts.length
  let at = rows.at
  if (at >= length) return false
  rows.row++
  rows.doubled = false
  rows.broken = false
  let count = 0
  for (;;) {
    let start = at
    let end: number
    if (bytes[at] === QUOTE && !rows.broken) {
      const close = closing(rows, at)
      if (close < 0) {
        rows.broken = true
        continue
      }
      start = at + 1
      end = close
      at = close + 1
      while (bytes[at] === 32) at++
      if (bytes[at] === RETURN && (bytes[at + 1] === FEED || at + 1 === length)) at++
    } else {
      let byte = bytes[at]
      while (at < length && byte !== delimiter && byte !== FEED) byte = bytes[++at]
      end = at
      if (end > start && bytes[end - 1] === RETURN && byte !== delimiter) end--
    }
    if (count < most) {
      starts[count] = start
      ends[count] = end
    }
    count++
    if (at >= length || bytes[at] === FEED) break
    at++
  }
  rows.at = at + 1
  rows.count = count === 1 && starts[0] === ends[0] ? 0 : count
  return true
}

/** Where the quoted cell that opens at `from` closes; -1 when it does not, or when more of the cell follows. */
function closing(rows: ByteRows, from: number): number {
  const { bytes, delimiter } = rows
  const last = Math.min(bytes.length, from + LONGEST_QUOTED)
  for (let at = from + 1; at < last; at++) {
    if (bytes[at] !== QUOTE) continue
    if (bytes[at + 1] === QUOTE) {
      rows.doubled = true
      at++
      continue
    }
    let next = at + 1
    while (bytes[next] === 32) next++
    const byte = bytes[next]
    return byte === delimiter || byte === FEED || byte === RETURN || next >= bytes.length ? at : -1
  }
  return -1
}

const decoder = textDecoder("utf-8")

/** The text of a cell, without blanks around it. */
export function cellText(rows: ByteRows, cell: number): string {
  if (cell >= rows.count || cell >= rows.starts.length) return ""
  const text = decoder.decode(rows.bytes.subarray(rows.starts[cell], rows.ends[cell]))
  return (rows.doubled ? text.replaceAll('""', '"') : text).trim()
}
