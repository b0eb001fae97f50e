import type { AtomInfo, Grouping } from "@throughline/analysis"
import { coarser, cutAtoms, groupings, type ReadResponses } from "@throughline/org"

/** The parts of an analysis that say where people stand. */
export interface CutResponses {
  /** By person who answered, in the order of the file: the atom. */
  atom: Int32Array
  atoms: AtomInfo[]
  groupings: Grouping[]
  invited: number
}

/**
 * Merges cells of unit and layer until k have answered in each, as a close merges cohorts. `asked`: how many were asked
 * in all; those who are in no row are spread over the atoms like those who are. "too-few": fewer than k answered.
 */
export function cutResponses(read: ReadResponses, k: number, asked: number): CutResponses | "too-few" {
  const { chart, cohorts, cohortOf, shift } = read
  const answered = cohorts.map(() => 0)
  cohortOf.forEach((cohort, person) => {
    if (read.answered[person]) answered[cohort] = (answered[cohort] ?? 0) + 1
  })
  const cut = cutAtoms(chart, cohorts, answered, k)
  if ("refused" in cut) return "too-few"
  const coarse = coarser(chart, cut, Math.max(k, 10))
  const coarseOf = new Map(
    coarse.flatMap(({ members }, index) => members.map((atom) => [atom, index] as const)),
  )
  const atomOf = new Map(cut.flatMap(({ members }, atom) => members.map((cohort) => [cohort, atom] as const)))
  const more = Math.max(1, asked / cohortOf.length)
  const rows = cut.map(({ members }) => members.reduce((sum, id) => sum + (cohorts[id]?.size ?? 0), 0))
  const atoms = cut.map(
    ({ id, anchor, layers, kind, size }, at): AtomInfo => ({
      ...{ anchor, kind, respondents: size },
      layers: layers.map((layer) => layer - shift) as [number, number],
      invited: Math.max(size, Math.round((rows[at] ?? 0) * more)),
      coarse: coarseOf.get(id) ?? 0,
    }),
  )
  const invited = chart.parent.length === 0 ? [] : Array.from(chart.parent, () => false)
  for (const position of read.positions) invited[position] = true
  const people = [...cohortOf.keys()].filter((person) => read.answered[person])
  return {
    atom: Int32Array.from(people, (person) => atomOf.get(cohortOf[person] as number) ?? -1),
    atoms,
    groupings: named(groupings(chart, invited, cohorts, cut), read, atoms, more),
    invited: Math.max(
      asked,
      atoms.reduce((sum, atom) => sum + atom.invited, 0),
    ),
  }
}

/** Layers under the numbers and names of the file, counts as of everybody who was asked. */
function named(
  list: readonly Grouping[],
  { shift, layers, hasUnits }: ReadResponses,
  atoms: readonly AtomInfo[],
  more: number,
): Grouping[] {
  return list
    .filter(({ kind }) => hasUnits || (kind !== "unit" && kind !== "unit-layer"))
    .map((group) => {
      const covered = group.atoms.reduce((sum, atom) => sum + (atoms[atom]?.invited ?? 0), 0)
      const counted = { ...group, covered, invited: Math.max(covered, Math.round(group.invited * more)) }
      if (shift === 0 || group.layer === null) return counted
      const layer = group.layer - shift
      const called = layers[layer - 1]
      const unit = list.find(({ id }) => id === group.parent)
      const own = called === undefined ? `layer ${layer}` : called
      return {
        ...counted,
        id: group.id.replace(/layer:\d+$/, `layer:${layer}`),
        name:
          group.kind === "layer"
            ? `Layer ${layer}${called === undefined ? "" : `: ${called}`}`
            : `${unit?.name ?? ""}, ${own}`,
        layer,
      }
    })
}
