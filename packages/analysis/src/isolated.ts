import { areSolvable } from "./solvable.ts"

/**
 * Persons in sets of 1..k-1 that can be solved from the sums of the told sets: classes of atoms that no told set
 * separates, and differences of two told sets, each tested by rank.
 */
export function isolatedPeople(
  sets: readonly (readonly number[])[],
  persons: ArrayLike<number>,
  k: number,
): number {
  const { classOf, sizes } = classesOf(sets, persons)
  const small = (size: number) => size > 0 && size < k
  if (!sizes.some(small)) return 0

  const distinct = new Map<string, number[]>()
  for (const set of sets) {
    const row = indicator(set, classOf, sizes.length)
    distinct.set(row.join(""), row)
  }
  const rows = [...distinct.values()]
  const wanted = sizes.flatMap((size, of) => (small(size) ? [indicatorOf(of, sizes.length)] : []))
  for (const a of rows) {
    for (const b of rows) {
      const difference = a.map((value, at) => (b[at] === 1 ? 0 : value))
      if (small(sizeOf(difference, sizes))) wanted.push(difference)
    }
  }
  const solvable = areSolvable(rows, wanted)
  const exposed = new Set<number>()
  for (const [index, row] of wanted.entries()) {
    if (solvable[index]) for (const [of, value] of row.entries()) if (value === 1) exposed.add(of)
  }
  return [...exposed].reduce((sum, of) => sum + (sizes[of] as number), 0)
}

/** People of atoms that told sets set apart, though nobody in them has a score: their n would say so of each. */
export function silentPeople(
  sets: readonly (readonly number[])[],
  persons: ArrayLike<number>,
  respondents: ArrayLike<number>,
): number {
  const everybody = Float64Array.from(respondents)
  const { classOf, sizes } = classesOf(sets, everybody)
  const answered = new Float64Array(sizes.length)
  for (const [atom, of] of classOf.entries()) {
    if (of >= 0) answered[of] = (answered[of] as number) + (persons[atom] as number)
  }
  return sizes.reduce((sum, size, of) => (answered[of] === 0 ? sum + size : sum), 0)
}

/**
 * Atoms that the same sets hold, and the persons in each such class. Atoms without an answer are in no class (-1):
 * they carry no sum. Neither are atoms in no set: nothing is told of them.
 */
function classesOf(sets: readonly (readonly number[])[], persons: ArrayLike<number>) {
  const label = new Int32Array(persons.length)
  let labels = 1
  for (const set of sets) {
    const split = new Map<number, number>()
    for (const atom of set) {
      const from = label[atom] as number
      const to = split.get(from) ?? labels++
      split.set(from, to)
      label[atom] = to
    }
  }
  const numbers = new Map<number, number>()
  const sizes: number[] = []
  const classOf = label.map((of, atom) => {
    const count = persons[atom] as number
    if (of === 0 || count === 0) return -1
    const number = numbers.get(of) ?? sizes.push(0) - 1
    numbers.set(of, number)
    sizes[number] = (sizes[number] as number) + count
    return number
  })
  return { classOf, sizes }
}

function indicator(set: readonly number[], classOf: Int32Array, classes: number): number[] {
  const row = new Array<number>(classes).fill(0)
  for (const atom of set) if ((classOf[atom] as number) >= 0) row[classOf[atom] as number] = 1
  return row
}

function indicatorOf(of: number, classes: number): number[] {
  return Array.from({ length: classes }, (_, at) => (at === of ? 1 : 0))
}

function sizeOf(row: readonly number[], sizes: readonly number[]): number {
  return row.reduce((sum, value, at) => sum + value * (sizes[at] as number), 0)
}
