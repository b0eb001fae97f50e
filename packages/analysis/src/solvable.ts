export const prime = 2 ** 31 - 1

/**
 * Which of the wanted sums can be solved from the published ones? Rows are sets over the same base, 1 for a
 * member; a wanted set is solvable if its indicator lies in the row space of the published ones. Gaussian
 * elimination over the whole numbers modulo 2^31 - 1, so no rounding decides (Langsrud 2024, PSD).
 */
export function areSolvable(published: readonly number[][], wanted: readonly number[][]): boolean[] {
  const pivots: { column: number; row: number[] }[] = []
  for (const row of published) {
    const rest = reduce(row, pivots)
    const column = rest.findIndex((value) => value !== 0)
    if (column >= 0) pivots.push({ column, row: scale(rest, inverse(rest[column] as number)) })
  }
  return wanted.map((row) => reduce(row, pivots).every((value) => value === 0))
}

function reduce(row: readonly number[], pivots: { column: number; row: number[] }[]): number[] {
  const rest = [...row]
  for (const pivot of pivots) {
    const factor = rest[pivot.column] as number
    if (factor === 0) continue
    for (let at = pivot.column; at < rest.length; at++) {
      const value = pivot.row[at] as number
      if (value !== 0) rest[at] = ((rest[at] as number) + prime - times(factor, value)) % prime
    }
  }
  return rest
}

function scale(row: number[], factor: number): number[] {
  return row.map((value) => times(value, factor))
}

/** a·b modulo the prime, in two halves so that no product passes 2^53. */
export function times(a: number, b: number): number {
  const high = Math.floor(b / 65_536)
  const low = b % 65_536
  return (((a * high) % prime) * 65_536 + a * low) % prime
}

/** a^(p-2), Fermat. */
export function inverse(a: number): number {
  let [result, base, exponent] = [1, a, prime - 2]
  while (exponent > 0) {
    if (exponent % 2 === 1) result = times(result, base)
    base = times(base, base)
    exponent = Math.floor(exponent / 2)
  }
  return result
}
