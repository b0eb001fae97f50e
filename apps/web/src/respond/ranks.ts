/** What a ranking holds: ids, first comes first. */
export function rankedIds(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : []
}

/** A tap gives the next rank, or takes a given one away and closes the gap. With all ranks given nothing changes. */
export function tapped(ranked: readonly string[], id: string, most: number): string[] {
  if (ranked.includes(id)) return ranked.filter((other) => other !== id)
  return ranked.length < most ? [...ranked, id] : [...ranked]
}

/** One rank up (−1) or down (1); the same array where there is no such rank. */
export function moved(ranked: string[], id: string, by: -1 | 1): string[] {
  const from = ranked.indexOf(id)
  const to = from + by
  const other = ranked[to]
  if (from < 0 || other === undefined) return ranked
  const after = [...ranked]
  after[from] = other
  after[to] = id
  return after
}
