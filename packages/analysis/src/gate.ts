import { choicesOf } from "./choices/count-choosers.ts"
import { compared, largeOrganization } from "./compared.ts"
import { isShown, type Measure } from "./measures.ts"
import { finest, isUnion, join, type Partition, partition, partSizes } from "./partition.ts"
import type { AnalysisInput, Earlier, HiddenReason } from "./release.ts"
import type { Tally } from "./tally.ts"
import { wavePartition } from "./waves.ts"
import { afterTable } from "./waves-attribute.ts"
import { isCleanWithAll } from "./waves-joint.ts"
import { sharedMeasures, withSharedQuestions } from "./waves-shared.ts"
import { manyChoosers, roundedAway } from "./waves-told.ts"

/** Says of a group, given by its atoms, what may be told about one measure. */
export interface Gate {
  cell: (atoms: readonly number[]) => boolean
  distribution: (atoms: readonly number[]) => boolean
  /** Why not the cell. */
  because?: (atoms: readonly number[]) => Exclude<HiddenReason, "not-asked">
}

export interface Counted {
  measure: Measure
  tally: Tally
}

/** Takes all measures at once, because what one tells can be compared with what another tells. */
export type GateMaker = (
  counted: readonly Counted[],
  input: Pick<AnalysisInput, "survey" | "measures" | "choices" | "people" | "absent" | "atoms" | "groupings">,
  earlier?: readonly Earlier[],
) => (id: string) => Gate

/**
 * A cell is told if its group is a union of parts in each of which at least k people answered. Then every sum
 * and every difference of told cells is again a union of such parts: nothing below k can be worked out.
 *
 * A measure told beside its members (a construct beside its items, a composite beside its constructs) must not leave
 * over the few people who miss a member either. So members are told by parts of their own, see compared.ts; the
 * whole keeps its parts.
 *
 * Distributions use a coarser partition: unions of the coarse groups, merged until more than 2k and at least ten
 * answered in each, so that no part can show a bin of one or two among k to 2k people. It is built on top of the
 * first, because otherwise a distribution less a cell could leave a few people over.
 *
 * What earlier releases have told of the same people limits both once more, for the questions that were asked before:
 * see waves.ts.
 */
export const gate: GateMaker = (counted, input, earlier = []) => {
  const { atoms, groupings } = input
  const { k } = input.survey
  const tallies = new Map(counted.map(({ measure, tally }) => [measure.id, tally]))
  const invited = Int32Array.from(atoms, (atom) => atom.invited)
  const parts = new Map<string, Limit[]>()
  const merge = (start: Int32Array, persons: ArrayLike<number>, left?: ArrayLike<number>) =>
    partition(start, left ? { persons, left } : { persons }, k, atoms, groupings)
  const partsOf = ({ measure, tally }: Counted): Limit[] => {
    const found = parts.get(measure.id) ?? [
      partition(
        finest(atoms.length),
        { persons: tally.persons, invited, ...(isShown(measure) ? { full: 50 * k } : {}) },
        ...([k, atoms, groupings] as const),
      ),
    ]
    parts.set(measure.id, found)
    return found
  }
  const limit = (id: string, one: Limit) => parts.set(id, [...(parts.get(id) ?? []), one])

  // In the order of the release: a composite limits its constructs before they limit their items.
  for (const whole of counted) {
    const labels = labelsOf(partsOf(whole))
    const people = compared(whole, tallies, labels, k)
    if (people === null) continue
    const together = merge(labels, people.complete)
    const apart = merge(together.part, people.complete, people.left)
    const large = whole.tally.persons.reduce((sum, persons) => sum + persons, 0) >= largeOrganization
    for (const id of people.members) limit(id, id === people.least ? { ...apart, large } : together)
  }

  const least = Math.max(10, 2 * k + 1)
  const coarse = Int32Array.from(atoms, (atom) => atom.coarse)
  const between = earlierLimit(counted, input, earlier)
  const gates = new Map(
    counted.map((one): [string, Gate] => {
      const cells = partsOf(one)
      const start = join(labelsOf(cells), coarse)
      const spread = partition(start, { persons: one.tally.persons }, least, atoms, groupings)
      const tests = cells.map(unionsOf)
      const inSpread = unionsOf(spread)
      return [
        one.measure.id,
        {
          cell: (held) => tests.every((test) => test(held)) && between(one, held),
          distribution: (held) => inSpread(held) && between(one, held),
          because: (held) =>
            tests.every((test) => test(held)) && !between(one, held) ? "earlier-survey" : "too-few",
        },
      ]
    }),
  )
  return (id) => gates.get(id) ?? { cell: () => false, distribution: () => false }
}

/** What may be told beside earlier releases: anything, if there are none or the question is a new one. */
function earlierLimit(
  counted: readonly Counted[],
  input: Pick<AnalysisInput, "survey" | "measures" | "choices" | "people" | "absent" | "atoms" | "groupings">,
  all: readonly Earlier[],
): (one: Counted, atoms: readonly number[]) => boolean {
  const earlier = withSharedQuestions(input, all)
  if (earlier.length === 0) return () => true
  const idsOf = (isShared: ReturnType<typeof sharedMeasures>) =>
    new Set(counted.filter(({ measure }) => isShared(measure)).map(({ measure }) => measure.id))
  const shared = idsOf(sharedMeasures(input, earlier))
  const judged = earlier.filter(({ unjudgeable }) => unjudgeable !== true)
  const unjudged = earlier.filter(({ unjudgeable }) => unjudgeable === true)
  const never = idsOf(sharedMeasures(input, unjudged))
  const isUnionOfParts = unionsBeside(input, judged)
  const large = roundedAway(Math.max(input.survey.k, ...earlier.map(({ release }) => release.survey.k)))
  // Of how many a table without their number tells is known only so far.
  const uncounted = new Set(
    (input.choices ?? []).flatMap(({ id, conditional }) => (conditional ? [choicesOf(id)] : [])),
  )
  const isLarge = ({ measure, tally }: Counted, atoms: readonly number[]) =>
    (!uncounted.has(measure.id) || manyChoosers(input.survey.k) >= large) &&
    atoms.reduce((sum, atom) => sum + (tally.persons[atom] as number), 0) >= large
  return ({ measure, tally }, atoms) =>
    !shared.has(measure.id) ||
    isLarge({ measure, tally }, atoms) ||
    (!never.has(measure.id) && isUnionOfParts(atoms))
}

function unionsBeside(
  input: Pick<AnalysisInput, "survey" | "people" | "absent" | "atoms" | "groupings">,
  earlier: readonly Earlier[],
): (atoms: readonly number[]) => boolean {
  if (earlier.length === 0) return () => true
  if (afterTable(input, earlier)) return () => false
  const found = wavePartition(input, earlier)
  const told = found.part.map((of) => (found.good[of] ? of : -1))
  return isCleanWithAll(input, told, earlier) ? unionsOf(found) : () => false
}

type Limit = Partition & { large?: boolean }

/** Of the finest partition that all of these refine. */
function labelsOf([first, ...others]: readonly Limit[]): Int32Array {
  return others.reduce((labels, { part }) => join(labels, part), (first as Limit).part)
}

/** Is a group a union of good parts? A large organization as a whole may be told in any case. */
function unionsOf(partition: Limit): (atoms: readonly number[]) => boolean {
  const sizes = partSizes(partition)
  return (atoms) =>
    (partition.large === true && atoms.length === partition.part.length) ||
    (atoms.every((atom) => partition.good[partition.part[atom] as number]) &&
      isUnion(atoms, partition, sizes))
}
