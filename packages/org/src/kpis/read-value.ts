import { isBlank } from "../published/read-number.ts"
import { isFigure } from "./is-figure.ts"
import type { Decimals } from "./kpi-file.ts"

/** What a cell says of the sign before its column's decimals: nothing, it is the point or the comma, or either. */
export const SAYS = { nothing: 0, point: 1, comma: 2, either: 3 } as const

/** A number that was read. One is used over and over: a file has millions of cells. */
export interface ReadCell {
  value: number
  says: number
  isPercent: boolean
}

const POWERS = Float64Array.from({ length: 16 }, (_, power) => 10 ** power)
const [POINT, COMMA, MINUS, PERCENT, BLANK] = [46, 44, 45, 37, 32]

/**
 * Reads a number as most cells hold it – digits, groups of three, decimals, a percent sign – without making a text of it. False:
 * it is something else, see readText.
 */
export function readBytes(
  cell: ReadCell,
  bytes: Uint8Array,
  start: number,
  end: number,
  decimals: Decimals,
): boolean {
  const decimal = decimals === "point" ? POINT : COMMA
  const group = decimals === "point" ? COMMA : POINT
  let from = start
  let to = end
  while (bytes[from] === BLANK) from++
  while (to > from && bytes[to - 1] === BLANK) to--
  cell.isPercent = bytes[to - 1] === PERCENT
  if (cell.isPercent) {
    to--
    if (bytes[to - 1] === BLANK) to--
  }
  const isNegative = bytes[from] === MINUS
  if (isNegative) from++
  let whole = 0
  let digits = 0
  let since = 0
  let groups = 0
  let before = -1
  for (let at = from; at < to; at++) {
    const byte = bytes[at] as number
    if (byte >= 48 && byte <= 57) {
      whole = whole * 10 + byte - 48
      digits++
      since++
    } else if (byte === group) {
      if (before >= 0 || (groups === 0 ? since < 1 || since > 3 : since !== 3)) return false
      groups++
      since = 0
    } else if (byte === decimal) {
      if (before >= 0 || digits === 0 || (groups > 0 && since !== 3)) return false
      before = digits
      since = 0
    } else return false
  }
  // Beyond 15 digits a quotient of two doubles is not the nearest one any more.
  if (digits === 0 || digits > 15) return false
  const ours = decimals === "point" ? SAYS.point : SAYS.comma
  let value = whole
  if (before >= 0) {
    if (since === 0) return false
    value = whole / (POWERS[since] as number)
    const mayBeGroup = groups === 0 && since === 3 && before <= 3 && bytes[from] !== 48
    cell.says = mayBeGroup ? SAYS.either : ours
  } else if (groups > 0) {
    if (since !== 3) return false
    cell.says = groups === 1 && bytes[from] !== 48 ? SAYS.either : ours
  } else cell.says = SAYS.nothing
  // Not -0: it would be another figure than 0 in some comparisons.
  cell.value = isNegative ? 0 - value : value
  return true
}

/** What a text that is no figure is: blank, written with the other sign before its decimals, too large or small, or nothing that is known. */
export type Unread = "blank" | "other-decimals" | "out-of-range" | "no-number"

/** Reads a number in any of the ways that people and systems write one. */
export function readText(cell: ReadCell, text: string, decimals: Decimals): Unread | "read" {
  if (isBlank(text)) return "blank"
  let bare = western(text, decimals).trim()
  const bracketed = /^\((.*)\)$/.exec(bare)
  if (bracketed) bare = (bracketed[1] ?? "").trim()
  bare = bare
    .replace(/[\u2212\u2010-\u2013\ufe63\uff0d]/g, "-")
    .replace(CURRENCY, "")
    .trim()
  cell.isPercent = /^[%٪％]|[%٪％]$/.test(bare)
  if (cell.isPercent) bare = bare.replace(/^[%٪％]\s*|\s*[%٪％]$/g, "")
  const signed = /^([-+])\s*|\s*(-)$/.exec(bare)
  if (signed) bare = bare.replace(signed[0], "")
  bare = bare.replace(CURRENCY, "").trim()
  const isNegative = (signed?.[1] ?? signed?.[2]) === "-"
  if (bracketed && signed) return "no-number"
  const read = magnitude(bare)
  if (read === undefined) return "no-number"
  const other = decimals === "point" ? SAYS.comma : SAYS.point
  if (read.says === other) {
    cell.says = read.says
    return "other-decimals"
  }
  const value = decimals === "point" ? read.asPoint : read.asComma
  if (!isFigure(value)) return "out-of-range"
  cell.value = isNegative || bracketed ? 0 - value : value
  cell.says = read.says
  return "read"
}

