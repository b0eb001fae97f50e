/**
 * A label or a KPI's name as it is found again: without regard to case, blanks, wide letters, and what nobody sees. Bounded: a
 * ligature may stand for eighteen letters, and a database's index takes no text of any length.
 */
export function labelKey(text: string): string {
  const key = text.normalize("NFKC").replace(UNSEEN, "").replace(/\s+/g, " ").trim().toLowerCase()
  return key.slice(0, 500).toWellFormed()
}

/** Soft hyphens, marks of direction, joiners, blanks without width. */
const UNSEEN = /\p{Cf}/gu
