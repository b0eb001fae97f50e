import { largeOrganization } from "./compared.ts"
import { isolatedPeople } from "./isolated.ts"
import { type Measure, membersNeeded } from "./measures.ts"
import type { AnalysisInput, Release } from "./release.ts"

/** Persons by which members they have, a bit each, and by atom. */
type Patterns = Map<number, Float64Array>

/**
 * The most people, in sets of 1..k-1, whom somebody can single out who takes m times the mean of a measure and
 * subtracts members of it: all of them, or all but one. Everybody with exactly m members, all of them among those,
 * disappears; what is left over is a sum about the others, told wherever the measure and those members are told.
 * A large organization as a whole is left out: there rounding hides it.
 */
export function comparedPeople(
  release: Release,
  { atoms, observations, survey }: AnalysisInput,
  measure: Measure,
  groups: ReadonlyMap<string, number[]>,
): number {
  const columns =
    measure.kind === "composite"
      ? measure.constructs
      : (measure.constructs[0] ?? []).map((column) => [column])
  if (columns.length === 0 || measure.members.length !== columns.length) return 0
  const needed = measure.kind === "composite" ? measure.needed : columns.map(() => 1)
  const patterns = patternsOf(columns, needed, observations.atom, atoms.length)
  const there = columns.map((_, at) => [...patterns.keys()].some((pattern) => (pattern & (1 << at)) !== 0))
  const all = there.reduce((mask, had, at) => (had ? mask | (1 << at) : mask), 0)
  const shown = release.groups.flatMap(({ id, cells }) => {
    const cell = cells[measure.id]
    if (cell?.state !== "shown") return []
    if (groups.get(id)?.length === atoms.length && cell.n >= largeOrganization) return []
    const told = measure.members.reduce(
      (mask, member, at) => (cells[member]?.state === "shown" ? mask | (1 << at) : mask),
      0,
    )
    return [{ atoms: groups.get(id) ?? [], told }]
  })

  let most = 0
  for (const taken of [all, ...columns.map((_, at) => all & ~(1 << at))]) {
    if (taken === 0) continue
    const sets = shown.filter(({ told }) => (told & taken) === taken).map((one) => one.atoms)
    if (sets.length === 0) continue
    for (let count = membersNeeded(measure); count <= columns.length; count++) {
      const left = leftOver(patterns, taken, count, membersNeeded(measure), atoms.length)
      most = Math.max(most, isolatedPeople(sets, left, survey.k))
    }
  }
  return most
}

function leftOver(patterns: Patterns, taken: number, count: number, needed: number, atoms: number) {
  const left = new Float64Array(atoms)
  for (const [pattern, persons] of patterns) {
    const members = bits(pattern)
    const inside = (pattern & ~taken) === 0
    const gone = members < needed ? (pattern & taken) === 0 : inside && members === count
    if (gone) continue
    for (const [atom, number] of persons.entries()) left[atom] = (left[atom] as number) + number
  }
  return left
}

function patternsOf(
  columns: Int8Array[][],
  needed: readonly number[],
  atom: Int32Array,
  atoms: number,
): Patterns {
  const patterns: Patterns = new Map()
  for (let person = 0; person < atom.length; person++) {
    let pattern = 0
    for (let at = 0; at < columns.length; at++) {
      let answered = 0
      for (const column of columns[at] as Int8Array[]) if ((column[person] as number) > 0) answered++
      if (answered > 0 && answered >= (needed[at] as number)) pattern |= 1 << at
    }
    let persons = patterns.get(pattern)
    if (persons === undefined) {
      persons = new Float64Array(atoms)
      patterns.set(pattern, persons)
    }
    const of = atom[person] as number
    persons[of] = (persons[of] as number) + 1
  }
  return patterns
}

function bits(pattern: number): number {
  let [rest, count] = [pattern, 0]
  while (rest !== 0) {
    rest &= rest - 1
    count++
  }
  return count
}
