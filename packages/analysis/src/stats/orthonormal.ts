export interface Orthonormal {
  /** Orthonormal columns that span what the given columns span. */
  q: Float64Array[]
  /** Upper triangular, by column: column j = sum over i <= j of q[i] * r[j][i]. */
  r: Float64Array[]
}

/**
 * The QR factors of a matrix given by its columns: Gram-Schmidt, each column cleaned twice, which keeps the columns
 * orthogonal to the last bits (Giraud, Langou & Rozloznik 2005, Computers & Mathematics with Applications 50).
 * undefined when a column depends on those before it: less than 1e-7 of its length is left, R's limit in lm().
 */
export function orthonormal(columns: readonly ArrayLike<number>[]): Orthonormal | undefined {
  const q: Float64Array[] = []
  const r: Float64Array[] = []
  for (const column of columns) {
    const left = Float64Array.from(column)
    const length = Math.sqrt(dot(left, left))
    const above = new Float64Array(q.length + 1)
    for (let pass = 0; pass < 2; pass++) {
      for (const [i, direction] of q.entries()) {
        const along = dot(direction, left)
        above[i] = (above[i] as number) + along
        for (let at = 0; at < left.length; at++)
          left[at] = (left[at] as number) - along * (direction[at] as number)
      }
    }
    const rest = Math.sqrt(dot(left, left))
    if (!(rest > 1e-7 * length)) return undefined
    above[q.length] = rest
    q.push(left.map((value) => value / rest))
    r.push(above)
  }
  return { q, r }
}

export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0
  for (let at = 0; at < a.length; at++) sum += (a[at] as number) * (b[at] as number)
  return sum
}
