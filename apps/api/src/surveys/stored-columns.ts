import { shuffle } from "@throughline/ballot"
import type { ItemColumns, Questionnaire } from "@throughline/instrument"

/** One row of results.observation: an item over respondents. */
export interface StoredColumn {
  item: string
  values: Uint8Array
}

/** Everybody of these rows together: their atom is not told. */
const WHOLE = -1

/**
 * The columns as they are kept for ever. Items that only people with reports are asked would mark, row by row, who
 * manages people; each such construct is therefore kept apart: only the rows that answered it, in an order of its own,
 * with atoms of its own ("explaining:atom"), and no group of fewer than k rows among those. Fewer than k in all: nothing.
 */
export function storedColumns(
  { instrument }: Questionnaire,
  columns: ItemColumns,
  atom: Int32Array,
  k: number,
): StoredColumn[] {
  const constructOf = new Map(
    instrument.questions.flatMap((question) =>
      question.type === "likert" && question.audience === "people-with-reports"
        ? [[question.id, question.construct] as const]
        : [],
    ),
  )
  const together: StoredColumn[] = [{ item: "atom", values: littleEndian(atom) }]
  const apart = new Map<string, { item: string; values: Int8Array }[]>()
  for (const [index, item] of columns.itemIds.entries()) {
    const values = columns.values[index] ?? new Int8Array()
    const construct = constructOf.get(item)
    if (construct === undefined) together.push({ item, values: new Uint8Array(values) })
    else apart.set(construct, [...(apart.get(construct) ?? []), { item, values }])
  }
  return [...together, ...[...apart].flatMap(([construct, items]) => keptApart(construct, items, atom, k))]
}

function keptApart(
  construct: string,
  items: readonly { item: string; values: Int8Array }[],
  atom: Int32Array,
  k: number,
): StoredColumn[] {
  const answered = [...atom.keys()].filter((row) => items.some(({ values }) => (values[row] ?? -1) !== -1))
  if (answered.length < k) return []
  const rows = shuffle(answered)
  return [
    {
      item: `${construct}:atom`,
      values: littleEndian(
        coarseEnough(
          rows.map((row) => atom[row] ?? WHOLE),
          k,
        ),
      ),
    },
    ...items.map(({ item, values }) => ({ item, values: Uint8Array.from(rows, (row) => values[row] ?? -1) })),
  ]
}

/** Atoms of fewer than k rows become "whole", and the next smallest with them while those are fewer than k together. */
function coarseEnough(atoms: readonly number[], k: number): Int32Array {
  const sizes = new Map<number, number>()
  for (const atom of atoms) sizes.set(atom, (sizes.get(atom) ?? 0) + 1)
  const whole = new Set<number>()
  let merged = 0
  for (const [atom, size] of [...sizes].sort(([a, m], [b, n]) => m - n || a - b)) {
    if (size >= k && (merged === 0 || merged >= k)) break
    whole.add(atom)
    merged += size
  }
  return Int32Array.from(atoms, (atom) => (whole.has(atom) ? WHOLE : atom))
}

function littleEndian(values: Int32Array): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(values.length * 4))
  values.forEach((value, index) => {
    bytes.setInt32(index * 4, value, true)
  })
  return new Uint8Array(bytes.buffer)
}
