/**
 * A person who names two of three priorities shows two thirds of it. How far such persons' shares spread is not told, but
 * it has a largest value: persons' shares are 0, 1/parts, ..., 1; their mean is `mean` and `all` of them are 1, so the
 * others' squares add up to the most where those show nothing or all but one:
 *
 *   variance <= all + (1 - 1/parts) (mean - all) - mean²
 *
 * which, unlike that of all or nothing, mean (1 - mean), leaves room for what people guess. Told is how many people's
 * worth of all or nothing a person is by that, never more than `parts`, the answers given: taken as the largest, the
 * spread makes intervals too wide rather than too narrow.
 */
export function worthOfPerson(mean: number, all: number, parts: number): number {
  const ofAllOrNothing = mean * (1 - mean)
  if (parts < 2 || ofAllOrNothing <= 0) return 1
  const complete = Math.min(all, mean)
  const largest = complete + (1 - 1 / parts) * (mean - complete) - mean ** 2
  return Math.min(parts, Math.max(1, ofAllOrNothing / Math.max(largest, 1e-12)))
}
