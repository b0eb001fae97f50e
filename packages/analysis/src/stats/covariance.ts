/**
 * Covariances (n - 1) of columns of answers, one value a person. A value equal to `missing` (or NaN) is missing.
 * "complete": over the people who answered all columns. "pairwise": each entry over those who answered both columns;
 * such a matrix need not be positive definite.
 * `n` is the number of complete rows, or with "pairwise" of rows with any value. Entries are NaN below two people.
 */
export function covarianceMatrix(
  columns: readonly ArrayLike<number>[],
  rows: "complete" | "pairwise" = "complete",
  missing = -1,
): { n: number; matrix: number[][] } {
  const has = (column: ArrayLike<number>, person: number) => {
    const value = column[person] as number
    return !Number.isNaN(value) && value !== missing
  }
  const people = Array.from({ length: columns[0]?.length ?? 0 }, (_, person) => person)
  const every = rows === "complete" ? "every" : "some"
  const used = people.filter((person) => columns[every]((column) => has(column, person)))
  const matrix = columns.map(() => columns.map(() => Number.NaN))
  for (const [i, a] of columns.entries()) {
    for (const [j, b] of columns.slice(0, i + 1).entries()) {
      const both = rows === "complete" ? used : used.filter((person) => has(a, person) && has(b, person))
      const value = covariance(a, b, both)
      ;(matrix[i] as number[])[j] = value
      ;(matrix[j] as number[])[i] = value
    }
  }
  return { n: used.length, matrix }
}

/** In two passes: the means first, then the products of the deviations from them. */
function covariance(a: ArrayLike<number>, b: ArrayLike<number>, people: readonly number[]): number {
  let [sumA, sumB] = [0, 0]
  for (const person of people) {
    sumA += a[person] as number
    sumB += b[person] as number
  }
  const [meanA, meanB] = [sumA / people.length, sumB / people.length]
  let products = 0
  for (const person of people) {
    products += ((a[person] as number) - meanA) * ((b[person] as number) - meanB)
  }
  return people.length < 2 ? Number.NaN : products / (people.length - 1)
}
