import { detectableIn, fewestUnits } from "./finding.ts"

/** No organization has more units than this; nobody is told to find them. */
const most = 100_000

/** The fewest units that show a correlation of so much with 80% power in a family of so many tests; null: too many. */
export function unitsNeeded(tests: number, r: number): number | null {
  const shows = (units: number) => (detectableIn(tests, units) ?? 2) <= r
  if (!shows(most)) return null
  let [low, high] = [fewestUnits - 1, most]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (shows(middle)) high = middle
    else low = middle
  }
  return high
}
