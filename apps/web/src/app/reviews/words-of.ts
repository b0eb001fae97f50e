export interface Range {
  from: number
  to: number
}

export interface Piece extends Range {
  text: string
  /** Something that can be redacted; the rest is white space. */
  isWord: boolean
}

/** A text as words and the white space between them; what has no spaces is one word a character. */
export function wordsOf(text: string): Piece[] {
  const pieces: Piece[] = []
  const pattern =
    /\s+|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]\p{M}*|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]+/gu
  for (const match of text.matchAll(pattern)) {
    const [piece] = match
    pieces.push({
      ...{ text: piece, from: match.index, to: match.index + piece.length },
      isWord: piece.trim() !== "",
    })
  }
  return pieces
}

export const covers = (ranges: readonly Range[], { from, to }: Range): boolean =>
  ranges.some((range) => range.from < to && from < range.to)

/** Redacts the place, or, when any of it is redacted, shows all of it again. */
export function toggled(ranges: readonly Range[], place: Range): Range[] {
  if (!covers(ranges, place)) return joined([...ranges, { from: place.from, to: place.to }])
  return ranges.flatMap(({ from, to }) => {
    if (!(from < place.to && place.from < to)) return [{ from, to }]
    return [
      { from, to: Math.min(to, place.from) },
      { from: Math.max(from, place.to), to },
    ].filter((rest) => rest.from < rest.to)
  })
}

function joined(ranges: readonly Range[]): Range[] {
  const result: Range[] = []
  for (const range of [...ranges].sort((a, b) => a.from - b.from)) {
    const last = result.at(-1)
    if (last && range.from <= last.to) last.to = Math.max(last.to, range.to)
    else result.push({ ...range })
  }
  return result
}
