import type { AnalysisInput, Release } from "@throughline/analysis"

/**
 * The same survey with other answers, where no figure may tell the difference: within an atom people exchange their
 * answers to a construct that is in no composite, where an attribute is asked with people of the same value. Who answered what, and what goes together with what, is then another.
 */
export function hiddenWithin(input: AnalysisInput): { input: AnalysisInput; swapped: number } {
  const { observations, measures, attribute } = input
  const width = (attribute?.values.length ?? 0) + 1
  const composed = new Set(measures.composites.flatMap(({ constructs }) => constructs))
  const alone = measures.constructs.filter(({ id }) => !composed.has(id))
  const items = observations.items.map((column) => column.slice())
  let swapped = 0
  for (const { items: members } of alone) {
    const columns = members.flatMap(({ id }) => items[observations.itemIds.indexOf(id)] ?? [])
    const last = new Map<number, number>()
    for (const [person, atom] of observations.atom.entries()) {
      const alike = atom * width + (attribute?.of[person] ?? 0)
      const other = last.get(alike)
      last.set(alike, person)
      if (other === undefined) continue
      for (const column of columns) {
        const kept = column[person] as number
        column[person] = column[other] as number
        column[other] = kept
        if (column[person] !== column[other]) swapped++
      }
    }
  }
  return { input: { ...input, observations: { ...observations, items } }, swapped }
}

/** Two atoms that some cell tells apart with the gate off, though the release does not: their people change places. */
export function hiddenElsewhere(input: AnalysisInput, release: Release): AnalysisInput {
  const told = new Map(release.groups.map((group) => [group.id, group]))
  for (const item of input.observations.itemIds) {
    const shown = input.groupings.filter(({ id }) => told.get(id)?.cells[item]?.state === "shown")
    const hidden = input.groupings.filter(({ id }) => told.get(id)?.cells[item]?.state !== "shown")
    for (const { atoms } of hidden) {
      const inside = new Set(atoms)
      const a = atoms[0] as number
      const b = input.atoms.findIndex(
        (_, atom) =>
          !inside.has(atom) && shown.every((one) => one.atoms.includes(atom) === one.atoms.includes(a)),
      )
      if (b < 0) continue
      const column = input.observations.items[input.observations.itemIds.indexOf(item)] as Int8Array
      const of = (atom: number) =>
        [...input.observations.atom.keys()].filter((person) => input.observations.atom[person] === atom)
      const items = input.observations.items.map((one) => {
        if (one !== column) return one
        const next = one.slice()
        const [from, to] = [of(a), of(b)]
        for (let at = 0; at < Math.min(from.length, to.length); at++) {
          next[from[at] as number] = one[to[at] as number] as number
          next[to[at] as number] = one[from[at] as number] as number
        }
        return next
      })
      return { ...input, observations: { ...input.observations, items } }
    }
  }
  throw new Error("everything is told apart")
}
