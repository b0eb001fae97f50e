/** A part of a comment, in UTF-16 code units. */
export interface Range {
  from: number
  to: number
}

/** What stands for redacted words: always the same, so that its length tells nothing. */
export const REDACTED = "[…]"

/** The comment as it leaves: each redacted part, and whatever touches it, gives way to one mark. */
export function redact(text: string, ranges: readonly Range[]): string {
  const parts: string[] = []
  let at = 0
  for (const { from, to } of merged(text, ranges)) {
    parts.push(text.slice(at, from), REDACTED)
    at = to
  }
  parts.push(text.slice(at))
  return parts.join("").trim()
}

/** In order, within the text, none touching another; never through the middle of a character. */
function merged(text: string, ranges: readonly Range[]): Range[] {
  const all = ranges
    .map(({ from, to }) => ({ from: atCharacter(text, from, -1), to: atCharacter(text, to, 1) }))
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from - b.from)
  const result: Range[] = []
  for (const { from, to } of all) {
    const last = result.at(-1)
    // Only white space between two marks would tell that two words stood there.
    if (last && text.slice(last.to, from).trim() === "") last.to = Math.max(last.to, to)
    else result.push({ from, to })
  }
  return result
}

function atCharacter(text: string, place: number, step: 1 | -1): number {
  const at = Math.min(Math.max(place, 0), text.length)
  const isSplit = /[\uD800-\uDBFF]/.test(text[at - 1] ?? "") && /[\uDC00-\uDFFF]/.test(text[at] ?? "")
  return isSplit ? at + step : at
}
