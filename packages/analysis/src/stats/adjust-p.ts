/**
 * p values adjusted for the number of tests of one family. A test without p (undefined) stays without and does not
 * count. The family is to be told next to the result.
 */
type P = number | undefined

/** Family-wise, for up to about ten planned tests: p_(i) (m - i + 1), never below an earlier one (Holm 1979, Scandinavian Journal of Statistics 6). */
export function holm(p: readonly P[]): P[] {
  let largest = 0
  return inOrder(p, "up", (value, rank, m) => {
    largest = Math.max(largest, value * (m - rank + 1))
    return Math.min(1, largest)
  })
}

/** Family-wise: p m (Bonferroni). Never better than Holm's; for reading older work. */
export function bonferroni(p: readonly P[]): P[] {
  return inOrder(p, "up", (value, _, m) => Math.min(1, value * m))
}

/** False discovery rate: p_(i) m/i, never above a later one; for independent or positively dependent tests (Benjamini & Hochberg 1995, JRSSB 57). */
export function benjaminiHochberg(p: readonly P[]): P[] {
  let smallest = 1
  return inOrder(p, "down", (value, rank, m) => {
    smallest = Math.min(smallest, value * (m / rank))
    return smallest
  })
}

/** False discovery rate under any dependence: the above times 1 + 1/2 + ... + 1/m (Benjamini & Yekutieli 2001, Annals of Statistics 29). */
export function benjaminiYekutieli(p: readonly P[]): P[] {
  let smallest = 1
  return inOrder(p, "down", (value, rank, m) => {
    let harmonic = 0
    for (let i = 1; i <= m; i++) harmonic += 1 / i
    smallest = Math.min(smallest, value * (m / rank) * harmonic)
    return smallest
  })
}

/** Adjusts from the smallest p up or from the largest down; `rank` counts from 1 for the smallest. */
function inOrder(
  p: readonly P[],
  way: "up" | "down",
  adjust: (p: number, rank: number, m: number) => number,
): P[] {
  const tests = p.flatMap((value, at) => (value === undefined ? [] : [{ value, at }]))
  tests.sort((a, b) => a.value - b.value)
  const adjusted: P[] = p.map(() => undefined)
  const ranked = tests.map((test, index) => ({ ...test, rank: index + 1 }))
  for (const { value, at, rank } of way === "up" ? ranked : ranked.reverse()) {
    adjusted[at] = adjust(value, rank, tests.length)
  }
  return adjusted
}
