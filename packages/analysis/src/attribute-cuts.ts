import { addPeople, newGraph, resolveSmallCuts } from "./small-cuts.ts"

/** Cells of the table of one construct: the whole value of a row, as refined cells. */
export interface TableCell {
  row: number
  value: number
  cells: number[]
  /** Persons in it. */
  n: number
}

/** What the cells of a table are judged by, for one construct. By refined cell, unless it says otherwise. */
export interface Judged {
  width: number
  /** Sets of atoms told of the construct, of what it is made of, or of what it is part of. */
  told: readonly (readonly number[])[]
  atoms: number
  /** Persons who answered all of that: whoever is in them is in every sum of it. */
  complete: ArrayLike<number>
  /** Persons of whom anything of it is told, and people who were invited and may have kept silent. */
  others: ArrayLike<number>
  k: number
}

/**
 * Which cells of a table may be told beside the groups. A sum of told groups gives every class of atoms a number, a sum of
 * told cells every cell of the table another; in a comparison of both, a person is left over unless the two cancel.
 * Let classes and cells be nodes, "nothing is told" one more, and each person an edge between his two: those left over are
 * the edges of a cut. So **nobody is left over in a set of 1 to k-1 people if no cut has 1 to k-1 edges**, as for two
 * surveys of the same people (waves.ts). Who reads is taken to know everybody's value from the people file.
 *
 * Edges are the persons who answered everything that such a comparison could use; anybody else has to be tied into one
 * component by those, where what cancels for them is a comparison of groups alone, which the gate has judged.
 *
 * The smallest cell at a small cut is hidden, until there is none. What is hidden of a row is then k persons or more, or
 * the whole row. It looks at counts of answers, never at answers.
 */
export function safeCells(candidates: readonly TableCell[], judged: Judged): TableCell[] {
  let told = candidates.filter(({ n }) => n >= judged.k)
  for (;;) {
    const around = smallCut(told, judged)
    if (around === null) return told
    const smallest = told.toSorted((a, b) => a.n - b.n || b.row - a.row || b.value - a.value)
    const touching = (set: ReadonlySet<number>) =>
      smallest.find(({ cells }) => cells.some((cell) => set.has(cell)))
    const atoms = new Set([...around].map((cell) => Math.floor(cell / judged.width)))
    const beside = new Set(refinedOf(atoms, judged.width))
    const worst = touching(around) ?? touching(beside) ?? smallest[0]
    told = told.filter((cell) => cell !== worst)
  }
}

/** Refined cells at a cut of 1 to k-1 people that the table makes; null: there is none. */
export function smallCut(told: readonly TableCell[], judged: Judged): Set<number> | null {
  if (told.length === 0) return null
  const { width, atoms, complete, others, k } = judged
  const size = atoms * width
  const groupOf = classes(judged.told, atoms)
  const tableOf = classes(
    told.map(({ cells }) => cells),
    size,
  )
  const nodes = 1 + atoms + size
  const graph = newGraph(nodes)
  const ends = (cell: number): [number, number] => {
    const group = groupOf[Math.floor(cell / width)] as number
    const table = tableOf[cell] as number
    return [group < 0 ? 0 : 1 + group, table < 0 ? 0 : 1 + atoms + table]
  }
  const component = Int32Array.from({ length: nodes }, (_, node) => node)
  const find = (node: number): number => {
    let at = node
    while (component[at] !== at) at = component[at] as number
    return at
  }
  for (let cell = 0; cell < size; cell++) {
    const people = complete[cell] as number
    const [a, b] = ends(cell)
    if (people === 0 || a === b) continue
    addPeople(graph, a, b, people)
    component[find(a)] = find(b)
  }
  const cellsAt = (isAt: (node: number) => boolean) => {
    const found = new Set<number>()
    for (let cell = 0; cell < size; cell++) {
      const there = (complete[cell] as number) > 0 || (others[cell] as number) > 0
      if (there && ends(cell).some(isAt)) found.add(cell)
    }
    return found
  }

  let small: Set<number> | null = null
  resolveSmallCuts(graph, k, (root, merged) => {
    if (small === null) {
      const side = new Set(merged.members(root))
      small = cellsAt((node) => side.has(node))
    }
    for (const [other] of merged.edges(root)) merged.join(root, other)
  })
  if (small !== null) return small
  for (let cell = 0; cell < size; cell++) {
    if ((others[cell] as number) === 0) continue
    const [a, b] = ends(cell)
    if (find(a) === find(b)) continue
    const around = cellsAt((node) => find(node) === find(a) || find(node) === find(b))
    return around
  }
  return null
}

function refinedOf(atoms: ReadonlySet<number>, width: number): number[] {
  return [...atoms].flatMap((atom) => Array.from({ length: width }, (_, value) => atom * width + value))
}

/** Elements that the same sets hold, by number; -1 for those that none holds. */
function classes(sets: readonly (readonly number[])[], size: number): Int32Array {
  const label = new Int32Array(size)
  let labels = 1
  for (const set of sets) {
    const split = new Map<number, number>()
    for (const element of set) {
      const from = label[element] as number
      const to = split.get(from) ?? labels++
      split.set(from, to)
      label[element] = to
    }
  }
  const numbers = new Map<number, number>()
  return label.map((of) => {
    if (of === 0) return -1
    const number = numbers.get(of) ?? numbers.size
    numbers.set(of, number)
    return number
  })
}
