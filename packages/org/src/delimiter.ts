/** Lines that are asked. */
const LINES = 20

/**
 * The delimiter that most of the first lines agree on: how often it stands in a line, times the lines in which it
 * stands that often. Commas in names and titles come and go, the columns stay.
 */
export function likelyDelimiter(body: string): string {
  const lines = body
    .slice(0, 100_000)
    .replace(/"[^"]*"/g, "")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .slice(0, LINES)
  let best = ","
  let most = 0
  for (const candidate of [",", ";", "\t", "|"]) {
    const lengths = new Map<number, number>()
    for (const line of lines) {
      const length = line.split(candidate).length - 1
      if (length > 0) lengths.set(length, (lengths.get(length) ?? 0) + length)
    }
    const score = Math.max(0, ...lengths.values())
    if (score > most) {
      best = candidate
      most = score
    }
  }
  return best
}
