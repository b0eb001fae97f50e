/**
 * Cholesky's factor of a small symmetric positive definite matrix (rows one after another; only the lower triangle is
 * read), in place. Returns log of the determinant; undefined when the matrix is not positive definite to twelve digits.
 */
export function cholesky(matrix: Float64Array, size: number): number | undefined {
  let logDeterminant = 0
  for (let j = 0; j < size; j++) {
    const given = matrix[j * size + j] as number
    let rest = given
    for (let t = 0; t < j; t++) rest -= (matrix[j * size + t] as number) ** 2
    if (!(rest > 1e-12 * Math.abs(given))) return undefined
    const root = Math.sqrt(rest)
    matrix[j * size + j] = root
    logDeterminant += 2 * Math.log(root)
    for (let i = j + 1; i < size; i++) {
      let sum = matrix[i * size + j] as number
      for (let t = 0; t < j; t++) sum -= (matrix[i * size + t] as number) * (matrix[j * size + t] as number)
      matrix[i * size + j] = sum / root
    }
  }
  return logDeterminant
}

/** Solves with a factor of `cholesky`: `vector` becomes matrix⁻¹ vector. */
export function choleskySolve(factor: Float64Array, size: number, vector: Float64Array) {
  for (let i = 0; i < size; i++) {
    let sum = vector[i] as number
    for (let t = 0; t < i; t++) sum -= (factor[i * size + t] as number) * (vector[t] as number)
    vector[i] = sum / (factor[i * size + i] as number)
  }
  for (let i = size - 1; i >= 0; i--) {
    let sum = vector[i] as number
    for (let t = i + 1; t < size; t++) sum -= (factor[t * size + i] as number) * (vector[t] as number)
    vector[i] = sum / (factor[i * size + i] as number)
  }
}