const CURRENCY =
  /^(?:[$€£¥₺₽₹﷼]|EUR|USD|GBP|CHF|TRY|TL|SAR|AED|EGP|kr)\s*|\s*(?:[$€£¥₺₽₹﷼]|EUR|USD|GBP|CHF|TRY|TL|SAR|AED|EGP|kr)$/g

/** Arabic and Persian digits as ours; their separators say which they are. */
function western(text: string, decimals: Decimals): string {
  const [decimal, group] = decimals === "point" ? [".", ","] : [",", "."]
  return text
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(/٫/g, decimal)
    .replace(/٬/g, group)
}

interface Magnitude {
  asPoint: number
  asComma: number
  says: number
}

/** A number without its sign, under both meanings of its separators. */
function magnitude(text: string): Magnitude | undefined {
  const same = (value: number, says: number = SAYS.nothing) => ({ asPoint: value, asComma: value, says })
  if (/^\d{1,300}$/.test(text)) return same(Number(text))
  if (/^\d+e[+-]?\d{1,3}$/i.test(text)) return same(Number(text))
  if (/^\d+\.\d+e[+-]?\d{1,3}$/i.test(text)) return same(Number(text), SAYS.point)
  if (/^\d+,\d+e[+-]?\d{1,3}$/i.test(text)) return same(Number(text.replace(",", ".")), SAYS.comma)
  const blanks = /^\d{1,3}(?:[\s\u00a0\u202f\u2009'’]\d{3})+(?:[.,]\d+)?$/.test(text)
  const plain = blanks ? text.replace(/[\s\u00a0\u202f\u2009'’]/g, "") : text
  if (blanks) {
    const says = plain.includes(".") ? SAYS.point : plain.includes(",") ? SAYS.comma : SAYS.nothing
    return same(Number(plain.replace(",", ".")), says)
  }
  // Groups of two are how India counts beyond a thousand.
  if (/^\d{1,3}(?:,\d{2,3})*,\d{3}\.\d*$/.test(plain))
    return same(Number(plain.replaceAll(",", "")), SAYS.point)
  if (/^\d{1,3}(?:\.\d{3})+,\d*$/.test(plain))
    return same(Number(plain.replaceAll(".", "").replace(",", ".")), SAYS.comma)
  if (/^\d{1,3}(?:,\d{2,3})+,\d{3}$/.test(plain)) return same(Number(plain.replaceAll(",", "")), SAYS.point)
  if (/^\d{1,3}(?:\.\d{3}){2,}$/.test(plain)) return same(Number(plain.replaceAll(".", "")), SAYS.comma)
  const [, before, sign, after] = /^(\d*)([.,])(\d*)$/.exec(plain) ?? []
  if (before === undefined || after === undefined || before + after === "") return undefined
  const decimal = Number(`${before || 0}.${after || 0}`)
  const isPoint = sign === "."
  if (/^[1-9]\d{0,2}$/.test(before) && after.length === 3) {
    const grouped = Number(before + after)
    return { asPoint: isPoint ? decimal : grouped, asComma: isPoint ? grouped : decimal, says: SAYS.either }
  }
  return same(decimal, isPoint ? SAYS.point : SAYS.comma)
}
