import { finest, isUnion, join, type Partition, partition, partSizes } from "./partition.ts"
import type { AnalysisInput } from "./release.ts"
import type { Tally } from "./tally.ts"

/** Says of a group, given by its atoms, what may be told about one measure. */
export interface Gate {
  cell: (atoms: readonly number[]) => boolean
  distribution: (atoms: readonly number[]) => boolean
}

export type GateMaker = (tally: Tally, input: Pick<AnalysisInput, "survey" | "atoms" | "groupings">) => Gate

/**
 * A cell is told if its group is a union of parts in each of which at least k people answered. Then every sum
 * and every difference of told cells is again a union of such parts: nothing below k can be worked out.
 *
 * Distributions use a coarser partition: unions of the coarse groups, merged until more than 2k and at least ten
 * answered in each, so that no part can show a bin of one or two among k to 2k people. It is built on top of the
 * first, because otherwise a distribution less a cell could leave a few people over.
 */
export const gate: GateMaker = (tally, { survey, atoms, groupings }) => {
  const { persons, given } = tally
  const answered = { persons, given }
  const cells = partition(finest(atoms.length), answered, survey.k, atoms, groupings)
  const coarse = Int32Array.from(atoms, (atom) => atom.coarse)
  const least = Math.max(10, 2 * survey.k + 1)
  const distributions = partition(join(cells.part, coarse), answered, least, atoms, groupings)
  return {
    cell: unionsOf(cells, persons, survey.k),
    distribution: unionsOf(distributions, persons, least),
  }
}

function unionsOf(partition: Partition, persons: Float64Array, minimum: number) {
  const sizes = partSizes(partition)
  const held = new Float64Array(partition.parts)
  for (const [atom, part] of partition.part.entries()) {
    if (part >= 0) held[part] = (held[part] as number) + (persons[atom] as number)
  }
  // With too few answers in all, the last part left stays too small.
  const safe = held.every((count) => count >= minimum)
  return (atoms: readonly number[]) => safe && isUnion(atoms, partition, sizes)
}
